#pragma once

#include <newsarc/search.hpp>

#include <string_view>

#include "search/show/marks.hpp"

namespace newsarc::search {

/// Bytes that a snippet is meant to have; it may have a word more.
inline constexpr std::size_t snippet_bytes = 240;

/// The passage of a text that holds the most different terms, cut at word edges, an ellipsis where
/// it is cut, line breaks made blanks. Without any term in the text it is the text's beginning.
/// Reads on only until terms are found, so that its time is bounded whatever the text.
Snippet make_snippet(std::string_view text, text::Analysis analysis, const Marker& marker);

}  // namespace newsarc::search
