#include "store/index/stem_reader.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "store/index/stemmed_text.hpp"

namespace newsarc::store {

void KnownStretches::grow() {
    constexpr std::size_t least = 1024;  // a power of two, as all sizes that follow
    const std::vector<Slot> before =
        std::exchange(slots_, std::vector<Slot>(std::max(least, slots_.size() * 2)));
    for (const Slot& each : before) {
        if (each.record == 0) continue;
        std::size_t slot = each.hash & (slots_.size() - 1);
        while (slots_[slot].record != 0)
            slot = (slot + 1) & (slots_.size() - 1);
        slots_[slot] = each;
    }
}

void StemReader::stem(std::string_view stretch, const Add& add) {
    std::string indexed;
    tokenizer_->tokenize(stretch, [&](std::string_view stem, std::size_t begin, std::size_t end) {
        const std::uint32_t number = numbered_ == Numbered::all ? stems_.number(stem) : find(stem);
        indexed.clear();
        append_stem(indexed, stem);
        add({stem, indexed, number, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        return true;
    });
}

}  // namespace newsarc::store
