#pragma once

#include <string>
#include <string_view>

// Light stemmers: prefixes and suffixes taken off a folded word (fold_word.hpp), no more than leaves a word.
// For languages that Snowball has no stemmer for, or whose light stemmer finds more of the news.

namespace newsarc::text {

/// A stemmer of a language: changes a folded word in place.
using LightStemmer = void (*)(std::string& word);

/// The light stemmer of a language (BCP 47, the first part alone), or null.
LightStemmer light_stemmer(std::string_view language);

}  // namespace newsarc::text
