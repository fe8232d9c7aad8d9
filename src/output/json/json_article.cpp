#include "output/json/json.hpp"
#include "output/json/json_value.hpp"

namespace newsarc::output {
namespace {

Json iso_or_null(const std::optional<DateTime>& moment) {
    return moment ? Json(to_iso(*moment)) : Json(nullptr);
}

Json value_of(const std::optional<Dateline>& dateline) {
    if (!dateline) return nullptr;
    return {{"text", dateline->text},
            {"place", or_null(dateline->place)},
            {"date", or_null(dateline->date)},
            {"agency", or_null(dateline->agency)}};
}

Json value_of(const Link& link) {
    return {{"kind", to_string(link.kind)},     {"url", or_null(link.url)},
            {"title", or_null(link.title)},     {"host", or_null(link.host)},
            {"article", or_null(link.article)}, {"label", or_null(link.label)}};
}

Json value_of(const Author& author) {
    return {{"name", author.name},
            {"role", or_null(author.role)},
            {"place", or_null(author.place)},
            {"outlet", or_null(author.outlet)}};
}

Json value_of(const Article& article) {
    Json authors = Json::array();
    for (const Author& author : article.authors)
        authors.push_back(value_of(author));
    Json links = Json::array();
    for (const Link& link : article.links)
        links.push_back(value_of(link));
    Json notes = Json::array();
    for (const Note& note : article.notes) {
        notes.push_back({{"kind", to_string(note.kind)}, {"text", note.text}});
    }
    Json out;
    out["id"] = or_null(article.id);
    out["uid"] = article.uid;
    out["key"] = or_null(article.key);
    out["headline"] = or_null(article.headline);
    out["deck"] = or_null(article.deck);
    out["credit"] = or_null(article.credit);
    out["byline"] = or_null(article.byline);
    out["authors"] = std::move(authors);
    out["url"] = or_null(article.url);
    out["titles"] = article.titles;
    out["dateline"] = value_of(article.dateline);
    out["published"] = iso_or_null(article.published);
    out["published_precision"] =
        article.published ? Json(to_string(article.published->precision)) : Json(nullptr);
    out["updated"] = iso_or_null(article.updated);
    out["language"] = or_null(article.language);
    out["words"] = article.words;
    out["body"] = article.body.empty() ? Json(nullptr) : Json(article.body);
    out["links"] = std::move(links);
    out["notes"] = std::move(notes);
    out["tags"] = article.tags;
    out["path"] = or_null(article.path);
    out["added"] = or_null(article.added);
    out["warnings"] = article.warnings;
    out["extra"] = article.extra.empty() ? Json::object() : Json(article.extra);
    return out;
}

}  // namespace

std::string article_json(const Article& article) {
    return one_line(value_of(article));
}

std::string explained_json(const ParsedArticle& parsed) {
    Json out = value_of(parsed.article);
    out["offset"] = parsed.offset;
    out["length"] = parsed.length;
    Json lines = Json::array();
    for (const ExplainedLine& line : parsed.lines) {
        lines.push_back(
            {{"number", line.number}, {"type", line.type}, {"rule", line.rule}, {"text", line.text}});
    }
    out["lines"] = std::move(lines);
    return one_line(out);
}

}  // namespace newsarc::output
