#include "store/article/removal.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <string>
#include <utility>
#include <vector>

#include "store/article/removed.hpp"
#include "store/duplicate/near_duplicates.hpp"
#include "store/index/index.hpp"
#include "store/original/files.hpp"
#include "store/original/passages.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {

struct ArticleRemover::State {
    explicit State(const Connection& archive)
        : connection(archive),
          near_duplicates(archive),
          passages(archive),
          files(archive),
          removed(archive),
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
    RemovedArticles removed;
    Statement remove;
};

ArticleRemover::ArticleRemover(const Connection& connection)
    : state_(guarded([&] { return std::make_unique<State>(connection); })) {}

ArticleRemover::~ArticleRemover() = default;

std::size_t ArticleRemover::remove(std::span<const std::int64_t> ids, std::string_view moment) {
    return guarded([&] {
        std::size_t removed = 0;
        std::vector<Origin> passages;
        for (const std::int64_t id : ids) {
            const std::vector<Origin> own = state_->passages.of_all_versions(id);
            if (!remove_rows(id, moment)) continue;
            ++removed;
            passages.insert(passages.end(), own.begin(), own.end());
        }
        // When the rows of all are gone: a file that all of its articles left is not cut, but goes whole.
        const std::vector<std::string> damaged = state_->passages.release(std::move(passages));
        if (damaged.empty()) return removed;
        throw Error(ErrorCode::archive_damaged,
                    "the stored file " + damaged.front() + " is damaged, and nothing can be cut out of it",
                    "nothing was removed; newsarc check names the articles of that file: remove them all at "
                    "once, or restore the archive from a backup");
    });
}

bool ArticleRemover::remove_rows(std::int64_t id, std::string_view moment) {
    const bool remembered = !moment.empty();
    if (remembered) state_->removed.remember(id, moment);
    unindex_article(state_->connection, id);
    state_->near_duplicates.remove(id);
    state_->files.forget_article(id, remembered);
    return state_->remove_row(id);
}

}  // namespace newsarc::store
