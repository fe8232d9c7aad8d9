#include "store/index/lengths.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

constexpr std::int64_t articles_a_blob = 2048;
constexpr double base = 1.06;

}  // namespace

std::uint8_t encode_length(std::size_t words) {
    const double code =
        1 + std::round(std::log(static_cast<double>(std::max<std::size_t>(words, 1))) / std::log(base));
    return static_cast<std::uint8_t>(std::min(code, 255.0));
}

const std::array<float, 256>& decoded_lengths() {
    static const std::array<float, 256> table = [] {
        std::array<float, 256> lengths{};
        for (std::size_t code = 1; code < lengths.size(); ++code) {
            lengths[code] = static_cast<float>(std::pow(base, static_cast<double>(code - 1)));
        }
        return lengths;
    }();
    return table;
}

void create_lengths(SQLite::Database& database) {
    database.exec("CREATE TABLE article_length(block INTEGER PRIMARY KEY, lengths BLOB NOT NULL) STRICT");
}

void LengthWriter::put(std::int64_t article, std::uint8_t length, text::Analysis analysis) {
    guarded([&] {
        if (article < 1 || article > greatest_id) {
            throw Error(ErrorCode::archive_damaged,
                        "the archive is damaged: no article has the id " + std::to_string(article),
                        "newsarc check tells what else is; newsarc export saves what can be read");
        }
        auto [at, is_new] = changed_.try_emplace(article / articles_a_blob);
        Block& block = at->second;
        if (is_new) {
            Statement select(connection_.database(),
                             "SELECT lengths, analyses FROM article_length WHERE block = ?");
            if (select.bind(at->first).step())
                block = {std::string(select.blob(0)), std::string(select.blob(1))};
            block.lengths.resize(articles_a_blob);
            block.analyses.resize(articles_a_blob);
        }
        const auto place = static_cast<std::size_t>(article % articles_a_blob);
        block.lengths[place] = static_cast<char>(length);
        block.analyses[place] = static_cast<char>(analysis);
    });
}

void LengthWriter::write() {
    if (changed_.empty()) return;
    guarded([&] {
        Statement replace(connection_.database(), "INSERT OR REPLACE INTO article_length VALUES (?, ?, ?)");
        for (const auto& [number, block] : changed_) {
            replace.bind(number);
            replace.bind_blob(2, block.lengths);
            replace.bind_blob(3, block.analyses);
            replace.run();
        }
    });
    changed_.clear();
}

void put_length(const Connection& connection, std::int64_t article, std::uint8_t length,
                text::Analysis analysis) {
    LengthWriter lengths(connection);
    lengths.put(article, length, analysis);
    lengths.write();
}

namespace {

using Bytes = std::vector<std::uint8_t>;

/// `sql` gives the number of a block and one blob for each of `out`.
void load(const Connection& connection, const char* sql, std::initializer_list<Bytes*> out) {
    guarded([&] {
        for (Bytes* const bytes : out)
            bytes->resize(1);
        Statement select(connection.database(), sql);
        while (select.step()) {
            const std::int64_t block = select.integer(0);
            int column = 0;
            for (Bytes* const bytes : out) {
                const std::string_view blob = select.blob(++column);
                if (block < 0 || block > greatest_id / articles_a_blob || blob.size() != articles_a_blob) {
                    throw Error(ErrorCode::archive_damaged, "the archive's table article_length is damaged",
                                "run `newsarc check`");
                }
                const std::int64_t first = block * articles_a_blob;
                bytes->resize(static_cast<std::size_t>(first + articles_a_blob));
                std::copy(blob.begin(), blob.end(), bytes->begin() + first);
            }
        }
    });
}

}  // namespace

ArticleBytes load_article_bytes(const Connection& connection) {
    ArticleBytes out;
    load(connection, "SELECT block, lengths, analyses FROM article_length ORDER BY block",
         {&out.lengths, &out.analyses});
    return out;
}

std::vector<std::uint8_t> load_lengths(const Connection& connection) {
    Bytes out;
    load(connection, "SELECT block, lengths FROM article_length ORDER BY block", {&out});
    return out;
}

std::vector<text::Analysis> load_analyses(const Connection& connection) {
    Bytes out;
    load(connection, "SELECT block, analyses FROM article_length ORDER BY block", {&out});
    return out;
}

}  // namespace newsarc::store
