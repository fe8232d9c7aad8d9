#pragma once

#include <string>
#include <string_view>

namespace newsarc::text {

/// The text with each run of white space (Unicode, no-break spaces included) made one blank,
/// and none at either end.
std::string squeeze(std::string_view text);

/// True when squeezing would change nothing.
bool is_squeezed(std::string_view text);

/// White space of any script, line ends and no-break spaces included.
bool is_space(char32_t point);

/// What is equal to a reader made equal: compatibility forms and case folded, accents dropped,
/// curly quotes straight, every dash a hyphen, white space squeezed.
std::string fold(std::string_view text);

}  // namespace newsarc::text
