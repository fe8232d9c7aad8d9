#include "search/show/hits.hpp"

#include "search/show/marks.hpp"
#include "search/show/snippet.hpp"

namespace newsarc::search {

std::vector<Hit> make_hits(Session& session, std::span<const Scored> ranked, std::size_t offset,
                           std::span<const Term> terms, bool snippets) {
    std::vector<Hit> hits;
    const Marker marker(terms, session.words);
    for (std::size_t i = offset; i < ranked.size(); ++i) {
        auto hit = session.reader.hit(ranked[i].article);
        if (!hit) continue;
        hit->rank = i + 1;
        hit->score = ranked[i].score;
        if (snippets) {
            const text::Analysis analysis = session.analyses[ranked[i].article];
            if (hit->headline) hit->headline_marks = ranges(marker.find(*hit->headline, analysis));
            if (const auto text = session.reader.text(hit->id)) {
                hit->snippet = make_snippet(text->body, analysis, marker);
            }
        }
        hits.push_back(std::move(*hit));
    }
    return hits;
}

}  // namespace newsarc::search
