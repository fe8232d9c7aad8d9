#include "search/plan/lookup.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "search/plan/homographs.hpp"

namespace newsarc::search {
namespace {

/// The word that a phrase is, wherever in an article it stands; empty when it is more than that.
std::optional<std::string> word_of(const Session& session, const store::Phrase& phrase) {
    if (phrase.part != store::Part::any || phrase.prefix) return std::nullopt;
    std::vector<std::string> stems = session.words.tokenizer().stems(phrase.words);
    if (stems.size() != 1) return std::nullopt;
    return std::move(stems[0]);
}

}  // namespace

store::Postings join(const store::Postings& a, const store::Postings& b) {
    /// How far one of the two is taken over.
    struct Rest {
        const store::Postings& from;
        std::size_t article = 0;
        std::size_t position = 0;

        [[nodiscard]] std::uint32_t next() const {
            return article < from.articles.size() ? from.articles[article].article : UINT32_MAX;
        }
    };
    store::Postings out;
    out.occurrences = a.occurrences + b.occurrences;
    Rest rest_of_a{a}, rest_of_b{b};
    const auto add = [&out](Rest& rest) {
        const store::Posting& posting = rest.from.articles[rest.article++];
        store::Posting& last = out.articles.back();
        last.article = posting.article;
        last.times = static_cast<std::uint16_t>(std::min(last.times + posting.times, int{store::most_times}));
        last.places = static_cast<std::uint16_t>(last.places + posting.places);
        const auto first = rest.from.positions.begin() + static_cast<std::ptrdiff_t>(rest.position);
        out.positions.insert(out.positions.end(), first, first + posting.places);
        rest.position += posting.places;
    };
    while (rest_of_a.article < a.articles.size() || rest_of_b.article < b.articles.size()) {
        const std::uint32_t in_a = rest_of_a.next();
        const std::uint32_t in_b = rest_of_b.next();
        const auto first = static_cast<std::ptrdiff_t>(out.positions.size());
        out.articles.emplace_back();
        if (in_a <= in_b) add(rest_of_a);
        if (in_b <= in_a) add(rest_of_b);
        std::sort(out.positions.begin() + first, out.positions.end());
    }
    return out;
}

std::vector<store::Postings> look_up(Session& session, std::span<const Term> terms,
                                     store::Positions positions) {
    std::vector<store::Postings> out(terms.size());
    std::vector<store::Phrase> phrases;
    std::vector<std::size_t> term_of;          ///< by phrase
    std::vector<const Spelling*> spelling_of;  ///< by phrase
    const auto add = [&](std::size_t term, store::Postings found) {
        out[term] = out[term].articles.empty() ? std::move(found) : join(out[term], found);
    };
    for (std::size_t i = 0; i < terms.size(); ++i) {
        std::vector<std::string> words;
        for (const Spelling& spelling : terms[i].spellings) {
            const bool anywhere = positions == store::Positions::no || terms[i].part;
            const auto word = anywhere ? word_of(session, spelling.phrase) : std::nullopt;
            if (!word) {
                phrases.push_back(spelling.phrase);
                term_of.push_back(i);
                spelling_of.push_back(&spelling);
            } else if (std::ranges::find(words, *word) == words.end()) {
                add(i, session.index.find(*word));
                words.push_back(*word);
                session.watch.check();
            }
        }
    }
    auto found = store::find_postings(session.connection, phrases, session.analyses, positions,
                                      [&] { return session.watch.expired(); });
    for (std::size_t i = 0; i < phrases.size(); ++i)
        add(term_of[i], as_written(session, *spelling_of[i], std::move(found[i]), positions));
    return out;
}

}  // namespace newsarc::search
