#include <algorithm>

#include "ask/selection.hpp"
#include "output/exchange/citation.hpp"
#include "output/text/layout.hpp"
#include "web/page/frame.hpp"
#include "web/page/pages.hpp"
#include "web/page/search_state.hpp"

namespace newsarc::web {
namespace {

/// Entries of a feed.
constexpr std::size_t feed_entries = 50;

constexpr std::string_view atom = "http://www.w3.org/2005/Atom";

std::string feed_address(const Request& request, const SavedSearch& search) {
    const std::string path = "/feed/" + search.name + ".atom";
    return address(path, {{"key", request.feed_key(path)}});
}

void change_form(Markup& out, const Request& request, const SavedSearch& search, std::string_view what,
                 std::string_view title) {
    form(out, request, "/saved", {}, [&] {
        out.single("input", {{"type", "hidden"}, {"name", what}, {"value", search.name}});
        out.element("button", {{"class", "plain"}, {"aria-label", std::string(title) + " " + search.name}},
                    title);
    });
}

void row(Markup& out, const Request& request, const Archive& archive, const SavedSearch& search,
         std::int64_t now) {
    SearchRequest all{.query = search.query, .limit = 0, .now = now};
    all.limits.interrupt = request.cancelled;
    SearchRequest unseen = all;
    unseen.after = search.seen;
    const std::size_t fresh = archive.search(unseen).total;
    out.in("tr", [&] {
        out.in("td", [&] {
            out.in("a", {{"href", address("/", {{"q", "@" + search.name}})}},
                   [&] { out.element("bdi", search.name); });
        });
        out.in("td", [&] { out.element("code", {{"dir", "auto"}}, search.query); });
        out.element("td", {{"class", "number"}}, std::to_string(archive.search(all).total));
        out.in("td", {{"class", "number"}}, [&] {
            if (fresh == 0) return out.text("0");
            out.element("a", {{"href", address("/", {{"q", "@" + search.name}, {"sort", "added"}})}},
                        std::to_string(fresh));
        });
        out.in("td", [&] {
            out.element("a", {{"href", feed_address(request, search)}}, "Feed");
            if (request.read_only) return;
            if (fresh > 0) change_form(out, request, search, "seen", "Seen");
            change_form(out, request, search, "remove", "Remove");
        });
    });
}

void entry(Markup& out, const std::string& origin, const Article& article) {
    const std::string added = article.added.value_or("1970-01-01T00:00:00Z");
    out.in("entry", [&] {
        out.element("title", output::title_of(article));
        out.element("id", output::urn_of(article));
        out.element("updated", added);
        // Atom has no dates that are known to the day alone.
        if (article.published)
            out.element("published", to_iso(from_unix_seconds(to_unix_seconds(*article.published))));
        out.single("link", {{"rel", "alternate"}, {"href", origin + article_address(*article.id)}});
        if (const auto url = output::address_of(article))
            out.single("link", {{"rel", "via"}, {"href", *url}});
        for (const std::string& tag : article.tags)
            out.single("category", {{"term", tag}});
        out.in("author",
               [&] { out.element("name", article.byline.value_or(article.credit.value_or("newsarc"))); });
        out.element("content", {{"type", "text"}, {"xml:lang", article.language}},
                    output::full_text(article));
    });
}

}  // namespace

Response saved_page(const Request& request, ask::Desk& desk) {
    const Archive& archive = desk.archive();
    const std::vector<SavedSearch> saved = archive.saved_searches();
    return page(request, {.title = "Saved searches", .place = "/saved", .main = "saved"}, [&](Markup& out) {
        out.element("h1", "Saved searches");
        if (saved.empty()) {
            out.element("p", "A search can be saved below its results, and followed as a feed from then on.");
            return;
        }
        out.in("div",
               {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Saved searches"}},
               [&] {
                   out.in("table", [&] {
                       out.in("tr", [&] {
                           for (const char* name : {"Name", "Query", "Articles", "New", "More"})
                               out.element("th", {{"scope", "col"}}, name);
                       });
                       for (const SavedSearch& each : saved)
                           row(out, request, archive, each, desk.world().now());
                   });
               });
    });
}

Response change_saved(const Request& request, ask::Desk& desk) {
    Archive archive = desk.open_to_change();
    if (const std::string name = value_of(request.form, "remove"); !name.empty()) {
        if (!archive.remove_saved_search(name)) throw ask::no_such_search(archive, name);
    } else if (const std::string seen = value_of(request.form, "seen"); !seen.empty()) {
        archive.mark_seen(seen, archive.search({.query = "*", .limit = 0}).last_id);
    } else {
        const std::string name_of_new = value_of(request.form, "name");
        const std::string query = value_of(request.form, "query");
        if (const auto former = archive.saved_search(name_of_new); former && former->query != query) {
            throw Error(ErrorCode::usage, name_of_new + " is saved already, as: " + former->query,
                        "take another name, or remove it first");
        }
        const SearchResult found = archive.search({.query = query, .limit = 0, .now = desk.world().now()});
        archive.save_search({name_of_new, query, moment(desk), found.last_id});
    }
    return redirect("/saved");
}

Response saved_feed(const Request& request, ask::Desk& desk, const std::string& name) {
    const Archive& archive = desk.archive();
    const std::optional<SavedSearch> search = archive.saved_search(name);
    if (!search) throw ask::no_such_search(archive, name);
    SearchRequest wanted{.query = search->query, .limit = feed_entries};
    wanted.sort = Sort::added;
    wanted.match = Match::all;
    wanted.snippets = false;
    wanted.now = desk.world().now();
    wanted.limits.interrupt = request.cancelled;
    std::vector<std::int64_t> ids;
    for (const Hit& hit : archive.search(wanted).hits)
        ids.push_back(hit.id);
    std::string updated = search->saved;
    Markup entries;
    archive.visit(ids, [&](const Article& article) {
        updated = std::max(updated, article.added.value_or(""));
        entry(entries, request.origin, article);
        return true;
    });
    Markup out;
    out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    out.in("feed", {{"xmlns", atom}}, [&] {
        out.element("title", "newsarc: " + search->name);
        out.element("subtitle", search->query);
        out.element("id", request.origin + feed_address(request, *search));
        out.element("updated", updated);
        out.single("link", {{"rel", "self"}, {"href", request.origin + feed_address(request, *search)}});
        out.raw(std::move(entries).take());
    });
    return {.type = "application/atom+xml; charset=utf-8", .body = std::move(out).take()};
}

}  // namespace newsarc::web
