#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace newsarc::parsing {

/// The language of a text as a BCP 47 tag, told by its script or, in Latin, Cyrillic and Arabic
/// writing, by its commonest words. Empty when the text is too short or the signs contradict each
/// other. Only the first 2000 bytes of the body are read.
std::optional<std::string> identify_language(std::string_view headline, std::string_view body);

}  // namespace newsarc::parsing
