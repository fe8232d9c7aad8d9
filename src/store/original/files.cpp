#include "store/original/files.hpp"

#include <SQLiteCpp/Database.h>

#include <algorithm>

#include "store/sql/statement.hpp"
#include "store/sql/watch.hpp"
#include "text/address.hpp"

namespace newsarc::store {
namespace {

std::string_view bytes_of(const text::Sha256& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::optional<text::Sha256> digest_in(std::string_view bytes) {
    text::Sha256 out{};
    if (bytes.size() != out.size()) return std::nullopt;
    std::ranges::transform(bytes, out.begin(), [](char c) { return static_cast<std::uint8_t>(c); });
    return out;
}

/// The moment of change, where one that is the same later says that the content is.
std::optional<std::int64_t> telling_moment(const FileState& state) {
    if (!state.settled) return std::nullopt;
    return state.modified;
}

/// In one file; more is damage.
constexpr std::int64_t most_passed_over = 1'000'000;

/// Selects the articles that the file of a path gave, in their order, each with how many others of it were
/// removed; a row without an article where it has none left.
std::string known_articles(const std::string& condition) {
    return "SELECT article.id, article.uid, key, headline, passed_over FROM file "
           "LEFT JOIN file_article ON file_article.file = file.id "
           "LEFT JOIN article ON article.id = file_article.article WHERE file.path = ? " +
           condition + " ORDER BY position";
}

AddResult known_article(const Statement& row) {
    AddResult out;
    out.status = AddStatus::duplicate;
    out.unchanged = true;
    out.id = row.integer(0);
    out.of = out.id;
    out.uid = row.text(1);
    out.key = row.optional_text(2);
    out.headline = row.optional_text(3);
    return out;
}

}  // namespace

struct FileWriter::Statements {
    explicit Statements(const SQLite::Database& archive)
        : database(archive),
          find(database, "SELECT id, inode, sha256, reading, passed_over FROM file WHERE path = ?"),
          parts(database,
                "SELECT article.id, given.uid, article.uid, key, headline, headline_folded, "
                "article.path IS NOT NULL, EXISTS (SELECT 1 FROM file_article AS other "
                "JOIN file ON file.id = other.file WHERE other.article = given.article "
                "AND file.id <> ?1 AND file.inode NOT IN (?2, ?3)), position "
                "FROM file_article AS given JOIN article ON article.id = given.article "
                "WHERE given.file = ?1 ORDER BY position"),
          insert(database,
                 "INSERT INTO file(size, modified, inode, sha256, reading, passed_over, path) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?)"),
          update(database,
                 "UPDATE file SET size = ?, modified = ?, inode = ?, sha256 = ?, reading = ?, "
                 "passed_over = ? WHERE id = ?"),
          paths_of(database,
                   "SELECT path FROM file WHERE id IN (SELECT file FROM file_article WHERE article = ?) "
                   "AND sha256 = ? ORDER BY path"),
          replace(database, "DELETE FROM file WHERE path = ? AND id <> ?"),
          move(database, "UPDATE file SET path = ?, inode = ? WHERE id = ?"),
          move_articles(database,
                        "UPDATE article SET path = ? WHERE path = ? AND id IN "
                        "(SELECT article FROM file_article WHERE file = ?)"),
          refresh(database, "UPDATE file SET size = ?, modified = ?, inode = ? WHERE id = ?"),
          remove(database, "DELETE FROM file WHERE path = ?"),
          clear_parts(database, "DELETE FROM file_article WHERE file = ?"),
          put_part(database, "INSERT INTO file_article(file, position, article, uid) VALUES (?, ?, ?, ?)"),
          files_of(database, "SELECT file FROM file_article WHERE article = ?"),
          forget_part(database, "DELETE FROM file_article WHERE article = ?"),
          pass_over(database, "UPDATE file SET passed_over = passed_over + 1 WHERE id = ?"),
          distrust(database, "UPDATE file SET modified = NULL, sha256 = NULL WHERE id = ?"),
          remove_empty(database,
                       "DELETE FROM file WHERE id = ?1 AND passed_over = 0 "
                       "AND NOT EXISTS (SELECT 1 FROM file_article WHERE file = ?1)") {}

