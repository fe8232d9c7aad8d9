#pragma once

#include <cstddef>
#include <optional>

namespace newsarc {

enum class ListOrder { newest, oldest, added };

struct ListRequest {
    ListOrder order = ListOrder::newest;  ///< by published, then added, then id
    std::optional<std::size_t> limit;
    std::size_t offset = 0;
};

}  // namespace newsarc
