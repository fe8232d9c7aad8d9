#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "search/plan/term.hpp"
#include "search/rank/reading.hpp"
#include "store/index/fulltext.hpp"

namespace newsarc::search {

/// Letters in a row within a word of a query, as a word of its own.
struct LetterRun {
    double weight = 0;  ///< those of a word have together the weight of the word
    store::Postings found;
};

/// The runs of four letters of the words that were typed (three of Ethiopic, whose letters are syllables),
/// and how often they stand within words of the given articles. They tell words of one kind that stemmers
/// leave apart: the parts of compounds, `Regierungsbildung` and `Regierung`, and forms that differ on either
/// side. Positions are left empty. Time is linear in the texts.
std::vector<LetterRun> letter_runs(Reading& reading, std::span<const std::uint32_t> articles,
                                   std::span<const Term> terms);

}  // namespace newsarc::search
