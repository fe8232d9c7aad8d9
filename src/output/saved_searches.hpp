#pragma once

#include <newsarc/saved_search.hpp>

#include "output/text/text.hpp"

#include <cstddef>
#include <ostream>
#include <string>

namespace newsarc::output {

/// What a saved search finds now.
struct SavedSearchCounts {
    std::size_t articles = 0;
    std::size_t unseen = 0;  ///< of these, those that came since it was last asked for what is new
};

/// One line, broken where the layout is narrow: name, counts, query.
void print_saved_search(std::ostream& out, const SavedSearch& search, const SavedSearchCounts& counts,
                        const Layout& layout);

/// One JSON object on one line.
std::string saved_search_json(const SavedSearch& search, const SavedSearchCounts& counts);

}  // namespace newsarc::output
