#pragma once

#include <newsarc/search.hpp>

#include <optional>
#include <string_view>
#include <vector>

#include "store/sql/connection.hpp"

namespace newsarc::store {

// See the functions of Archive of these names.

void save_search(const Connection& connection, const SavedSearch& search);
std::vector<SavedSearch> saved_searches(const Connection& connection);
std::optional<SavedSearch> find_saved_search(const Connection& connection, std::string_view name);
void mark_seen(const Connection& connection, std::string_view name, std::int64_t id);
bool remove_saved_search(const Connection& connection, std::string_view name);

}  // namespace newsarc::store
