#include "output/exchange/article_fields.hpp"

#include "output/template/date_format.hpp"

namespace newsarc::output {
namespace {

void append_line(std::string& out, const std::string& line) {
    out += (out.empty() ? "" : "\n") + line;
}

std::string links(const Article& article) {
    std::string out;
    for (const Link& link : article.links) {
        std::string line = std::string(to_string(link.kind)) + ":";
        if (link.title) line += " " + *link.title;
        if (link.url) line += " <" + *link.url + ">";
        append_line(out, line);
    }
    return out;
}

std::string notes(const Article& article) {
    std::string out;
    for (const Note& note : article.notes)
        append_line(out, std::string(to_string(note.kind)) + ": " + note.text);
    return out;
}

std::string tags(const Article& article) {
    std::string out;
    for (const std::string& tag : article.tags)
        out += (out.empty() ? "" : ";") + tag;
    return out;
}

std::string date(const std::optional<DateTime>& moment, std::string_view format) {
    return moment ? format_date(*moment, format) : "";
}

std::string added(const Article& article, std::string_view format) {
    const std::string text = article.added.value_or("");
    const auto moment = format.empty() ? std::nullopt : from_iso(text);
    return moment ? format_date(*moment, format) : text;
}

}  // namespace

std::string article_field(const Article& article, std::string_view field, std::string_view format) {
    const Dateline none;
    const Dateline& dateline = article.dateline ? *article.dateline : none;
    if (field == "id") return article.id ? std::to_string(*article.id) : "";
    if (field == "uid") return article.uid;
    if (field == "key") return article.key.value_or("");
    if (field == "headline") return article.headline.value_or("");
    if (field == "deck") return article.deck.value_or("");
    if (field == "credit") return article.credit.value_or("");
    if (field == "byline") return article.byline.value_or("");
    if (field == "dateline") return dateline.text;
    if (field == "place") return dateline.place.value_or("");
    if (field == "agency") return dateline.agency.value_or("");
    if (field == "published") return date(article.published, format);
    if (field == "updated") return date(article.updated, format);
    if (field == "language") return article.language.value_or("");
    if (field == "words") return std::to_string(article.words);
    if (field == "body") return article.body;
    if (field == "links") return links(article);
    if (field == "notes") return notes(article);
    if (field == "tags") return tags(article);
    if (field == "path") return article.path.value_or("");
    if (field == "added") return added(article, format);
    return {};
}

}  // namespace newsarc::output
