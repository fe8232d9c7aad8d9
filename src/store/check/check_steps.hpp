#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "store/check/check.hpp"
#include "text/analysis/analyser.hpp"

// The steps of a check; each reports what it finds and throws Error(archive_damaged) where it cannot
// go on. To be called within one Snapshot.

namespace newsarc::store {

/// That the file is as long as it says.
void check_size(const Connection& connection, const Report& report);

/// SQLite's own check of pages, indexes and constraints. Reads the whole file.
void check_pages(const Connection& connection, const Report& report);

/// That each value of each table is of the type that its column has, a text UTF-8, and a number that counts
/// something not beyond 2^53. SQLite's own check does not say which article it is, and takes any bytes for
/// text.
void check_values(const Connection& connection, const Report& report);

/// That the full-text index is of these articles, which are all.
void check_index_list(const Connection& connection, std::span<const std::int64_t> ids, const Report& report);

/// That there are lengths of these articles, which are all.
void check_length_list(std::span<const std::int64_t> ids, std::span<const std::uint8_t> lengths,
                       const Report& report);

/// What each of these articles says of itself: its uid, and all that is made from its text, its length and
/// analysis among it where a length is given.
void check_articles(const Connection& connection, std::span<const std::int64_t> ids,
                    std::span<const std::uint8_t> lengths, std::span<const text::Analysis> analyses,
                    const Report& report);

/// What former versions of these articles say of themselves: their uids, and that none is missing.
void check_versions(const Connection& connection, std::span<const std::int64_t> ids, const Report& report);

/// That each of these stored files has the size and the hash that were noted.
void check_originals(const Connection& connection, std::span<const std::int64_t> ids, const Report& report);

/// That what rows refer to is there.
void check_references(const Connection& connection, const Report& report);

/// The postings against the words of these articles, which are all, and what is noted of their segments. Time
/// is that of cutting all articles into words.
void check_postings(const Connection& connection, std::span<const std::int64_t> articles,
                    const Report& report);

/// What is on record of near duplicates against the articles: sketches, pairs and clusters. Reads every
/// article once, and near duplicates twice.
void check_duplicates(const Connection& connection, const Report& report);

/// The words of the full-text index against those of the articles. Time is that of indexing them.
void check_words(const Connection& connection, const Report& report);

/// All ids of a table that has such a column, ascending.
std::vector<std::int64_t> ids_of(const Connection& connection, const char* select);

}  // namespace newsarc::store
