#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/plan/session.hpp"
#include "search/plan/term.hpp"

// The stock tokenizer makes one stem of `US`, `us` and `use`. What is looked for by itself has a term for the
// acronym; in phrases, fields and NEAR the places that the full-text index gives are compared with the text.

namespace newsarc::search {

/// How the words of a text are written whose stem is that of an acronym too, a kind for each stem; empty
/// where there is none to be told.
std::vector<Homograph> written_as(std::string_view text, const store::Tokenizer& tokenizer);

/// Where acronyms begin in a text that are another word in small letters.
class AcronymPlaces {
public:
    explicit AcronymPlaces(std::string_view text);

    /// True for a word that begins there and is, or is not, such an acronym as `kind` says.
    [[nodiscard]] bool fits(Homograph kind, std::size_t begin) const;

private:
    std::vector<std::size_t> begins_;
};

/// Of the postings of a spelling, those where its words are written as it says. `found` are all that the
/// full-text index has, with positions where these are wanted.
store::Postings as_written(Session& session, const Spelling& spelling, store::Postings found,
                           store::Positions positions);

}  // namespace newsarc::search
