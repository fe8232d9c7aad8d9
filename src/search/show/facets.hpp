#pragma once

#include <newsarc/search.hpp>

#include "search/plan/doc_set.hpp"
#include "store/sql/connection.hpp"

namespace newsarc::search {

/// Counts the values of a facet over the articles; the `most` most frequent ones. Values that differ in case
/// and accents are one, shown as most often written.
Facet count_facet(const store::Connection& connection, FacetField field, const DocSet& articles,
                  std::size_t most);

}  // namespace newsarc::search
