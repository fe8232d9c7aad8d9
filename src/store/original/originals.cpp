#include "store/original/originals.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>
#include <zlib.h>

#include <utility>

#include "store/sql/statement.hpp"
#include "text/address.hpp"
#include "text/likeness/fingerprint.hpp"

namespace newsarc::store {
namespace {

// Deflate cannot do better than 1032 to 1; a stored size beyond that is a lie that costs memory.
constexpr std::size_t greatest_ratio = 1100;

// What SQLite can keep as one value, and so more than any file that was ever stored.
constexpr std::int64_t greatest_size = 1'000'000'000;

/// `a.txt` and `2` give `a~2.txt`. Of a path only the last part changes.
std::string distinguished(const std::string& path, const std::string& mark) {
    const std::size_t slash = path.rfind('/');
    const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
    std::size_t dot = path.rfind('.');
    if (dot == std::string::npos || dot <= begin) dot = path.size();
    return path.substr(0, dot) + "~" + mark + path.substr(dot);
}

/// Finds names under which a file can be extracted beside those that are there: no file where one
/// is, none where a folder is, and no folder where a file is.
class Names {
public:
    explicit Names(const SQLite::Database& database)
        : file_(database, "SELECT 1 FROM sqlar WHERE name = ?"),
          // `0` is the character after `/`.
          folder_(database, "SELECT 1 FROM sqlar WHERE name > ?1 || '/' AND name < ?1 || '0' LIMIT 1") {}

    std::string free_name(std::string_view wanted) {
        std::string name;
        for (;;) {
            const std::size_t slash = wanted.find('/');
            const std::string part(wanted.substr(0, slash));
            const bool last = slash == std::string_view::npos;
            std::string candidate = name + part;
            for (int number = 2; is(file_, candidate) || (last && is(folder_, candidate)); ++number) {
                candidate = name + distinguished(part, std::to_string(number));
            }
            name = candidate;
            if (last) return name;
            name += '/';
            wanted.remove_prefix(slash + 1);
        }
    }

private:
    static bool is(Statement& question, const std::string& name) {
        const bool found = question.bind(name).step();
        question.reset();
        return found;
    }

    Statement file_;
    Statement folder_;
};

std::string deflated(std::string_view bytes) {
    std::string out(compressBound(bytes.size()), '\0');
    uLongf size = out.size();
    const int status = compress(reinterpret_cast<Bytef*>(out.data()), &size,
                                reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
    if (status != Z_OK) throw Error(ErrorCode::internal, "zlib could not deflate a file");
    out.resize(size);
    out.shrink_to_fit();
    return out;
}

}  // namespace

std::string unpacked(std::string_view data, std::int64_t size, const std::string& name) {
    if (static_cast<std::int64_t>(data.size()) == size) return std::string(data);
    const auto wanted = static_cast<std::size_t>(size);
    if (size >= 0 && size <= greatest_size && wanted / greatest_ratio <= data.size()) {
        std::string out(wanted, '\0');
        uLongf got = out.size();
        const int status = uncompress(reinterpret_cast<Bytef*>(out.data()), &got,
                                      reinterpret_cast<const Bytef*>(data.data()), data.size());
        if (status == Z_OK && got == out.size()) return out;
    }
    throw Error(ErrorCode::archive_damaged, "the stored original " + name + " is damaged",
                "restore the archive from a backup");
}

PreparedOriginal prepare_original(const Source& source) {
    PreparedOriginal out;
    out.sha256 = text::sha256(source.bytes);
    out.name = source.path.empty() ? "standard-input-" + text::hex(out.sha256, 8) + ".txt"
                                   : text::extractable_name(source.path);
    out.data = deflated(source.bytes);
    // The format's own rule: data as long as sz is not deflated.
    if (out.data.size() >= source.bytes.size()) out.data = source.bytes;
    out.size = static_cast<std::int64_t>(source.bytes.size());
    out.mode = source.mode;
    out.modified = source.modified;
    return out;
}

struct OriginalWriter::Statements {
    explicit Statements(const SQLite::Database& archive)
        : database(archive),
          names(database),
          file(database, "INSERT INTO sqlar(name, mode, mtime, sz, data) VALUES (?, ?, ?, ?, ?)"),
          original(database, "INSERT INTO original(name, sha256) VALUES (?, ?)"),
          name_of(database, "SELECT name FROM original WHERE id = ?"),
          rename_file(database, "UPDATE sqlar SET name = ?2 WHERE name = ?1"),
          rename_original(database, "UPDATE original SET name = ?2 WHERE name = ?1") {}

    std::int64_t insert(const std::string& name, const PreparedOriginal& prepared) {
        file.bind(name, std::int64_t{prepared.mode}, prepared.modified, prepared.size);
        file.bind_blob(5, prepared.data);
        file.run();
        original.bind(name);
        original.bind_blob(2,
                           {reinterpret_cast<const char*>(prepared.sha256.data()), prepared.sha256.size()});
        original.run();
        // Not with RETURNING, for which SQLite sets a savepoint: FTS5 then writes out all that it has in
        // memory.
        return database.getLastInsertRowid();
    }

