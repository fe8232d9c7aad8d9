#include "web/page/hits.hpp"

#include <array>
#include <charconv>

#include "output/text/layout.hpp"
#include "web/page/frame.hpp"

namespace newsarc::web {
namespace {

void hit_line(Markup& out, const Hit& hit) {
    out.in("p", {{"class", "meta"}}, [&] {
        Dotted parts(out);
        if (hit.published) parts.part([&] { date(out, *hit.published); });
        parts.text(hit.credit);
        parts.text(hit.byline);
        if (hit.similar > 0) parts.part([&] { out.text(output::counted(hit.similar, "near duplicate")); });
        for (const std::string& tag : hit.tags)
            parts.part([&] { tag_links(out, {tag}); });
    });
}

/// All of it, as JSON has it, or with two digits for a person.
std::string whole(double score) {
    std::array<char, 32> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), score).ptr};
}

std::string rounded(double score) {
    std::array<char, 32> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), score, std::chars_format::fixed, 2);
    return {text.data(), end.ptr};
}

}  // namespace

void hits(Markup& out, std::span<const Hit> hits, const SearchState& state) {
    if (hits.empty()) return;
    Values values = state.values();
    if (state.page > 1) values.emplace_back("page", std::to_string(state.page));
    out.in("ol", {{"class", "hits"}, {"start", hits.front().rank}}, [&] {
        for (const Hit& hit : hits) {
            const std::string_view dir = direction(hit.language);
            out.in("li", {{"data-id", std::to_string(hit.id)}, {"data-score", whole(hit.score)}}, [&] {
                out.in("h2", {{"lang", hit.language}, {"dir", dir}}, [&] {
                    out.in("a", {{"href", article_address(hit.id, state.asks() ? values : Values())}},
                           [&] { out.marked(title_of(hit.headline), hit.headline_marks); });
                });
                hit_line(out, hit);
                out.in("p", {{"class", "snippet"}, {"lang", hit.language}, {"dir", dir}},
                       [&] { out.marked(hit.snippet.text, hit.snippet.marks); });
                if (state.explain)
                    out.element("p", {{"class", "quiet score"}}, "Score " + rounded(hit.score));
            });
        }
    });
}

void short_hits(Markup& out, std::span<const Hit> hits) {
    out.in("ul", {{"class", "short"}}, [&] {
        for (const Hit& hit : hits) {
            out.in("li", [&] {
                out.element("a",
                            {{"href", article_address(hit.id)},
                             {"lang", hit.language},
                             {"dir", direction(hit.language)}},
                            title_of(hit.headline));
                out.in("p", {{"class", "meta"}}, [&] {
                    Dotted parts(out);
                    if (hit.published) parts.part([&] { date(out, *hit.published); });
                    parts.text(hit.credit);
                });
            });
        }
    });
}

void pages_links(Markup& out, const std::string& before, const std::string& after) {
    if (before.empty() && after.empty()) return;
    out.in("nav", {{"class", "paging"}, {"aria-label", "More"}}, [&] {
        if (!before.empty()) out.element("a", {{"href", before}, {"rel", "prev"}}, "← Before");
        if (!after.empty()) out.element("a", {{"href", after}, {"rel", "next"}}, "More →");
    });
}

void tag_links(Markup& out, const std::vector<std::string>& tags) {
    for (const std::string& tag : tags) {
        out.in("a", {{"class", "tag"}, {"href", address("/", {{"tag", tag}})}},
               [&] { out.element("bdi", tag); });
    }
}

}  // namespace newsarc::web
