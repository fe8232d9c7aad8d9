#pragma once

#include <cstdint>
#include <functional>

#include "query/tree.hpp"
#include "store/sql/connection.hpp"

namespace newsarc::store {

/// Calls visit(id) for each article that a filter of a query lets through; the same id may come
/// more than once. `filter` is of kind filter.
void visit_filtered(const Connection& connection, const query::Node& filter,
                    const std::function<void(std::int64_t id)>& visit);

/// True when a stored value is what a filter asks for. Case and accents do not matter. Of credit,
/// byline and place the words must stand in the value, of path and url the text; tag, key, lang and
/// site are the whole value, where `en` takes `en-GB` and a host its subdomains. A `*` at the end
/// asks for what begins so.
bool value_fits(query::Field field, std::string_view wanted, std::string_view value);

}  // namespace newsarc::store
