#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::store {

/// Numbers terms from 0 in the order in which they first come. Open addressing and one string for all of
/// them: a word is looked up for every word of every article that is stored.
class TermNumbers {
public:
    std::uint32_t number(std::string_view term) {
        if (entries_.size() * 2 >= slots_.size()) grow();
        const std::uint32_t hash = hash_of(term);
        std::uint32_t& slot = slots_[slot_of(term, hash)];
        if (slot != 0) return slot - 1;
        entries_.push_back({hash, static_cast<std::uint32_t>(term.size()), texts_.size()});
        texts_ += term;
        slot = static_cast<std::uint32_t>(entries_.size());
        return slot - 1;
    }

    /// The number of a term that has one.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view term) const {
        if (slots_.empty()) return std::nullopt;
        const std::uint32_t slot = slots_[slot_of(term, hash_of(term))];
        if (slot == 0) return std::nullopt;
        return slot - 1;
    }

    /// Until another term gets a number.
    [[nodiscard]] std::string_view term(std::uint32_t number) const { return text(entries_[number]); }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

private:
    struct Entry {
        std::uint32_t hash = 0;
        std::uint32_t size = 0;
        std::size_t begin = 0;
    };

    /// Of eight bytes at a time, the last of which may be taken twice.
    static std::uint32_t hash_of(std::string_view term) {
        constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
        const char* const begin = term.data();
        const std::size_t size = term.size();
        std::uint64_t hash = size * factor;
        const auto mix = [&hash](std::uint64_t bytes) {
            hash = (hash ^ bytes) * factor;
            hash ^= hash >> 32;
        };
        if (size >= 8) {
            for (std::size_t at = 0; at + 8 < size; at += 8)
                mix(load<std::uint64_t>(begin + at));
            mix(load<std::uint64_t>(begin + size - 8));
        } else if (size >= 4) {
            mix(load<std::uint32_t>(begin) | std::uint64_t{load<std::uint32_t>(begin + size - 4)} << 32);
        } else if (size > 0) {
            mix(static_cast<unsigned char>(begin[0]) |
                static_cast<std::uint64_t>(static_cast<unsigned char>(begin[size / 2])) << 8 |
                static_cast<std::uint64_t>(static_cast<unsigned char>(begin[size - 1])) << 16);
        }
        return static_cast<std::uint32_t>(hash);
    }

    template <typename Number>
    static Number load(const char* from) {
        Number out = 0;
        std::memcpy(&out, from, sizeof out);
        return out;
    }

    [[nodiscard]] std::string_view text(const Entry& entry) const {
        return std::string_view(texts_).substr(entry.begin, entry.size);
    }

    /// The slot of a term, or the free one that it would get.
    [[nodiscard]] std::size_t slot_of(std::string_view term, std::uint32_t hash) const {
        std::size_t slot = hash & (slots_.size() - 1);
        while (slots_[slot] != 0) {
            const Entry& entry = entries_[slots_[slot] - 1];
            if (entry.hash == hash && text(entry) == term) break;
            slot = (slot + 1) & (slots_.size() - 1);
        }
        return slot;
    }

    void grow() {
        slots_.assign(slots_.empty() ? 1024 : slots_.size() * 2, 0);
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            std::size_t slot = entries_[i].hash & (slots_.size() - 1);
            while (slots_[slot] != 0)
                slot = (slot + 1) & (slots_.size() - 1);
            slots_[slot] = static_cast<std::uint32_t>(i + 1);
        }
    }

    std::vector<std::uint32_t> slots_;  ///< numbers of entries, from 1; 0 is free
    std::vector<Entry> entries_;
    std::string texts_;
};

}  // namespace newsarc::store
