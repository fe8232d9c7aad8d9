#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/index/fulltext.hpp"

namespace newsarc::search {

/// How a word is written whose stem is that of an acronym too: `use`, `US`; `us` may be either.
enum class Homograph : std::uint8_t { either, word, acronym };

/// One way in which a term can stand in an article.
struct Spelling {
    store::Phrase phrase;
    std::vector<std::string> stems;     ///< its words, as the index has them
    std::vector<Homograph> kinds = {};  ///< of each of them; empty where none is to be told from another

    friend bool operator==(const Spelling&, const Spelling&) = default;
};

/// One thing to look for: a word, a phrase, a prefix.
struct Term {
    std::string text;  ///< as it was typed
    std::vector<Spelling> spellings;
    bool prefix = false;
    bool wildcard = false;    ///< stands for several words, a spelling each
    bool characters = false;  ///< of a script without blanks: stands in a text as it was typed
    bool acronym = false;     ///< stands in a text as an acronym only (text::is_homograph)
    bool part = false;        ///< of a word; no one typed it
    bool kin = false;         ///< a part that tells words of one kind where no stemmer does
    double weight = 0;        ///< times it stands in the query; 0 for what only excludes

    friend bool operator==(const Term&, const Term&) = default;
};

}  // namespace newsarc::search
