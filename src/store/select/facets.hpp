#pragma once

#include <newsarc/search.hpp>

#include <cstdint>
#include <functional>
#include <string_view>

#include "store/sql/connection.hpp"

namespace newsarc::store {

/// Calls visit(id, value) for every article and every value it has of a facet; a joint byline has each of its
/// authors for one.
void visit_facet(const Connection& connection, FacetField field,
                 const std::function<void(std::int64_t id, std::string_view value)>& visit);

}  // namespace newsarc::store
