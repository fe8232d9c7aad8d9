#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/analysis/analyser.hpp"

// What orders articles that hold a word, by terms beside its own: letters that words of one kind have in
// common, and accents in a language in which they tell words apart.

namespace newsarc::text {

/// True for the term of a part of a word.
bool is_part(std::string_view term);

/// The first five letters of a word, or the last ones in languages whose words change in front, or both where
/// newsarc has no rules of a language: a stemmer for languages that have none, which mends what stemmers
/// leave apart. None in English, which needs none, and Vietnamese.
class LetterParts {
public:
    explicit LetterParts(Analysis analysis);

    /// `term` is that of an Analyser of the same analysis.
    [[nodiscard]] std::vector<Part> of(std::string_view term) const;

private:
    bool beginnings_ = false;
    bool ends_ = false;
    bool kin_ = false;
};

/// A word of Vietnamese as it is written, accents as digits behind their letters (VNI): `tie61ng` of `tiếng`,
/// and a mark. Its words are single syllables, which accents tell apart, and endings do not.
std::string written_part(std::string_view word);

}  // namespace newsarc::text
