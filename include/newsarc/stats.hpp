#pragma once

#include <newsarc/date.hpp>
#include <newsarc/search.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace newsarc {

struct StatsRequest {
    std::optional<std::string> query =
        {};                                ///< in the query language, of which every word counts; absent: all
    std::size_t most = 10;                 ///< values of each field, the most frequent ones
    std::optional<std::int64_t> now = {};  ///< Unix seconds: what `today` and `2w` count from
    Limits limits = {};
};

/// The values of a field, and in how many articles each stands.
struct ValueCounts {
    FacetField field = FacetField::credit;
    std::size_t different = 0;       ///< values, those not listed included
    std::vector<FacetCount> values;  ///< the most frequent ones, as in a facet
};

/// Numbers about the articles of an archive, or those that match a query.
struct Stats {
    std::size_t articles = 0;
    std::int64_t words = 0;
    std::size_t links = 0;
    std::size_t dated = 0;          ///< articles whose date of publication is known
    std::size_t without_month = 0;  ///< of these, those of which only the year is known
    std::optional<DateTime> first_published;
    std::optional<DateTime> last_published;
    std::optional<std::string> first_added;  ///< ISO 8601, UTC
    std::optional<std::string> last_added;
    std::vector<ValueCounts> fields;  ///< credit, site, tag, lang
    std::vector<FacetCount> years;    ///< `2025`, ascending, those without an article left out
    std::vector<FacetCount> months;   ///< `2025-01`, likewise
    std::string understood;           ///< the query as it was read, printed back; `*` without one
    std::vector<std::string> notes;   ///< what of the query could not be taken as it stood, for a person
};

}  // namespace newsarc
