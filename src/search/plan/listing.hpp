#pragma once

#include <newsarc/article.hpp>
#include <newsarc/list.hpp>

#include <functional>
#include <string>
#include <vector>

#include "store/sql/connection.hpp"

namespace newsarc::search {

/// See Archive::list().
std::vector<std::string> list(const store::Connection& connection, const ListRequest& request,
                              const std::function<bool(const Article&)>& visit);

}  // namespace newsarc::search
