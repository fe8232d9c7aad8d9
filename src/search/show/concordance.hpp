#pragma once

#include <newsarc/concordance.hpp>

#include "store/sql/connection.hpp"

namespace newsarc::search {

/// See Archive::concordance().
Concordance concordance(const store::Connection& connection, const ConcordanceRequest& request);

}  // namespace newsarc::search
