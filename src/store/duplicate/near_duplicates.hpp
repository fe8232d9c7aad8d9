#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "store/sql/connection.hpp"
#include "text/likeness/shingles.hpp"

// Which articles are nearly the same text. Every article's sketch (text/shingles.hpp) is in an
// index, so that like ones are found with a few look-ups; what these find is compared in full.

namespace newsarc::store {

/// Articles at least so similar are near duplicates: wire copy reprinted with a paragraph more or
/// less. docs/duplicates.md tells how it was chosen.
inline constexpr double least_similarity = 0.6;

/// An article much like another one.
struct NearDuplicate {
    std::int64_t article = 0;
    double similarity = 0;  ///< from least_similarity to 1

    friend bool operator==(const NearDuplicate&, const NearDuplicate&) = default;
};

/// A text seen beside those in the archive.
struct Comparison {
    std::vector<std::int32_t> sketch;
    text::Signature signature{};
    std::vector<NearDuplicate> like;  ///< the most similar first, equal ones in the order they came
};

/// What of a text finds those that may be like it. Making it needs no archive.
struct SketchedText {
    std::vector<std::int32_t> sketch;
    text::Signature signature{};
};

SketchedText sketched(const text::TextWords& headline, const text::TextWords& body);
SketchedText sketched(std::string_view headline, std::string_view body);

/// Makes the tables of an empty archive. To be called inside a transaction.
void create_near_duplicates(SQLite::Database& database);

/// Makes the table of signatures (text/minhash.hpp) and fills it. To be called inside a transaction.
void create_signatures(SQLite::Database& database);

/// Makes the record anew from the articles. To be called inside a transaction.
void rebuild_near_duplicates(const Connection& connection);

/// Finds near duplicates and keeps them on record; keeps its statements prepared.
class NearDuplicates {
public:
    explicit NearDuplicates(const Connection& connection);
    ~NearDuplicates();

    /// What a text that is not in the archive resembles there; `sketched` is its own. The time has a bound,
    /// however many articles are like it: of very many, some are passed over.
    [[nodiscard]] Comparison compare(const SketchedText& sketched, std::string_view headline,
                                     std::string_view body);

    /// Records an article that has just been stored, and what it resembles, in the transaction
    /// that stored it; in part in memory until flush().
    void put(std::int64_t id, const Comparison& comparison);

    /// Writes what is still in memory: to be called before the transaction ends.
    void flush();

    /// Takes an article out. To be called while its row is still as it was compared, in the
    /// transaction that changes or removes it.
    void remove(std::int64_t id);

private:
    struct Statements;
    std::unique_ptr<Statements> statements_;
};

}  // namespace newsarc::store
