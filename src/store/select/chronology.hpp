#pragma once

#include <newsarc/list.hpp>

#include <cstdint>
#include <functional>

#include "store/sql/connection.hpp"

namespace newsarc::store {

/// Calls visit(id) for every article in an order, until it returns false: newest and oldest by
/// date of publication, those without one last, then by id; added by id, latest first; id by id.
void visit_in_order(const Connection& connection, ListOrder order,
                    const std::function<bool(std::int64_t id)>& visit);

/// Calls visit(id, published) for every article whose date of publication is known, in Unix seconds.
void visit_dates(const Connection& connection,
                 const std::function<void(std::int64_t id, std::int64_t published)>& visit);

}  // namespace newsarc::store
