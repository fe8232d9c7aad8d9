#include "store/removal.hpp"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "store/index.hpp"
#include "store/near_duplicates.hpp"
#include "store/originals.hpp"
#include "store/statement.hpp"

namespace newsarc::store {
namespace {

/// The stored file that an article is a part of.
struct Passage {
    std::int64_t original = 0;
    std::size_t offset = 0;
    std::size_t length = 0;
};

/// A byte order mark says how to read all of a file, not only its first article.
std::size_t byte_order_mark(std::string_view bytes) {
    using namespace std::string_view_literals;
    for (const std::string_view mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv}) {
        if (bytes.starts_with(mark)) return mark.size();
    }
    return 0;
}

/// Cuts a passage out of a file, and gives back how many bytes that took.
std::size_t cut(std::string& bytes, const Passage& passage) {
    const std::size_t begin = std::min(std::max(passage.offset, byte_order_mark(bytes)), bytes.size());
    const std::size_t end = std::min(passage.offset + passage.length, bytes.size());
    if (end <= begin) return 0;
    bytes.erase(begin, end - begin);
    return end - begin;
}

}  // namespace

struct ArticleRemover::State {
    explicit State(const Connection& archive)
        : connection(archive),
          near_duplicates(archive),
          origin(archive.database(),
                 "SELECT original, original_offset, original_length FROM article WHERE id = ?"),
          remove(archive.database(), "DELETE FROM article WHERE id = ? RETURNING id"),
          neighbour(archive.database(), "SELECT id FROM article WHERE original = ? LIMIT 1"),
          move(archive.database(),
               "UPDATE article SET original_offset = original_offset - ? "
               "WHERE original = ? AND original_offset > ?") {}

    std::optional<Passage> passage_of(std::int64_t id) {
        std::optional<Passage> out;
        if (origin.bind(id).step() && !origin.is_null(0)) {
            out = {origin.integer(0), static_cast<std::size_t>(origin.integer(1)),
                   static_cast<std::size_t>(origin.integer(2))};
        }
        origin.reset();
        return out;
    }

    /// Its row, and with it links, notes, tags and warnings.
    bool remove_row(std::int64_t id) {
        const bool there = remove.bind(id).step();
        remove.reset();
        return there;
    }

    std::optional<std::int64_t> any_article_from(std::int64_t original) {
        std::optional<std::int64_t> out;
        if (neighbour.bind(original).step()) out = neighbour.integer(0);
        neighbour.reset();
        return out;
    }

    void remove_from_original(const Passage& passage) {
        const auto left = any_article_from(passage.original);
        if (!left) return remove_original(connection, passage.original);
        auto file = get_original(connection, *left);
        if (!file) return;
        const std::size_t taken = cut(file->bytes, passage);
        replace_original(connection, passage.original, file->bytes);
        move.bind(static_cast<std::int64_t>(taken), passage.original,
                  static_cast<std::int64_t>(passage.offset))
            .run();
    }

    const Connection& connection;
    NearDuplicates near_duplicates;
    Statement origin;
    Statement remove;
    Statement neighbour;
    Statement move;
};

ArticleRemover::ArticleRemover(const Connection& connection)
    : state_(guarded([&] { return std::make_unique<State>(connection); })) {}

ArticleRemover::~ArticleRemover() = default;

bool ArticleRemover::remove(std::int64_t id) {
    return guarded([&] {
        const auto passage = state_->passage_of(id);
        unindex_article(state_->connection, id);
        state_->near_duplicates.remove(id);
        if (!state_->remove_row(id)) return false;
        if (passage) state_->remove_from_original(*passage);
        return true;
    });
}

}  // namespace newsarc::store
