#include "output/exchange/citation.hpp"
#include "output/exchange/formats.hpp"
#include "output/json.hpp"
#include "text/address.hpp"

namespace newsarc::output {
namespace {

Json thing(std::string_view type, std::string_view name) {
    return {{"@type", type}, {"name", name}};
}

Json authors(const Article& article) {
    Json out = Json::array();
    for (const text::Name& name : authors_of(article)) {
        if (!name.literal.empty()) {
            // Person or organisation: it is left open, as a text may stand for either.
            out.push_back(name.literal);
            continue;
        }
        Json person = thing(
            "Person", name.given + (name.particle.empty() ? " " : " " + name.particle + " ") + name.family);
        person["givenName"] = name.given;
        person["familyName"] = (name.particle.empty() ? "" : name.particle + " ") + name.family;
        if (!name.suffix.empty()) person["honorificSuffix"] = name.suffix;
        out.push_back(std::move(person));
    }
    return out;
}

/// What the article points at, promotion left out.
Json references(const Article& article) {
    Json out = Json::array();
    for (const Link& link : article.links) {
        if (link.kind == LinkKind::promotion) continue;
        Json work = {{"@type", link.kind == LinkKind::related ? "NewsArticle" : "CreativeWork"}};
        if (link.title) work[link.kind == LinkKind::related ? "headline" : "name"] = *link.title;
        if (link.url) {
            if (const auto target = text::link_target(*link.url)) {
                work["url"] = *target;
            } else if (!link.title) {
                work["name"] = *link.url;
            }
        }
        out.push_back(std::move(work));
    }
    return out;
}

/// For the script element of a web page, which a `</script>` or a `<!--` within a text would end or turn over
/// (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements). In
/// JSON a `<` stands in strings only.
std::string for_script_element(const std::string& json) {
    std::string out;
    for (const char c : json) {
        if (c == '<') {
            out += "\\u003c";
        } else {
            out += c;
        }
    }
    return out;
}

void set_iso(Json& object, const char* name, const std::optional<DateTime>& moment) {
    if (moment) object[name] = to_iso(*moment);
}

}  // namespace

// https://schema.org/NewsArticle, https://www.w3.org/TR/json-ld11/
std::string json_ld(const Article& article) {
    Json out;
    out["@context"] = "https://schema.org";
    out["@type"] = "NewsArticle";
    out["@id"] = urn_of(article);
    out["identifier"] = article.uid;
    set_if(out, "url", address_of(article));
    set_if(out, "headline", article.headline);
    set_if(out, "alternativeHeadline", article.deck);
    if (Json names = authors(article); !names.empty()) out["author"] = std::move(names);
    if (article.credit) out["publisher"] = thing("Organization", *article.credit);
    set_iso(out, "datePublished", article.published);
    set_iso(out, "dateModified", article.updated);
    if (article.dateline) {
        out["dateline"] = article.dateline->text;
        if (article.dateline->place) out["locationCreated"] = thing("Place", *article.dateline->place);
        if (article.dateline->agency) {
            out["sourceOrganization"] = thing("Organization", *article.dateline->agency);
        }
    }
    set_if(out, "inLanguage", article.language);
    out["wordCount"] = article.words;
    if (!article.body.empty()) out["articleBody"] = article.body;
    if (!article.tags.empty()) out["keywords"] = article.tags;
    if (Json works = references(article); !works.empty()) out["citation"] = std::move(works);
    set_if(out, "copyrightNotice", notes_of(article, NoteKind::copyright));
    set_if(out, "correction", notes_of(article, NoteKind::correction));
    return for_script_element(indented(out));
}

}  // namespace newsarc::output
