#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "store/sql/statement.hpp"

namespace newsarc::store {

/// Which articles have a value in their sketches (text/shingles.hpp): the table `shingle`. The values are
/// spread over the whole table, so what is put is gathered in memory and written in order; while many
/// articles are stored, a filter tells of most values that the table has none of them.
class ShingleIndex {
public:
    /// Inside guarded(), as all of this class; the database must outlive it.
    explicit ShingleIndex(const SQLite::Database& database);

    /// For each value of a sketch the newest articles that have it in theirs, at most `limit`: all in
    /// one list, in which an article is as often as it has values.
    std::vector<std::int64_t> find(std::span<const std::int32_t> sketch, std::size_t limit);

    void put(std::int64_t article, std::span<const std::int32_t> sketch);
    void remove(std::int64_t article, std::span<const std::int32_t> sketch);

    /// Writes what was put: to be called before the transaction is committed.
    void write();

private:
    /// Values that were seen, and by mistake a few that were not (Bloom, Communications of the ACM, 1970).
    class Filter {
    public:
        Filter();

        void add(std::int32_t value);
        [[nodiscard]] bool may_have(std::int32_t value) const;
        void prefetch(std::int32_t value) const;

    private:
        std::vector<std::uint64_t> bits_;
    };

    /// Rows that are not in the table yet, with a hash table of the last one of each value.
    class Gathered {
    public:
        struct Row {
            std::int32_t value;
            std::uint32_t before;  ///< the row before of that value, counted from 1; 0 for none
            std::int64_t article;
        };

        void add(std::int32_t value, std::int64_t article);

        /// Appends the articles that came last, at most `limit`, the last one first.
        void find(std::int32_t value, std::size_t limit, std::vector<std::int64_t>& articles) const;

        /// Begins to bring what find() needs nearer.
        void prefetch(std::int32_t value) const;

        [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
        void clear();

    private:
        [[nodiscard]] std::size_t slot_of(std::int32_t value) const;
        void grow();

        std::vector<Row> rows_;
        struct Slot {
            std::int32_t value = 0;
            std::uint32_t last = 0;  ///< the last row of the value, counted from 1; 0 where there is none
        };
        std::vector<Slot> slots_;
    };

    void begin();
    void find(std::int32_t value, std::size_t limit, std::vector<std::int64_t>& articles);
    [[nodiscard]] std::int64_t data_version();

    Statement find_;
    Statement put_;
    Statement remove_;
    Statement values_;
    Statement any_;
    Statement last_article_;
    Statement data_version_;
    Gathered gathered_;
    std::optional<Filter> filter_;     ///< of what is in the table, while nobody else writes
    std::int64_t filter_version_ = 0;  ///< data_version() when it was made
    std::int64_t written_ = 0;         ///< articles, by this
    bool is_begun_ = false;            ///< something was asked or put since the last write()
    bool is_empty_ = false;            ///< the table is
};

}  // namespace newsarc::store
