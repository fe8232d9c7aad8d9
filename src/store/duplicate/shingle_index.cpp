#include "store/duplicate/shingle_index.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace newsarc::store {
namespace {

// To make the filter the whole table is read: worth it when as many articles were stored as that takes,
// and surely more are to come.
constexpr std::int64_t least_written = 1000;
constexpr std::int64_t most_read_for_one = 16;

constexpr std::size_t least_slots = 64;  // a power of two, as all sizes that follow

/// The two bits of a value; its own bits are random.
std::pair<std::uint64_t, std::uint64_t> bits_of(std::int32_t value, std::uint64_t bits) {
    const std::uint64_t spread = static_cast<std::uint32_t>(value) * 0x9E3779B97F4A7C15;
    return {(spread >> 38) % bits, (spread >> 12) % bits};
}

}  // namespace

void ShingleIndex::Filter::add(std::int32_t value) {
    const auto [a, b] = bits_of(value, bits_.size() * 64);
    bits_[a / 64] |= std::uint64_t{1} << a % 64;
    bits_[b / 64] |= std::uint64_t{1} << b % 64;
}

bool ShingleIndex::Filter::may_have(std::int32_t value) const {
    const auto [a, b] = bits_of(value, bits_.size() * 64);
    return (bits_[a / 64] >> a % 64 & 1) != 0 && (bits_[b / 64] >> b % 64 & 1) != 0;
}

/// The slot of a value, or the one that it would get.
std::size_t ShingleIndex::Gathered::slot_of(std::int32_t value) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = static_cast<std::uint32_t>(value) & mask;
    while (slots_[slot].last != 0 && slots_[slot].value != value)
        slot = (slot + 1) & mask;
    return slot;
}

void ShingleIndex::Gathered::grow() {
    slots_.assign(std::max(least_slots, slots_.size() * 2), {});
    for (std::size_t row = 0; row < rows_.size(); ++row)
        slots_[slot_of(rows_[row].value)] = {rows_[row].value, static_cast<std::uint32_t>(row + 1)};
}

void ShingleIndex::Gathered::add(std::int32_t value, std::int64_t article) {
    if (rows_.size() * 2 >= slots_.size()) grow();
    Slot& slot = slots_[slot_of(value)];
    rows_.push_back({value, slot.last, article});
    slot = {value, static_cast<std::uint32_t>(rows_.size())};
}

void ShingleIndex::Gathered::find(std::int32_t value, std::size_t limit,
                                  std::vector<std::int64_t>& articles) const {
    if (slots_.empty()) return;
    for (std::uint32_t row = slots_[slot_of(value)].last; row != 0 && limit > 0; --limit) {
        articles.push_back(rows_[row - 1].article);
        row = rows_[row - 1].before;
    }
}

void ShingleIndex::Gathered::prefetch(std::int32_t value) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[static_cast<std::uint32_t>(value) & (slots_.size() - 1)]);
}

void ShingleIndex::Gathered::clear() {
    rows_.clear();
    slots_.clear();  // to be as small again as what is gathered next: updates write after each article
}

ShingleIndex::Filter::Filter() : bits_(std::size_t{1} << 20) {}

void ShingleIndex::Filter::prefetch(std::int32_t value) const {
    const auto [a, b] = bits_of(value, bits_.size() * 64);
    __builtin_prefetch(&bits_[a / 64]);
    __builtin_prefetch(&bits_[b / 64]);
}

ShingleIndex::ShingleIndex(const SQLite::Database& database)
    : find_(database, "SELECT article FROM shingle WHERE hash = ? ORDER BY article DESC LIMIT ?"),
      put_(database, "INSERT OR IGNORE INTO shingle(hash, article) VALUES (?, ?)"),
      remove_(database, "DELETE FROM shingle WHERE hash = ? AND article = ?"),
      values_(database, "SELECT hash FROM shingle"),
      any_(database, "SELECT 1 FROM shingle LIMIT 1"),
      last_article_(database, "SELECT max(id) FROM article"),
      data_version_(database, "PRAGMA data_version") {}

std::int64_t ShingleIndex::data_version() {
    const std::int64_t version = data_version_.step() ? data_version_.integer(0) : 0;
    data_version_.reset();
    return version;
}

void ShingleIndex::begin() {
    if (std::exchange(is_begun_, true)) return;
    is_empty_ = !any_.step();
    any_.reset();
    const std::int64_t version = data_version();
    if (filter_ && version == filter_version_) return;
    filter_.reset();
    const std::int64_t articles = last_article_.step() ? last_article_.integer(0) : 0;
    last_article_.reset();
    if (written_ < least_written || articles > written_ * most_read_for_one) return;
    filter_.emplace();
    filter_version_ = version;
    while (values_.step())
        filter_->add(static_cast<std::int32_t>(values_.integer(0)));
    values_.reset();
}

std::vector<std::int64_t> ShingleIndex::find(std::span<const std::int32_t> sketch, std::size_t limit) {
    begin();
    for (const std::int32_t value : sketch) {
        gathered_.prefetch(value);
        if (filter_) filter_->prefetch(value);
    }
    std::vector<std::int64_t> out;
    for (const std::int32_t value : sketch)
        find(value, limit, out);
    return out;
}

void ShingleIndex::find(std::int32_t value, std::size_t limit, std::vector<std::int64_t>& articles) {
    const auto first = static_cast<std::ptrdiff_t>(articles.size());
    gathered_.find(value, limit, articles);
    if (!is_empty_ && (!filter_ || filter_->may_have(value))) {
        find_.bind(std::int64_t{value}, static_cast<std::int64_t>(limit));
        while (find_.step())
            articles.push_back(find_.integer(0));
        find_.reset();
    }
    std::sort(articles.begin() + first, articles.end(), std::greater{});
    if (articles.size() - static_cast<std::size_t>(first) > limit) {
        articles.resize(static_cast<std::size_t>(first) + limit);
    }
}

void ShingleIndex::put(std::int64_t article, std::span<const std::int32_t> sketch) {
    begin();
    for (const std::int32_t value : sketch)
        gathered_.add(value, article);
    if (!sketch.empty()) ++written_;
}

void ShingleIndex::remove(std::int64_t article, std::span<const std::int32_t> sketch) {
    write();
    for (const std::int32_t value : sketch)
        remove_.bind(std::int64_t{value}, article).run();
}

void ShingleIndex::write() {
    std::vector<Gathered::Row> rows = gathered_.rows();
    gathered_.clear();
    std::ranges::sort(rows, {}, [](const auto& row) { return std::pair(row.value, row.article); });
    for (const Gathered::Row& row : rows) {
        put_.bind(std::int64_t{row.value}, row.article).run();
        if (filter_) filter_->add(row.value);
    }
    is_begun_ = false;
}

}  // namespace newsarc::store
