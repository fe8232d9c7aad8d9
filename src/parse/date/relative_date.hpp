#pragma once

#include <cstddef>
#include <string_view>

namespace newsarc::parsing {

/// The bytes of `3 hours ago`, `vor 3 Stunden`, `yesterday at 14:05` at the front of a text, in the languages
/// of the lexicon: a date that only the clock of who reads it could tell, and so none that newsarc knows.
/// 0 when there is none.
std::size_t relative_date_length(std::string_view text);

}  // namespace newsarc::parsing
