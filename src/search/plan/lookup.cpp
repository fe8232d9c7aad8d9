#include "search/plan/lookup.hpp"

#include <algorithm>

namespace newsarc::search {
store::Postings join(const store::Postings& a, const store::Postings& b) {
    store::Postings out;
    out.complete = a.complete && b.complete;
    out.occurrences = a.occurrences + b.occurrences;
    std::size_t i = 0;
    std::size_t j = 0;
    const auto add = [&out](const store::Postings& from, const store::Posting& posting) {
        store::Posting& last = out.articles.back();
        last.article = posting.article;
        last.times = static_cast<std::uint16_t>(std::min(last.times + posting.times, int{store::most_times}));
        last.places = static_cast<std::uint16_t>(last.places + posting.places);
        const auto first = from.positions.begin() + posting.positions;
        out.positions.insert(out.positions.end(), first, first + posting.places);
    };
    while (i < a.articles.size() || j < b.articles.size()) {
        const std::uint32_t in_a = i < a.articles.size() ? a.articles[i].article : UINT32_MAX;
        const std::uint32_t in_b = j < b.articles.size() ? b.articles[j].article : UINT32_MAX;
        const auto first = static_cast<std::uint32_t>(out.positions.size());
        out.articles.push_back({.positions = first});
        if (in_a <= in_b) add(a, a.articles[i++]);
        if (in_b <= in_a) add(b, b.articles[j++]);
        std::sort(out.positions.begin() + first, out.positions.end());
    }
    return out;
}

std::vector<store::Postings> look_up(const store::Connection& connection, std::span<const Term> terms,
                                     std::span<const text::Analysis> analyses, std::size_t most,
                                     store::Positions positions, const std::function<bool()>& stopped) {
    std::vector<store::Phrase> phrases;
    for (const Term& term : terms) {
        for (const Spelling& spelling : term.spellings)
            phrases.push_back(spelling.phrase);
    }
    auto found = store::find_postings(connection, phrases, analyses, most, positions, stopped);
    std::vector<store::Postings> out;
    std::size_t next = 0;
    for (const Term& term : terms) {
        store::Postings joined;
        for (std::size_t i = 0; i < term.spellings.size(); ++i) {
            joined = i == 0 ? std::move(found[next]) : join(joined, found[next]);
            ++next;
        }
        out.push_back(std::move(joined));
    }
    return out;
}

}  // namespace newsarc::search
