#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace newsarc::search {

/// A set of articles, one bit an id.
class DocSet {
public:
    /// Empty, for ids below `size`.
    explicit DocSet(std::size_t size) : size_(size), bits_((size + 63) / 64) {}

    /// Of the ids whose byte is not 0.
    explicit DocSet(std::span<const std::uint8_t> bytes) : DocSet(bytes.size()) {
        for (std::size_t id = 0; id < size_; ++id)
            bits_[id / 64] |= std::uint64_t{bytes[id] != 0 ? 1U : 0U} << (id % 64);
    }

    /// Ids that are out of range are left out: they belong to no article of this archive.
    void insert(std::int64_t id) {
        if (id < 0 || static_cast<std::size_t>(id) >= size_) return;
        bits_[static_cast<std::size_t>(id) / 64] |= bit(static_cast<std::size_t>(id));
    }

    void erase(std::int64_t id) {
        if (id < 0 || static_cast<std::size_t>(id) >= size_) return;
        bits_[static_cast<std::size_t>(id) / 64] &= ~bit(static_cast<std::size_t>(id));
    }

    [[nodiscard]] bool contains(std::size_t id) const {
        return id < size_ && (bits_[id / 64] & bit(id)) != 0;
    }

    /// Ids that it may hold are below this.
    [[nodiscard]] std::size_t size() const { return size_; }

    [[nodiscard]] std::size_t count() const {
        std::size_t out = 0;
        for (const std::uint64_t word : bits_)
            out += static_cast<std::size_t>(std::popcount(word));
        return out;
    }

    /// Sets joined, met or taken away must be of the same size.
    DocSet& operator|=(const DocSet& other) {
        for (std::size_t i = 0; i < bits_.size(); ++i)
            bits_[i] |= other.bits_[i];
        return *this;
    }
    DocSet& operator&=(const DocSet& other) {
        for (std::size_t i = 0; i < bits_.size(); ++i)
            bits_[i] &= other.bits_[i];
        return *this;
    }
    DocSet& operator-=(const DocSet& other) {
        for (std::size_t i = 0; i < bits_.size(); ++i)
            bits_[i] &= ~other.bits_[i];
        return *this;
    }

    /// Calls visit(id) for each, ascending.
    template <typename Visit>
    void for_each(Visit visit) const {
        for (std::size_t i = 0; i < bits_.size(); ++i) {
            for (std::uint64_t rest = bits_[i]; rest != 0; rest &= rest - 1) {
                visit(static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
            }
        }
    }

private:
    static std::uint64_t bit(std::size_t id) { return std::uint64_t{1} << (id % 64); }

    std::size_t size_;
    std::vector<std::uint64_t> bits_;
};

}  // namespace newsarc::search
