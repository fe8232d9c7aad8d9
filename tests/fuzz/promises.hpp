#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace newsarc::fuzz {

/// What the parser promises of any bytes: that it throws nothing but newsarc::Error; that what it
/// gives is valid UTF-8 without control characters; that articles lie in the input in order; that
/// every word of the input, those of labels and rules aside, stands somewhere in the record.
/// Empty when all of it holds, else what does not.
std::optional<std::string> broken_promise(std::string_view bytes);

}  // namespace newsarc::fuzz
