#pragma once

#include <newsarc/check.hpp>

#include <functional>

#include "store/connection.hpp"

namespace newsarc::store {

/// Tells of what is on record of near duplicates and does not agree with the articles: sketches, pairs
/// and clusters. Reads every article once, and near duplicates twice.
void check_duplicates(const Connection& connection, const std::function<void(const Finding&)>& report);

}  // namespace newsarc::store
