#pragma once

#include <newsarc/search.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace newsarc {

/// Newest and oldest by date of publication, articles without one last, then by id; added by id,
/// latest first; id by id, first one first.
enum class ListOrder { newest, oldest, added, id };

struct ListRequest {
    ListOrder order = ListOrder::newest;
    std::optional<std::size_t> limit = {};
    std::size_t offset = 0;
    std::optional<std::string> query = {};  ///< every word of it counts; absent: all articles
    std::optional<std::int64_t> now = {};   ///< Unix seconds: what `today` and `2w` count from
    Limits limits = {};                     ///< on the time that the query takes
};

}  // namespace newsarc
