#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
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
        const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(term));
        std::size_t slot = hash & (slots_.size() - 1);
        while (slots_[slot] != 0) {
            const Entry& entry = entries_[slots_[slot] - 1];
            if (entry.hash == hash && text(entry) == term) return slots_[slot] - 1;
            slot = (slot + 1) & (slots_.size() - 1);
        }
        entries_.push_back({hash, static_cast<std::uint32_t>(term.size()), texts_.size()});
        texts_ += term;
        slots_[slot] = static_cast<std::uint32_t>(entries_.size());
        return slots_[slot] - 1;
    }

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
