#include "store/removal.hpp"

#include <SQLiteCpp/Database.h>

#include <utility>
#include <vector>

#include "store/files.hpp"
#include "store/index.hpp"
#include "store/near_duplicates.hpp"
#include "store/passages.hpp"
#include "store/statement.hpp"

namespace newsarc::store {

struct ArticleRemover::State {
    explicit State(const Connection& archive)
        : connection(archive),
          near_duplicates(archive),
          passages(archive),
          files(archive),
          remove(archive.database(), "DELETE FROM article WHERE id = ? RETURNING id") {}

    /// Its row, and with it links, notes, tags, warnings and versions.
    bool remove_row(std::int64_t id) {
        const bool there = remove.bind(id).step();
        remove.reset();
        return there;
    }

    const Connection& connection;
    NearDuplicates near_duplicates;
    Passages passages;
    FileWriter files;
    Statement remove;
};

ArticleRemover::ArticleRemover(const Connection& connection)
    : state_(guarded([&] { return std::make_unique<State>(connection); })) {}

ArticleRemover::~ArticleRemover() = default;

bool ArticleRemover::remove(std::int64_t id) {
    return guarded([&] {
        std::vector<Origin> passages = state_->passages.of_all_versions(id);
        unindex_article(state_->connection, id);
        state_->near_duplicates.remove(id);
        state_->files.forget_article(id);
        if (!state_->remove_row(id)) return false;
        state_->passages.release(std::move(passages));
        return true;
    });
}

}  // namespace newsarc::store
