#include "web/page/article_story.hpp"

#include <algorithm>

#include "output/exchange/citation.hpp"
#include "output/text/layout.hpp"
#include "output/text/pattern.hpp"
#include "text/address.hpp"
#include "text/wording.hpp"
#include "web/page/frame.hpp"
#include "web/page/search_state.hpp"

namespace newsarc::web {
namespace {

/// The ranges of a text that fall into a part of it, counted from the part's beginning.
std::vector<Range> within(const std::vector<Range>& ranges, std::size_t begin, std::size_t end) {
    std::vector<Range> out;
    for (const Range& each : ranges) {
        const Range cut{std::max(each.begin, begin), std::min(each.end, end)};
        if (cut.begin < cut.end) out.push_back({cut.begin - begin, cut.end - begin});
    }
    return out;
}

void body(Markup& out, const Article& article, const ArticleMarks& marks) {
    const std::string_view text = article.body;
    bool first = true;
    out.in("div", {{"class", "text"}}, [&] {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find("\n\n", at), text.size());
            out.in("p", [&] {
                if (first && article.dateline) {
                    out.element("span", {{"class", "dateline"}}, article.dateline->text);
                    out.raw(" ");
                }
                out.marked(text.substr(at, end - at), within(marks.body, at, end));
            });
            first = false;
            at = std::min(end + 2, text.size());
        }
        if (first && article.dateline) out.element("p", {{"class", "dateline"}}, article.dateline->text);
    });
}

/// `Jane Roe, Staff Writer in Cork`
std::string with_role(const Author& author) {
    std::string out = author.name;
    for (const std::optional<std::string>& part : {author.role, author.place, author.outlet}) {
        if (part) out += ", " + *part;
    }
    return out;
}

std::string byline_of(const Article& article) {
    if (article.authors.empty()) return article.byline.value_or("");
    std::vector<std::string> names;
    for (const Author& each : article.authors)
        names.push_back(with_role(each));
    return text::joined(names, "; ");
}

void head(Markup& out, const Article& article, const ArticleMarks& marks) {
    out.in("header", [&] {
        if (article.credit) {
            out.in("p", {{"class", "kicker"}}, [&] {
                out.in("a", {{"href", address("/", {{"credit", *article.credit}})}},
                       [&] { out.element("bdi", *article.credit); });
            });
        }
        out.in("h1", [&] {
            if (article.headline) {
                out.marked(*article.headline, marks.headline);
            } else {
                out.element("span", {{"class", "quiet"}}, output::title_of(article));
            }
        });
        if (article.deck) out.in("p", {{"class", "deck"}}, [&] { out.marked(*article.deck, marks.deck); });
        out.in("p", {{"class", "meta"}}, [&] {
            Dotted parts(out);
            parts.text(byline_of(article));
            if (article.published) parts.part([&] { date(out, *article.published, true); });
            if (article.updated) {
                parts.part([&] {
                    out.text("updated ");
                    date(out, *article.updated, true);
                });
            }
            parts.text(output::counted(static_cast<std::size_t>(article.words), "word"));
        });
    });
}

void link_item(Markup& out, const Link& link) {
    out.in("li", [&] {
        if (link.label) out.element("span", {{"class", "label"}}, *link.label + " ");
        const std::string text = link.title.value_or(link.url.value_or(""));
        if (link.article) {
            out.in("a", {{"href", article_address(*link.article)}}, [&] { out.element("bdi", text); });
            return;
        }
        link_out(out, link.url, text);
        if (link.title && link.host) out.element("span", {{"class", "quiet"}}, " " + *link.host);
    });
}

void notes(Markup& out, const Article& article) {
    if (article.notes.empty()) return;
    out.in("section", {{"class", "notes"}}, [&] {
        out.element("h2", {{"lang", "en"}}, "Around the story");
        for (const Note& each : article.notes) {
            out.in("p", [&] {
                out.element("span", {{"class", "label"}, {"lang", "en"}},
                            std::string(to_string(each.kind)) + " ");
                out.element("bdi", each.text);
            });
        }
    });
}

}  // namespace

void link_out(Markup& out, const std::optional<std::string>& url, std::string_view text) {
    const std::optional<std::string> target = url ? text::link_target(*url) : std::nullopt;
    if (target && target->starts_with("http")) {
        out.in("a", {{"href", *target}, {"rel", "noopener noreferrer"}}, [&] { out.element("bdi", text); });
    } else {
        out.element("bdi", text);
    }
}

void article_links(Markup& out, const Article& article, LinkKind kind, std::string_view title) {
    if (std::ranges::none_of(article.links, [&](const Link& each) { return each.kind == kind; })) return;
    out.in("section", {{"class", "links"}}, [&] {
        out.element("h2", {{"lang", "en"}}, title);
        out.in("ul", [&] {
            for (const Link& each : article.links) {
                if (each.kind == kind) link_item(out, each);
            }
        });
    });
}

void article_story(Markup& out, const Article& article, const ArticleMarks& marks) {
    out.in("article", {{"lang", article.language}, {"dir", direction(article.language)}}, [&] {
        head(out, article, marks);
        body(out, article, marks);
        article_links(out, article, LinkKind::related, "Related");
        notes(out, article);
    });
}

}  // namespace newsarc::web
