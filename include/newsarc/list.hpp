#pragma once

#include <cstddef>
#include <optional>

namespace newsarc {

/// Newest and oldest by date of publication, articles without one last, then by id; added by id,
/// latest first; id by id, first one first.
enum class ListOrder { newest, oldest, added, id };

struct ListRequest {
    ListOrder order = ListOrder::newest;
    std::optional<std::size_t> limit;
    std::size_t offset = 0;
};

}  // namespace newsarc
