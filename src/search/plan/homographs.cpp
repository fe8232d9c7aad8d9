#include "search/plan/homographs.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "store/index/article_terms.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::search {
namespace {

/// The articles that the kinds of a spelling leave, and those whose text has to tell.
struct Suspects {
    DocSet left;
    DocSet doubtful;
};

DocSet articles_with(Session& session, std::string_view term) {
    DocSet out(session.articles.size());
    for (const store::Posting& posting : session.index.find(term).articles)
        out.insert(posting.article);
    return out;
}

Suspects suspects_of(Session& session, const Spelling& spelling) {
    Suspects out{session.articles, DocSet(session.articles.size())};
    for (std::size_t i = 0; i < spelling.kinds.size(); ++i) {
        if (spelling.kinds[i] == Homograph::either) continue;
        DocSet asked = articles_with(session, spelling.stems[i]);
        DocSet other =
            articles_with(session, text::acronym_term(store::acronym_of_stem(spelling.stems[i]), false));
        if (spelling.kinds[i] == Homograph::acronym) std::swap(asked, other);
        out.left &= asked;
        out.doubtful |= other;
    }
    return out;
}

/// Where a spelling stands in one column of an article.
class Places {
public:
    Places(const Session& session, const Spelling& spelling) : session_(session), spelling_(spelling) {}

    /// Calls visit(offset) for each place, in words from the beginning of the column.
    template <typename Visit>
    void visit(std::string_view text, Visit visit) const {
        const AcronymPlaces acronyms(text);
        std::vector<std::pair<std::string, std::size_t>> words;  // those before that may begin it
        std::uint32_t offset = 0;
        session_.words.tokenizer().tokenize(text, [&](std::string_view stem, std::size_t begin, std::size_t) {
            if (words.size() == spelling_.stems.size()) words.erase(words.begin());
            words.emplace_back(stem, begin);
            ++offset;
            if (words.size() == spelling_.stems.size() && stands_at(words, acronyms))
                visit(offset - static_cast<std::uint32_t>(words.size()));
            return true;
        });
    }

private:
    [[nodiscard]] bool stands_at(const std::vector<std::pair<std::string, std::size_t>>& words,
                                 const AcronymPlaces& acronyms) const {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].first != spelling_.stems[i] || !acronyms.fits(spelling_.kinds[i], words[i].second))
                return false;
        }
        return true;
    }

    const Session& session_;
    const Spelling& spelling_;
};

}  // namespace

std::vector<Homograph> written_as(std::string_view text, const store::Tokenizer& tokenizer) {
    std::vector<Homograph> out;
    const AcronymPlaces acronyms(text);
    bool told = false;
    tokenizer.tokenize(text, [&](std::string_view stem, std::size_t begin, std::size_t end) {
        Homograph kind = Homograph::either;
        if (!store::acronym_of_stem(stem).empty()) {
            // `us` may have been meant for either.
            if (acronyms.fits(Homograph::acronym, begin))
                kind = Homograph::acronym;
            else if (!text::is_homograph(text.substr(begin, end - begin)))
                kind = Homograph::word;
        }
        told = told || kind != Homograph::either;
        out.push_back(kind);
        return true;
    });
    if (!told) out.clear();
    return out;
}

AcronymPlaces::AcronymPlaces(std::string_view text) {
    for (const text::Word& word : text::words(text)) {
        if (word.kind == text::WordKind::acronym) begins_.push_back(word.begin);
    }
}

bool AcronymPlaces::fits(Homograph kind, std::size_t begin) const {
    return kind == Homograph::either ||
           std::ranges::binary_search(begins_, begin) == (kind == Homograph::acronym);
}

store::Postings as_written(Session& session, const Spelling& spelling, store::Postings found,
                           store::Positions positions) {
    if (spelling.kinds.empty() || found.articles.empty()) return found;
    const auto [left, doubtful] = suspects_of(session, spelling);
    const Places places(session, spelling);
    store::Postings out;
    auto next_position = found.positions.begin();
    for (const store::Posting& posting : found.articles) {
        const auto first_position = next_position;
        next_position += posting.places;
        if (!left.contains(posting.article)) continue;
        if (!doubtful.contains(posting.article)) {
            out.articles.push_back(posting);
            out.positions.insert(out.positions.end(), first_position, next_position);
            continue;
        }
        session.watch.check();
        const std::optional<store::ArticleText> article = session.reader.text(posting.article);
        if (!article) continue;
        store::Posting kept{.article = posting.article};
        unsigned times = 0;
        const auto look_through = [&](store::Column column, std::string_view text) {
            places.visit(text, [&](std::uint32_t offset) {
                if (times >= store::most_times) return;
                times += store::times_at(column, offset, true);
                if (positions == store::Positions::no) return;
                ++kept.places;
                out.positions.push_back(offset + (column == store::Column::body ? store::body_offset : 0));
            });
        };
        if (spelling.phrase.part != store::Part::body)
            look_through(store::Column::headline, article->headline);
        if (spelling.phrase.part != store::Part::headline) look_through(store::Column::body, article->body);
        if (times == 0) continue;
        kept.times = static_cast<std::uint16_t>(std::min(times, store::most_times));
        out.articles.push_back(kept);
    }
    // In how many places they stand is not known without positions; they do as the others.
    out.occurrences = found.occurrences * out.articles.size() / found.articles.size();
    return out;
}

}  // namespace newsarc::search
