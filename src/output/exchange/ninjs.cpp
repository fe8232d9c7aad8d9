#include "output/exchange/citation.hpp"
#include "output/exchange/formats.hpp"
#include "output/json.hpp"
#include "text/address.hpp"

namespace newsarc::output {
namespace {

Json plain_text(std::string_view role, std::string_view value) {
    return {{"role", role}, {"contentType", "text/plain"}, {"value", value}};
}

/// RFC 3339, the only form that ninjs takes. A day is taken at its first second, and a time without a
/// zone as UTC; of a month or a year nothing is made up.
std::optional<std::string> date_time(const std::optional<DateTime>& moment) {
    if (!moment || moment->precision > Precision::day) return std::nullopt;
    DateTime whole = *moment;
    whole.precision = Precision::second;
    if (!whole.offset_minutes) whole.offset_minutes = 0;
    return to_iso(whole);
}

std::string words_of(const Link& link) {
    const std::string title = link.title.value_or(link.url.value_or(""));
    return link.label ? *link.label + ": " + title : title;
}

/// An associated item needs a uri; a related line without one is kept among the descriptions.
bool is_association(const Link& link) {
    return link.url && text::link_target(*link.url);
}

Json descriptions(const Article& article) {
    Json out = Json::array();
    for (const Note& note : article.notes)
        out.push_back(plain_text(to_string(note.kind), note.text));
    for (const Link& link : article.links) {
        if (link.kind == LinkKind::related && !is_association(link))
            out.push_back(plain_text("related", words_of(link)));
    }
    return out;
}

Json associations(const Article& article) {
    Json out = Json::array();
    for (const Link& link : article.links) {
        if (!is_association(link)) continue;
        out.push_back({{"name", link.title.value_or(*link.url)},
                       {"rel", to_string(link.kind)},
                       {"uri", text::link_target(*link.url).value_or("")}});
    }
    return out;
}

Json headlines(const Article& article) {
    Json out = Json::array();
    if (article.headline) out.push_back(plain_text("main", *article.headline));
    if (article.deck) out.push_back(plain_text("subhead", *article.deck));
    return out;
}

Json sources(const Article& article) {
    Json out = Json::array();
    if (article.credit) out.push_back({{"name", *article.credit}});
    const auto agency = article.dateline ? article.dateline->agency : std::nullopt;
    if (agency && agency != article.credit) out.push_back({{"name", *agency}});
    return out;
}

Json ids(const Article& article) {
    Json out = Json::array();
    out.push_back({{"role", "uid"}, {"value", article.uid}});
    if (article.key) out.push_back({{"role", "key"}, {"value", *article.key}});
    if (article.url) out.push_back({{"role", "url"}, {"value", *article.url}});
    return out;
}

void set_list(Json& object, const char* name, Json list) {
    if (!list.empty()) object[name] = std::move(list);
}

}  // namespace

// https://iptc.org/std/ninjs/: ninjs-schema_3.1.json and the user guide.
std::string ninjs(const Article& article) {
    Json out;
    out["uri"] = urn_of(article);
    out["type"] = "text";
    out["representationType"] = "full";
    set_if(out, "contentCreated", date_time(article.published));
    set_if(out, "versionCreated", date_time(article.updated ? article.updated : article.published));
    set_if(out, "language", article.language);
    set_list(out, "headlines", headlines(article));
    set_if(out, "by", article.byline);
    set_if(out, "located", article.dateline ? article.dateline->place : std::nullopt);
    set_list(out, "infoSources", sources(article));
    set_if(out, "copyrightNotice", notes_of(article, NoteKind::copyright));
    const std::string text = full_text(article);
    if (!text.empty()) out["bodies"] = Json::array({plain_text("main", text)});
    set_list(out, "descriptions", descriptions(article));
    Json subjects = Json::array();
    for (const std::string& tag : article.tags)
        subjects.push_back({{"name", tag}});
    set_list(out, "subjects", std::move(subjects));
    set_list(out, "associations", associations(article));
    set_list(out, "altIds", ids(article));
    out["standard"] = {{"name", "ninjs"},
                       {"version", "3.1"},
                       {"schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}};
    return indented(out);
}

}  // namespace newsarc::output
