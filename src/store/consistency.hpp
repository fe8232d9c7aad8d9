#pragma once

#include <newsarc/check.hpp>

#include <functional>

#include "store/connection.hpp"

// Whether what is derived from the articles agrees with them. SQLite's own integrity_check, which
// tells whether the file is whole, is not among this.

namespace newsarc::store {

using FindingVisitor = std::function<void(const Finding&)>;

/// The full-text index, the terms and lengths in it, uids, folded headlines and titles, and the
/// moment of publication. Reads every article once.
void check_articles(const Connection& connection, const FindingVisitor& visit);

/// Sketches, pairs of near duplicates and clusters. Reads every article once.
void check_near_duplicates(const Connection& connection, const FindingVisitor& visit);

/// Stored files: their hashes, and the passages that articles are. Inflates every file.
void check_originals(const Connection& connection, const FindingVisitor& visit);

/// Rows that belong to an article that is not there.
void check_orphans(const Connection& connection, const FindingVisitor& visit);

/// All of these.
void check_consistency(const Connection& connection, const FindingVisitor& visit);

}  // namespace newsarc::store
