#include "store/index/lengths.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <cmath>

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

void LengthWriter::put(std::int64_t article, std::uint8_t length) {
    guarded([&] {
        if (article < 1 || article > greatest_id) {
            throw Error(ErrorCode::archive_damaged,
                        "the archive is damaged: no article has the id " + std::to_string(article),
                        "newsarc check tells what else is; newsarc export saves what can be read");
        }
        const std::int64_t block = article / articles_a_blob;
        auto [at, is_new] = changed_.try_emplace(block);
        if (is_new) {
            Statement select(connection_.database(), "SELECT lengths FROM article_length WHERE block = ?");
            if (select.bind(block).step()) at->second = select.blob(0);
            at->second.resize(articles_a_blob);
        }
        at->second[static_cast<std::size_t>(article % articles_a_blob)] = static_cast<char>(length);
    });
}

void LengthWriter::write() {
    if (changed_.empty()) return;
    guarded([&] {
        Statement replace(connection_.database(), "INSERT OR REPLACE INTO article_length VALUES (?, ?)");
        for (const auto& [block, lengths] : changed_) {
            replace.bind(block);
            replace.bind_blob(2, lengths);
            replace.run();
        }
    });
    changed_.clear();
}

void put_length(const Connection& connection, std::int64_t article, std::uint8_t length) {
    LengthWriter lengths(connection);
    lengths.put(article, length);
    lengths.write();
}

std::vector<std::uint8_t> load_lengths(const Connection& connection) {
    return guarded([&] {
        std::vector<std::uint8_t> out(1);
        Statement select(connection.database(), "SELECT block, lengths FROM article_length ORDER BY block");
        while (select.step()) {
            const std::string_view lengths = select.blob(1);
            const std::int64_t block = select.integer(0);
            if (block < 0 || block > greatest_id / articles_a_blob || lengths.size() != articles_a_blob) {
                throw Error(ErrorCode::archive_damaged, "the archive's table article_length is damaged",
                            "run `newsarc check`");
            }
            const std::int64_t first = block * articles_a_blob;
            out.resize(static_cast<std::size_t>(first + articles_a_blob));
            std::copy(lengths.begin(), lengths.end(), out.begin() + first);
        }
        return out;
    });
}

}  // namespace newsarc::store
