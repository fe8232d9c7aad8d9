#pragma once

#include <newsarc/article.hpp>
#include <newsarc/date.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace newsarc::parsing {

/// The dateline that a paragraph begins with.
struct DatelineFound {
    Dateline dateline;            ///< its date absent when the text gives no year
    std::optional<DateTime> day;  ///< month and day of a date without a year
    std::size_t length = 0;       ///< bytes of the paragraph it takes, blanks after it included
};

/// Reads `KABUL, Jan 21 (Reuters) -`, `LAS VEGAS, Nev. (AP) _`, `BEIRUT, Lebanon, June 2.`,
/// `Beijing/Moscow -`, `(Reuters) -`, `CNN —`. It takes a place in capitals and a dash or colon; or
/// any capitalised place with a date or an agency; or a city of the lexicon and a dash.
std::optional<DatelineFound> read_dateline(std::string_view paragraph);

/// A date without a year set into the year of `published`, or the year before when it would lie
/// more than half a year ahead of it.
std::string date_near(const DateTime& day, const DateTime& published);

}  // namespace newsarc::parsing
