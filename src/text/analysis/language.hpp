#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace newsarc::text {

/// The language of a text as a BCP 47 tag, told by CLD2 (https://github.com/CLD2Owners/cld2) with the tables
/// of all its languages. Empty when the text is too short, or CLD2 is in doubt and names more than one. The
/// headline and the first 400 bytes of the body are read, 1200 where these leave a doubt.
std::optional<std::string> identify_language(std::string_view headline, std::string_view body);

}  // namespace newsarc::text
