#include "output/article_changes.hpp"

#include "text/likeness/difference.hpp"

#include <algorithm>

namespace newsarc::output {
namespace {

using Text = std::optional<std::string>;

Text iso(const std::optional<DateTime>& moment) {
    return moment ? Text(to_iso(*moment)) : std::nullopt;
}

struct Field {
    std::string_view name;
    Text (*value)(const Article&);
};

constexpr Field fields[] = {
    {"headline", [](const Article& article) { return article.headline; }},
    {"deck", [](const Article& article) { return article.deck; }},
    {"credit", [](const Article& article) { return article.credit; }},
    {"byline", [](const Article& article) { return article.byline; }},
    {"published", [](const Article& article) { return iso(article.published); }},
    {"updated", [](const Article& article) { return iso(article.updated); }},
    {"dateline",
     [](const Article& article) { return article.dateline ? Text(article.dateline->text) : std::nullopt; }},
};

std::vector<std::string> paragraphs(const Article& article) {
    std::vector<std::string> out;
    const std::string& body = article.body;
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t end = std::min(body.find("\n\n", at), body.size());
        out.push_back(body.substr(at, end - at));
        at = end + 2;
    }
    return out;
}

std::vector<std::string> links(const Article& article) {
    std::vector<std::string> out;
    for (const Link& link : article.links) {
        std::string text = link.label.value_or(std::string(to_string(link.kind))) + ":";
        for (const Text& each : {link.title, link.url}) {
            if (each) text += " " + *each;
        }
        out.push_back(std::move(text));
    }
    return out;
}

std::vector<std::string> notes(const Article& article) {
    std::vector<std::string> out;
    for (const Note& note : article.notes)
        out.push_back(std::string(to_string(note.kind)) + ": " + note.text);
    return out;
}

struct List {
    std::string_view part;
    std::vector<std::string> (*texts)(const Article&);
};

constexpr List lists[] = {{"paragraph", paragraphs}, {"link", links}, {"note", notes}};

void put_list(const List& list, const Article& from, const Article& to, std::vector<PartChange>& out) {
    const std::vector<std::string> before = list.texts(from);
    const std::vector<std::string> after = list.texts(to);
    const std::vector<std::string_view> before_views(before.begin(), before.end());
    const std::vector<std::string_view> after_views(after.begin(), after.end());
    // What comes in the place of what went is put beside it, one by one.
    std::size_t waiting = out.size();
    for (const text::Difference& each : text::differences(before_views, after_views)) {
        switch (each.change) {
            case text::Change::none:
                out.push_back({list.part, before[each.from], after[each.to]});
                waiting = out.size();
                break;
            case text::Change::removed: out.push_back({list.part, before[each.from], std::nullopt}); break;
            case text::Change::added:
                if (waiting == out.size()) out.push_back({list.part, std::nullopt, std::nullopt});
                out[waiting++].to = after[each.to];
                break;
        }
    }
}

}  // namespace

std::vector<PartChange> article_changes(const Article& from, const Article& to) {
    std::vector<PartChange> out;
    for (const Field& field : fields) {
        PartChange change{field.name, field.value(from), field.value(to), true};
        if (change.from || change.to) out.push_back(std::move(change));
    }
    for (const List& list : lists)
        put_list(list, from, to, out);
    return out;
}

}  // namespace newsarc::output
