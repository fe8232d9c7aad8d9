#pragma once

#include "store/sql/connection.hpp"

namespace newsarc::store {

/// Merges the index into one piece and writes the file anew, as small as it can be: of what was
/// removed or replaced before, not a byte is left in it. Needs up to twice the file's size in free
/// space while it runs; others cannot read during its last part. Not to be called in a transaction.
void compact(const Connection& connection);

/// The size of the archive in bytes.
std::int64_t size_in_bytes(const Connection& connection);

}  // namespace newsarc::store
