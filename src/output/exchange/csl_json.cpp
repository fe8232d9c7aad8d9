#include "output/exchange/citation.hpp"
#include "output/exchange/formats.hpp"
#include "output/json.hpp"
#include "text/address.hpp"

namespace newsarc::output {
namespace {

Json authors(const Article& article) {
    Json out = Json::array();
    for (const text::Name& name : authors_of(article)) {
        if (!name.literal.empty()) {
            out.push_back({{"literal", name.literal}});
            continue;
        }
        Json person = {{"family", name.family}};
        if (!name.given.empty()) person["given"] = name.given;
        if (!name.particle.empty()) person["non-dropping-particle"] = name.particle;
        if (!name.suffix.empty()) person["suffix"] = name.suffix;
        out.push_back(std::move(person));
    }
    return out;
}

Json issued(const DateTime& moment) {
    Json parts = Json::array({moment.year});
    if (moment.precision <= Precision::month) parts.push_back(moment.month);
    if (moment.precision <= Precision::day) parts.push_back(moment.day);
    return {{"date-parts", Json::array({std::move(parts)})}};
}

std::string joined(const std::vector<std::string>& tags) {
    std::string out;
    for (const std::string& tag : tags)
        out += (out.empty() ? "" : ", ") + tag;
    return out;
}

}  // namespace

// https://github.com/citation-style-language/schema, schemas/input/csl-data.json of CSL 1.0.2
std::string csl_json(const Article& article) {
    Json out;
    out["id"] = citation_key(article);
    out["type"] = "article-newspaper";
    out["title"] = title_of(article);
    if (Json names = authors(article); !names.empty()) out["author"] = std::move(names);
    set_if(out, "container-title", publication_of(article));
    if (article.published) out["issued"] = issued(*article.published);
    set_if(out, "abstract", article.deck);
    set_if(out, "language", article.language);
    if (!article.tags.empty()) out["keyword"] = joined(article.tags);
    if (const auto address = address_of(article)) out["URL"] = text::as_uri(*address);
    return indented(out);
}

}  // namespace newsarc::output
