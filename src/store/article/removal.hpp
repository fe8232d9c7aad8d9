#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "store/sql/connection.hpp"

namespace newsarc::store {

/// Takes articles out, with all that is kept of them; keeps its statements prepared. To be used
/// inside a transaction.
class ArticleRemover {
public:
    explicit ArticleRemover(const Connection& connection);
    ~ArticleRemover();

    /// Returns how many of them there were. Their former versions go with them. The file that an article
    /// came from goes with the last of its articles; while others are left, only the article's own bytes are
    /// cut out of it. What related lines point at is looked up when they are read, so there is nothing to
    /// mend. Throws Error(archive_damaged) when bytes are to be cut out of a file that is not as it was
    /// stored. With a moment, ISO 8601 in UTC, they are remembered as removed (store/article/removed.hpp).
    std::size_t remove(std::span<const std::int64_t> ids, std::string_view moment = {});

private:
    bool remove_rows(std::int64_t id, std::string_view moment);

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace newsarc::store
