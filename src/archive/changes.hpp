#pragma once

#include <newsarc/article.hpp>
#include <newsarc/change.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "store/sql/connection.hpp"

namespace newsarc::archive {

/// See Archive::remove().
std::size_t remove(const store::Connection& connection, std::span<const std::int64_t> ids,
                   const std::string& moment);

/// See Archive::forget_removals().
std::size_t forget_removals(const store::Connection& connection, std::span<const std::int64_t> ids);

/// See Archive::replace().
void replace(const store::Connection& connection, const Article& article, const Article& former,
             const std::string& moment);

/// See Archive::tag().
std::vector<std::int64_t> tag(const store::Connection& connection, const TagRequest& request);

}  // namespace newsarc::archive
