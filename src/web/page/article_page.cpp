#include <algorithm>

#include "ask/question/show.hpp"
#include "ask/selection.hpp"
#include "output/exchange/citation.hpp"
#include "output/exchange/formats.hpp"
#include "output/text/layout.hpp"
#include "output/text/pattern.hpp"
#include "text/wording.hpp"
#include "web/page/article_story.hpp"
#include "web/page/frame.hpp"
#include "web/page/hits.hpp"
#include "web/page/pages.hpp"
#include "web/page/search_state.hpp"

namespace newsarc::web {
namespace {

/// Articles like this one that are named beside it.
constexpr std::size_t most_similar = 5;

/// What is shown, and where it was come from.
struct Reading {
    const Request& request;
    const Archive& archive;
    const Article& article;
    std::int64_t id;
    std::optional<std::int64_t> version;
    ArticleMarks marks;
    SearchState state;
};

void tags(Markup& out, const Reading& reading) {
    const Article& article = reading.article;
    if (reading.request.read_only && article.tags.empty()) return;
    const std::string action = article_address(reading.id) + "/tags";
    out.in("section", {{"class", "tags"}}, [&] {
        out.element("h2", "Tags");
        if (!article.tags.empty()) {
            out.in("ul", {{"class", "tags"}}, [&] {
                for (const std::string& tag : article.tags) {
                    out.in("li", [&] {
                        tag_links(out, {tag});
                        if (reading.request.read_only) return;
                        form(out, reading.request, action, {}, [&] {
                            out.single("input", {{"type", "hidden"}, {"name", "remove"}, {"value", tag}});
                            out.element("button", {{"class", "plain"}, {"aria-label", "Take away " + tag}},
                                        "×");
                        });
                    });
                }
            });
        }
        if (reading.request.read_only) return;
        form(out, reading.request, action, {{"class", "line"}}, [&] {
            out.single("input", {{"name", "add"},
                                 {"id", "tag"},
                                 {"required", true},
                                 {"size", "14"},
                                 {"autocomplete", "off"},
                                 {"aria-label", "A tag to give"},
                                 {"placeholder", "new tag"}});
            out.element("button", "Add");
        });
    });
}

void cluster(Markup& out, const Cluster& cluster, std::int64_t id) {
    out.in("section", [&] {
        out.element("h2", "Nearly the same text");
        out.in("ul", {{"class", "short"}}, [&] {
            for (const ClusterMember& each : cluster.members) {
                if (each.id == id) continue;
                out.in("li", [&] {
                    out.element("a", {{"href", article_address(each.id)}, {"dir", "auto"}},
                                title_of(each.headline));
                    out.in("p", {{"class", "meta"}}, [&] {
                        Dotted parts(out);
                        if (each.published) parts.part([&] { date(out, *each.published); });
                        parts.text(each.credit);
                    });
                });
            }
        });
    });
}

void similar(Markup& out, const Reading& reading) {
    const std::optional<Cluster> same = reading.archive.duplicates_of(reading.id);
    if (same) cluster(out, *same, reading.id);
    RelatedRequest request{.id = reading.id, .limit = most_similar};
    request.snippets = false;
    request.least = ask::least_similar;
    request.limits.interrupt = reading.request.cancelled;
    const SearchResult found = reading.archive.related(request);
    if (found.hits.empty()) return;
    out.in("section", [&] {
        out.element("h2", "Similar");
        short_hits(out, found.hits);
    });
}

/// `Roe, Jane: Council votes for higher dykes. NewsX, 21 March 2025. https://example.org/a`
std::string citation(const Article& article) {
    std::vector<std::string> names;
    for (const text::Name& each : output::authors_of(article))
        names.push_back(output::inverted(each));
    std::string out = text::joined(names, "; ");
    out += (out.empty() ? "" : ": ") + output::title_of(article) + ".";
    std::vector<std::string> where;
    if (const auto publication = output::publication_of(article)) where.push_back(*publication);
    if (article.published) where.push_back(shown_date(*article.published));
    if (!where.empty()) out += " " + text::joined(where) + ".";
    if (const auto url = output::address_of(article)) out += " " + *url;
    return out;
}

void files(Markup& out, const Reading& reading) {
    const std::string id = std::to_string(reading.id);
    out.in("section", {{"class", "cite"}}, [&] {
        out.element("h2", "Cite and keep");
        out.element("p", {{"id", "citation"}, {"dir", "auto"}}, citation(reading.article));
        out.in("p", [&] {
            out.element("button",
                        {{"type", "button"}, {"class", "copy"}, {"data-copy", "citation"}, {"hidden", true}},
                        "Copy the citation");
        });
        out.in("ul", {{"class", "files"}}, [&] {
            for (const output::ExchangeFormat& format : output::exchange_formats()) {
                if (format.article == nullptr) continue;
                out.in("li", [&] {
                    out.element("a",
                                {{"href", "/export/" + id + "." + std::string(format.name)},
                                 {"title", std::string(format.summary)}},
                                format.name);
                });
            }
            if (reading.archive.original_name(reading.id)) {
                out.in("li", [&] { out.element("a", {{"href", "/original/" + id}}, "original file"); });
            }
        });
    });
}

void versions(Markup& out, const Reading& reading) {
    const std::vector<Version> all = reading.archive.versions(reading.id);
    if (all.size() < 2) return;
    out.in("section", [&] {
        out.element("h2", "Versions");
        out.in("ol", {{"class", "versions"}}, [&] {
            for (const Version& each : all) {
                const std::string number = std::to_string(each.number);
                out.in("li", [&] {
                    out.element("a", {{"href", article_address(reading.id, {{"at", number}})}},
                                each.replaced ? "Version " + number : "Now");
                    if (each.number > 1) {
                        out.raw(" · ");
                        out.element("a", {{"href", article_address(reading.id, {{"diff", number}})}},
                                    "what changed");
                    }
                    if (each.replaced) {
                        out.element("span", {{"class", "quiet"}},
                                    " until " + output::readable_moment(*each.replaced));
                    }
                });
            }
        });
    });
}

void fact(Markup& out, std::string_view name, const std::optional<std::string>& value) {
    if (!value || value->empty()) return;
    out.element("dt", name);
    out.in("dd", [&] { out.element("bdi", *value); });
}

void facts(Markup& out, const Reading& reading) {
    const Article& article = reading.article;
    out.in("section", [&] {
        out.element("h2", "In the archive");
        out.in("dl", [&] {
            fact(out, "id", std::to_string(reading.id));
            if (article.url) {
                out.element("dt", "address");
                out.in("dd", [&] { link_out(out, article.url, *article.url); });
            }
            if (article.key != article.url) fact(out, "key", article.key);
            fact(out, "language", article.language);
            fact(out, "added", article.added ? output::readable_moment(*article.added) : "");
            fact(out, "file", article.path);
            fact(out, "set by hand", text::joined(article.edited));
            for (const auto& [name, value] : article.extra)
                fact(out, name, value);
            for (const std::string& warning : article.warnings)
                fact(out, "doubtful", warning);
        });
        if (!reading.request.read_only && !reading.version) {
            out.in("p", [&] {
                out.element("a", {{"class", "button"}, {"href", article_address(reading.id) + "/edit"}},
                            "Edit");
            });
        }
    });
}

void trail(Markup& out, const Reading& reading) {
    out.in("nav", {{"class", "trail"}, {"aria-label", "Back"}}, [&] {
        if (reading.state.asks()) {
            out.in("a", {{"href", reading.state.address()}, {"id", "back"}}, [&] {
                out.text("← Results for ");
                out.element("bdi", reading.state.query());
            });
        }
        if (reading.version) {
            out.in("p", {{"class", "note"}}, [&] {
                out.text("This is how it read in version " + std::to_string(*reading.version) + ". ");
                out.element("a", {{"href", article_address(reading.id)}}, "Read it as it is now");
            });
        }
    });
}

Article find(const Archive& archive, std::int64_t id, std::optional<std::int64_t> version) {
    if (!version) return article_of(archive, id);
    if (std::optional<Article> article = archive.find_version(id, *version)) return *std::move(article);
    throw Error(ErrorCode::not_found, "article " + std::to_string(*article_of(archive, id).id) +
                                          " has no version " + std::to_string(*version));
}

}  // namespace

Response article_page(const Request& request, ask::Desk& desk, std::int64_t id) {
    if (!value_of(request.values, "diff").empty()) return versions_page(request, desk, id);
    const Archive& archive = desk.archive();
    std::optional<std::int64_t> version;
    if (const std::string at = value_of(request.values, "at"); !at.empty()) version = number_of(at);
    const Article article = find(archive, id, version);
    Reading reading{.request = request,
                    .archive = archive,
                    .article = article,
                    .id = id,
                    .version = version,
                    .marks = {},
                    .state = search_state(request.values)};
    if (!reading.state.words.empty()) {
        std::ostream nowhere(nullptr);
        ask::Told told;
        const ask::Reply reply = desk.reply(nowhere, told);
        const ask::AskedQuery asked =
            ask::asked_query(archive, reply, {reading.state.words}, ask::UnknownSearch::take_as_text);
        reading.marks = archive.marks(article, {.query = asked.text, .now = reply.now});
    }
    return page(request,
                {.title = output::title_of(article), .words = reading.state.words, .main = "reading"},
                [&](Markup& out) {
                    trail(out, reading);
                    article_story(out, article, reading.marks);
                    out.in("aside", {{"aria-label", "About this article"}}, [&] {
                        tags(out, reading);
                        similar(out, reading);
                        article_links(out, article, LinkKind::body, "Links in the text");
                        article_links(out, article, LinkKind::promotion, "Promoted");
                        versions(out, reading);
                        files(out, reading);
                        facts(out, reading);
                    });
                });
}

Response change_tags(const Request& request, ask::Desk& desk, std::int64_t id) {
    Values values{{"id", std::to_string(id)}};
    for (const char* name : {"add", "remove"}) {
        if (std::string tag = value_of(request.form, name); !tag.empty()) values.emplace_back(name, tag);
    }
    change(desk, "tag", values);
    return redirect(article_address(id));
}

}  // namespace newsarc::web