    const SQLite::Database& database;
    Names names;
    Statement file;
    Statement original;
    Statement name_of;
    Statement rename_file;
    Statement rename_original;
};

OriginalWriter::OriginalWriter(const Connection& connection)
    : statements_(guarded([&] { return std::make_unique<Statements>(connection.database()); })) {}

OriginalWriter::~OriginalWriter() = default;

std::int64_t OriginalWriter::put(const PreparedOriginal& prepared) {
    return guarded(
        [&] { return statements_->insert(statements_->names.free_name(prepared.name), prepared); });
}

std::int64_t OriginalWriter::put_in_place_of(std::int64_t former, const PreparedOriginal& prepared) {
    return guarded([&] {
        if (!statements_->name_of.bind(former).step()) return put(prepared);
        const std::string name = statements_->name_of.text(0);
        statements_->name_of.reset();
        const std::string other = statements_->names.free_name(distinguished(name, "former"));
        statements_->rename_file.bind(name, other).run();
        statements_->rename_original.bind(name, other).run();
        return statements_->insert(name, prepared);
    });
}

std::optional<Source> get_original(const Connection& connection, std::int64_t article) {
    return guarded([&]() -> std::optional<Source> {
        Statement select(connection.database(), "SELECT original FROM article WHERE id = ?");
        if (!select.bind(article).step() || select.is_null(0)) return std::nullopt;
        return read_original(connection, select.integer(0));
    });
}

std::optional<Source> read_original(const Connection& connection, std::int64_t original) {
    return guarded([&]() -> std::optional<Source> {
        Statement select(connection.database(),
                         "SELECT sqlar.name, mode, mtime, sz, data FROM original "
                         "JOIN sqlar ON sqlar.name = original.name WHERE original.id = ?");
        if (!select.bind(original).step()) return std::nullopt;
        Source source;
        source.path = select.text(0);
        source.mode = static_cast<std::uint32_t>(select.integer(1));
        source.modified = select.integer(2);
        source.bytes = unpacked(select.blob(4), select.integer(3), source.path);
        return source;
    });
}

std::optional<VerifiedOriginal> read_verified(const Connection& connection, std::int64_t original) {
    return guarded([&]() -> std::optional<VerifiedOriginal> {
        Statement select(connection.database(),
                         "SELECT sqlar.name, sz, data, sha256 FROM original "
                         "JOIN sqlar ON sqlar.name = original.name WHERE original.id = ?");
        if (!select.bind(original).step()) return std::nullopt;
        VerifiedOriginal out{select.text(0), std::nullopt};
        try {
            std::string bytes = unpacked(select.blob(2), select.integer(1), out.name);
            const text::Sha256 hash = text::sha256(bytes);
            const std::string_view noted = select.blob(3);
            if (noted == std::string_view(reinterpret_cast<const char*>(hash.data()), hash.size()))
                out.bytes = std::move(bytes);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::archive_damaged) throw;
        }
        return out;
    });
}

std::optional<std::string> name_of_original(const Connection& connection, std::int64_t article) {
    return guarded([&]() -> std::optional<std::string> {
        Statement select(connection.database(),
                         "SELECT original.name FROM article JOIN original ON original.id = article.original "
                         "WHERE article.id = ?");
        if (!select.bind(article).step()) return std::nullopt;
        return std::string(select.text(0));
    });
}

void replace_original(const Connection& connection, std::int64_t original, std::string_view bytes) {
    guarded([&] {
        const std::string small = deflated(bytes);
        Statement file(
            connection.database(),
            "UPDATE sqlar SET sz = ?, data = ? WHERE name = (SELECT name FROM original WHERE id = ?)");
        file.bind(static_cast<std::int64_t>(bytes.size()), std::nullopt, original);
        file.bind_blob(2, small.size() < bytes.size() ? std::string_view(small) : bytes);
        file.run();
        const text::Sha256 digest = text::sha256(bytes);
        Statement hash(connection.database(), "UPDATE original SET sha256 = ? WHERE id = ?");
        hash.bind(std::nullopt, original);
        hash.bind_blob(1, {reinterpret_cast<const char*>(digest.data()), digest.size()});
        hash.run();
    });
}

void remove_original(const Connection& connection, std::int64_t original) {
    guarded([&] {
        SQLite::Database& database = connection.database();
        Statement(database, "DELETE FROM sqlar WHERE name = (SELECT name FROM original WHERE id = ?)")
            .bind(original)
            .run();
        Statement(database, "DELETE FROM original WHERE id = ?").bind(original).run();
    });
}

}  // namespace newsarc::store
