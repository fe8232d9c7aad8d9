#pragma once

#include <cstdint>
#include <memory>

#include "store/connection.hpp"

namespace newsarc::store {

/// Takes articles out, with all that is kept of them; keeps its statements prepared. To be used
/// inside a transaction.
class ArticleRemover {
public:
    explicit ArticleRemover(const Connection& connection);
    ~ArticleRemover();

    /// False when there is no such article. Its former versions go with it. The file it came from goes with
    /// the last of its articles; while others are left, only the article's own bytes are cut out of it.
    /// What related lines point at is looked up when they are read, so there is nothing to mend.
    bool remove(std::int64_t id);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace newsarc::store
