#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "store/sql/connection.hpp"
#include "text/analysis/analyser.hpp"

// What every query has to know of every article: its length, and how its words were analysed. One byte
// each, in blobs of 2048 articles: small enough to be read whole.

namespace newsarc::store {

/// The byte that stands for a length in words: 0 is no article, else 1 + log(length) to the base
/// 1.06, rounded. Lengths are kept to 3 in a hundred, up to two and a half million words.
std::uint8_t encode_length(std::size_t words);

/// The lengths that the bytes stand for; 0 for byte 0.
const std::array<float, 256>& decoded_lengths();

/// Makes the table of an empty archive of format 1. To be called inside a transaction.
void create_lengths(SQLite::Database& database);

/// Ids of articles go from 1 to this. Lengths are kept in memory by id: a greater one, which damage or
/// another program must have made, could ask for any amount of it.
inline constexpr std::int64_t greatest_id = (std::int64_t{1} << 28) - 1;

/// Changes lengths and analyses. A blob is written once for all of its articles that change, by write().
class LengthWriter {
public:
    explicit LengthWriter(const Connection& connection) : connection_(connection) {}

    /// Notes the length and the analysis of an article; length 0 takes it out. To be called inside a
    /// transaction. Throws Error(archive_damaged) for an id that no article has.
    void put(std::int64_t article, std::uint8_t length, text::Analysis analysis);

    /// Writes what was noted. To be called inside the same transaction, before it is committed.
    void write();

private:
    struct Block {
        std::string lengths;
        std::string analyses;
    };

    const Connection& connection_;
    std::map<std::int64_t, Block> changed_;  ///< by their number
};

/// Notes and writes those of one article.
void put_length(const Connection& connection, std::int64_t article, std::uint8_t length,
                text::Analysis analysis);

/// Both of the bytes that are kept of each article; its id is the index in either.
struct ArticleBytes {
    std::vector<std::uint8_t> lengths;
    std::vector<text::Analysis> analyses;
};

/// Those of all articles, read in one go. At least one element each. Throws Error(archive_damaged).
ArticleBytes load_article_bytes(const Connection& connection);

/// The bytes of all articles; an article's id is its index. At least one element. Throws
/// Error(archive_damaged).
std::vector<std::uint8_t> load_lengths(const Connection& connection);

/// The analyses of all articles, likewise.
std::vector<text::Analysis> load_analyses(const Connection& connection);

}  // namespace newsarc::store
