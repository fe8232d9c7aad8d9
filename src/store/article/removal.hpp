#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

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
    /// stored.
    std::size_t remove(std::span<const std::int64_t> ids);

private:
    bool remove_rows(std::int64_t id);

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace newsarc::store
