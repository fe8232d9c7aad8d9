#pragma once

#include <newsarc/article.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "store/sql/connection.hpp"

// Making anew what is derived. To be called inside one transaction, in this order.

namespace newsarc::store {

/// Makes SQLite's indexes anew, and removes rows that refer to nothing; gives back how many.
/// Throws Error(archive_damaged) when the tables themselves cannot be read.
std::size_t mend_rows(const Connection& connection);

/// Gives an article another uid. False, and nothing done, when another article has it.
bool set_uid(const Connection& connection, std::int64_t id, std::string_view uid);

/// Makes the columns that are derived, the full-text index, the postings, the lengths and the record
/// of near duplicates anew from the articles.
void derive_all(const Connection& connection);

}  // namespace newsarc::store
