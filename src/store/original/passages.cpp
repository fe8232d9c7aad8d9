#include "store/original/passages.hpp"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "store/original/originals.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

/// A byte order mark says how to read all of a file, not only its first article.
std::size_t byte_order_mark(std::string_view bytes) {
    using namespace std::string_view_literals;
    for (const std::string_view mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv}) {
        if (bytes.starts_with(mark)) return mark.size();
    }
    return 0;
}

/// Cuts a passage out of a file, and gives back how many bytes that took.
std::size_t cut(std::string& bytes, const Origin& passage) {
    const std::size_t begin = std::min(std::max(passage.offset, byte_order_mark(bytes)), bytes.size());
    const std::size_t end = std::min(passage.offset + passage.length, bytes.size());
    if (end <= begin) return 0;
    bytes.erase(begin, end - begin);
    return end - begin;
}

std::int64_t signed_of(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

Origin origin_in(const Statement& row) {
    return {row.integer(0), static_cast<std::size_t>(row.integer(1)),
            static_cast<std::size_t>(row.integer(2))};
}

}  // namespace

struct Passages::Statements {
    explicit Statements(const SQLite::Database& database)
        : all(database,
              "SELECT original, original_offset, original_length FROM article "
              "WHERE id = ?1 AND original IS NOT NULL UNION "
              "SELECT original, original_offset, original_length FROM version "
              "WHERE article = ?1 AND original IS NOT NULL"),
          one(database,
              "SELECT original, original_offset, original_length FROM article "
              "WHERE id = ? AND original IS NOT NULL"),
          set(database,
              "UPDATE article SET original = ?, original_offset = ?, original_length = ? WHERE id = ?"),
          is_used(
              database,
              "SELECT 1 FROM article WHERE original = ?1 AND original_offset = ?2 AND original_length = ?3 "
              "UNION ALL "
              "SELECT 1 FROM version WHERE original = ?1 AND original_offset = ?2 AND original_length = ?3"),
          is_left(database,
                  "SELECT 1 FROM article WHERE original = ?1 UNION ALL "
                  "SELECT 1 FROM version WHERE original = ?1 LIMIT 1"),
          move_articles(database,
                        "UPDATE article SET original_offset = original_offset - ? "
                        "WHERE original = ? AND original_offset > ?"),
          move_versions(database,
                        "UPDATE version SET original_offset = original_offset - ? "
                        "WHERE original = ? AND original_offset > ?") {}

    template <typename... Values>
    static bool is(Statement& question, const Values&... values) {
        const bool found = question.bind(values...).step();
        question.reset();
        return found;
    }

    Statement all;
    Statement one;
    Statement set;
    Statement is_used;
    Statement is_left;
    Statement move_articles;
    Statement move_versions;
};

Passages::Passages(const Connection& connection)
    : connection_(connection),
      statements_(guarded([&] { return std::make_unique<Statements>(connection.database()); })) {}

Passages::~Passages() = default;

std::optional<Origin> Passages::of(std::int64_t article) {
    return guarded([&] {
        std::optional<Origin> out;
        if (statements_->one.bind(article).step()) out = origin_in(statements_->one);
        statements_->one.reset();
        return out;
    });
}

std::vector<Origin> Passages::of_all_versions(std::int64_t article) {
    return guarded([&] {
        std::vector<Origin> out;
        statements_->all.bind(article);
        while (statements_->all.step())
            out.push_back(origin_in(statements_->all));
        statements_->all.reset();
        return out;
    });
}

void Passages::set(std::int64_t article, const Origin& origin) {
    guarded([&] {
        statements_->set.bind(origin.original, signed_of(origin.offset), signed_of(origin.length), article)
            .run();
    });
}

std::vector<std::string> Passages::release(std::vector<Origin> passages) {
    // From the end of a file to its beginning: what was cut moves only what was looked at before.
    std::ranges::sort(passages, std::greater{});
    passages.erase(std::unique(passages.begin(), passages.end()), passages.end());
    std::vector<std::string> damaged;
    const std::span<const Origin> all(passages);
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
        while (end < all.size() && all[end].original == all[begin].original)
            ++end;
        if (auto name = release_of_file(all.subspan(begin, end - begin))) damaged.push_back(std::move(*name));
    }
    return damaged;
}

/// Passages of one file, the last first. Its name when it is damaged.
std::optional<std::string> Passages::release_of_file(std::span<const Origin> passages) {
    return guarded([&]() -> std::optional<std::string> {
        const std::int64_t original = passages.front().original;
        if (!Statements::is(statements_->is_left, original)) {
            remove_original(connection_, original);
            return std::nullopt;
        }
        std::vector<Origin> unused;
        std::ranges::copy_if(passages, std::back_inserter(unused), [&](const Origin& passage) {
            return !Statements::is(statements_->is_used, original, signed_of(passage.offset),
                                   signed_of(passage.length));
        });
        if (unused.empty()) return std::nullopt;
        auto file = read_verified(connection_, original);
        if (!file) return std::nullopt;
        if (!file->bytes) return std::move(file->name);
        for (const Origin& passage : unused) {
            const std::int64_t taken = signed_of(cut(*file->bytes, passage));
            const std::int64_t offset = signed_of(passage.offset);
            statements_->move_articles.bind(taken, original, offset).run();
            statements_->move_versions.bind(taken, original, offset).run();
        }
        replace_original(connection_, original, *file->bytes);
        return std::nullopt;
    });
}

}  // namespace newsarc::store
