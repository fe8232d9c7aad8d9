#pragma once

#include <newsarc/add.hpp>
#include <newsarc/article.hpp>

#include "store/connection.hpp"

#include <span>
#include <vector>

namespace newsarc::archive {

/// See Archive::add_records().
std::vector<AddResult> add_records(const store::Connection& connection, std::span<const Article> records,
                                   const AddOptions& options);

}  // namespace newsarc::archive
