#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "store/sql/connection.hpp"

namespace newsarc::store {

/// Calls visit(id, words) for every article.
void visit_words(const Connection& connection,
                 const std::function<void(std::int64_t id, std::int64_t words)>& visit);

/// Calls visit(id, added) for every article, the first added first.
void visit_added(const Connection& connection,
                 const std::function<void(std::int64_t id, std::string_view added)>& visit);

/// Calls visit(id, published) for every article whose date of publication is known, in the order of
/// these dates; `published` is as stored, ISO 8601 cut to what is known.
void visit_published(const Connection& connection,
                     const std::function<void(std::int64_t id, std::string_view published)>& visit);

/// Calls visit(id, links) for every article that holds links.
void visit_link_counts(const Connection& connection,
                       const std::function<void(std::int64_t id, std::int64_t links)>& visit);

}  // namespace newsarc::store