    /// Gives back the id of the file, which then has no parts. Not one statement with ON CONFLICT and
    /// RETURNING: SQLite sets a savepoint for that, at which FTS5 writes out all that it gathers in memory.
    std::int64_t put_file(std::optional<std::int64_t> known, const FileState& state,
                          const std::optional<text::Sha256>& sha256, std::string_view reading,
                          std::size_t passed_over) {
        Statement& put = known ? update : insert;
        put.bind(state.size, sha256 ? telling_moment(state) : std::nullopt, state.inode, std::nullopt,
                 reading, static_cast<std::int64_t>(passed_over), known);
        if (sha256) put.bind_blob(4, bytes_of(*sha256));
        if (!known) put.bind_blob(7, state.path);
        put.run();
        if (!known) return database.getLastInsertRowid();
        clear_parts.bind(*known).run();
        return *known;
    }

    const SQLite::Database& database;
    Statement find;
    Statement parts;
    Statement insert;
    Statement update;
    Statement paths_of;
    Statement replace;
    Statement move;
    Statement move_articles;
    Statement refresh;
    Statement remove;
    Statement clear_parts;
    Statement put_part;
    Statement files_of;
    Statement forget_part;
    Statement pass_over;
    Statement distrust;
    Statement remove_empty;
};

FileWriter::FileWriter(const Connection& connection)
    : statements_(guarded([&] { return std::make_unique<Statements>(connection.database()); })) {}

FileWriter::~FileWriter() = default;

std::optional<FileRow> FileWriter::find(const FileState& state) {
    return guarded([&]() -> std::optional<FileRow> {
        Statement& row = statements_->find;
        row.bind(std::nullopt).bind_blob(1, state.path);
        if (!row.step()) {
            row.reset();
            return std::nullopt;
        }
        FileRow out{row.integer(0),
                    digest_in(row.blob(2)),
                    row.text(3),
                    {},
                    static_cast<std::size_t>(row.integer(4))};
        const std::int64_t former_inode = row.integer(1);
        row.reset();
        Statement& parts = statements_->parts;
        parts.bind(out.id, former_inode, state.inode);
        while (parts.step()) {
            out.parts.push_back({parts.integer(0), parts.text(1), parts.text(2), parts.optional_text(3),
                                 parts.optional_text(4), parts.optional_text(5), parts.integer(6) != 0,
                                 parts.integer(7) != 0, static_cast<std::size_t>(parts.integer(8))});
        }
        parts.reset();
        return out;
    });
}

std::vector<std::string> FileWriter::paths_of(std::int64_t article, const text::Sha256& sha256) {
    return guarded([&] {
        std::vector<std::string> out;
        Statement& rows = statements_->paths_of;
        rows.bind(article, std::nullopt).bind_blob(2, bytes_of(sha256));
        while (rows.step())
            out.push_back(rows.text(0));
        rows.reset();
        return out;
    });
}

void FileWriter::move(std::int64_t file, const std::string& from, const FileState& to) {
    guarded([&] {
        statements_->replace.bind(std::nullopt, file).bind_blob(1, to.path);
        statements_->replace.run();
        statements_->move.bind(std::nullopt, to.inode, file).bind_blob(1, to.path);
        statements_->move.run();
        statements_->move_articles.bind(text::readable_path(to.path), text::readable_path(from), file).run();
    });
}

void FileWriter::put(std::optional<std::int64_t> known, const FileState& state,
                     const std::optional<text::Sha256>& sha256, std::string_view reading,
                     std::span<const GivenPart> parts, std::size_t passed_over) {
    guarded([&] {
        if (parts.empty() && passed_over == 0) {
            statements_->remove.bind(std::nullopt).bind_blob(1, state.path);
            return statements_->remove.run();
        }
        const std::int64_t id = statements_->put_file(known, state, sha256, reading, passed_over);
        for (const GivenPart& part : parts)
            statements_->put_part.bind(id, static_cast<std::int64_t>(part.position), part.article, part.uid)
                .run();
    });
}

void FileWriter::refresh(std::int64_t file, const FileState& state) {
    guarded([&] { statements_->refresh.bind(state.size, telling_moment(state), state.inode, file).run(); });
}

void FileWriter::forget_article(std::int64_t article, bool remembered) {
    guarded([&] {
        std::vector<std::int64_t> files;
        statements_->files_of.bind(article);
        while (statements_->files_of.step())
            files.push_back(statements_->files_of.integer(0));
        statements_->files_of.reset();
        statements_->forget_part.bind(article).run();
        for (const std::int64_t file : files) {
            if (remembered) {
                statements_->pass_over.bind(file).run();
            } else {
                statements_->distrust.bind(file).run();
                statements_->remove_empty.bind(file).run();
            }
        }
    });
}

std::vector<std::optional<std::vector<AddResult>>> find_unchanged(const Connection& connection,
                                                                  std::span<const FileState> files,
                                                                  std::string_view reading, bool again) {
    const Snapshot snapshot(connection);
    return guarded([&] {
        std::vector<std::optional<std::vector<AddResult>>> out;
        out.reserve(files.size());
        const std::string select =
            known_articles("AND size = ? AND modified = ? AND inode = ? AND reading = ?" +
                           std::string(again ? " AND passed_over = 0" : ""));
        Statement rows(connection.database(), select.c_str());
        for (const FileState& state : files) {
            std::vector<AddResult>* articles = nullptr;
            out.emplace_back();
            if (!state.settled) continue;
            rows.bind(std::nullopt, state.size, state.modified, state.inode, reading);
            rows.bind_blob(1, state.path);
            while (rows.step()) {
                if (articles == nullptr) {
                    AddResult passed_over;
                    passed_over.status = AddStatus::removed_before;
                    passed_over.unchanged = true;
                    const auto count = std::clamp<std::int64_t>(rows.integer(4), 0, most_passed_over);
                    articles = &out.back().emplace(static_cast<std::size_t>(count), passed_over);
                }
                if (!rows.is_null(0)) articles->push_back(known_article(rows));
            }
        }
        return out;
    });
}

std::vector<std::string> files_below(const Connection& connection, std::string_view path) {
    return guarded([&] {
        // All below a folder stand between it with `/` and it with the character after that.
        std::string folder(path);
        if (folder.ends_with('/')) folder.pop_back();
        std::vector<std::string> out;
        Statement rows(connection.database(),
                       "SELECT path FROM file WHERE path = ?1 OR (path > ?2 AND path < ?3) ORDER BY path");
        rows.bind(std::nullopt, std::nullopt, std::nullopt);
        rows.bind_blob(1, path);
        rows.bind_blob(2, folder + '/');
        rows.bind_blob(3, folder + '0');
        while (rows.step())
            out.push_back(rows.text(0));
        return out;
    });
}

std::vector<AddResult> articles_of_file(const Connection& connection, std::string_view path) {
    return guarded([&] {
        std::vector<AddResult> out;
        const std::string select = known_articles("");
        Statement rows(connection.database(), select.c_str());
        rows.bind(std::nullopt).bind_blob(1, path);
        while (rows.step()) {
            if (!rows.is_null(0)) out.push_back(known_article(rows));
        }
        return out;
    });
}

std::vector<std::string> files_of_article(const Connection& connection, std::int64_t article) {
    return guarded([&] {
        std::vector<std::string> out;
        Statement rows(connection.database(),
                       "SELECT path FROM file WHERE id IN (SELECT file FROM file_article WHERE article = ?) "
                       "ORDER BY path");
        rows.bind(article);
        while (rows.step())
            out.push_back(rows.text(0));
        return out;
    });
}

}  // namespace newsarc::store
