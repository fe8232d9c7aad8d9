#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/unicode/eight_bytes.hpp"

namespace newsarc::store {

inline std::uint32_t term_hash(std::string_view term) {
    return static_cast<std::uint32_t>(text::hash_of_eights(term, [](std::uint64_t eight) { return eight; }));
}

/// Numbers terms from 0 in the order in which they first come. Open addressing and one string for all of
/// them.
class TermNumbers {
public:
    std::uint32_t number(std::string_view term) {
        if (entries_.size() * 2 >= slots_.size()) grow();
        const std::uint32_t hash = term_hash(term);
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
        const std::uint32_t slot = slots_[slot_of(term, term_hash(term))];
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

/// The terms to which one thread gives numbers, for others that read them meanwhile.
class TermList {
public:
    /// Makes it hold all that these hold, which are those that it holds and others behind them.
    void extend(const TermNumbers& numbers) {
        const auto known = static_cast<std::uint32_t>(ends_.size());
        if (known == numbers.size()) return;
        const std::lock_guard lock(mutex_);
        for (std::uint32_t number = known; number < numbers.size(); ++number) {
            texts_ += numbers.term(number);
            ends_.push_back(texts_.size());
        }
    }

    /// Calls visit(term) for those from a number on, in order.
    template <typename Visit>
    void visit(std::size_t first, Visit visit) const {
        const std::lock_guard lock(mutex_);
        for (std::size_t number = first; number < ends_.size(); ++number) {
            const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
            visit(std::string_view(texts_).substr(begin, ends_[number] - begin));
        }
    }

private:
    mutable std::mutex mutex_;
    std::string texts_;
    std::vector<std::size_t> ends_;  ///< in texts_, by number
};

}  // namespace newsarc::store
