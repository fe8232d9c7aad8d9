#include "mcp/resources.hpp"

#include <algorithm>

#include "mcp/tools.hpp"
#include "text/address.hpp"
#include "text/terminal.hpp"

namespace newsarc::mcp {
namespace {

constexpr std::string_view articles = "newsarc://article/";
constexpr std::string_view saved = "newsarc://saved/";
constexpr std::string_view plain = "text/plain";
constexpr std::size_t newest_articles = 20;
constexpr std::size_t longest_name = 200;  ///< bytes

std::string name_of(std::string_view text) {
    return text::clean_line_for_terminal(text::abridged(text, longest_name));
}

Json contents(const std::string& uri, const std::string& text) {
    return Json::array({{{"uri", uri}, {"mimeType", plain}, {"text", text}}});
}

/// As a tool answers.
std::string answer_of_tool(ask::Desk& desk, std::string_view name, const Json& arguments) {
    const Tool& tool = *std::ranges::find(tools(), name, &Tool::name);
    return tool.answer(desk, read_call(tool, arguments)).text;
}

}  // namespace

Json resources_json(ask::Desk& desk) {
    Json out = Json::array();
    try {
        const Archive& archive = desk.archive();
        for (const SavedSearch& search : archive.saved_searches()) {
            out.push_back({{"uri", std::string(saved) + text::percent_encoded(search.name)},
                           {"name", "@" + name_of(search.name)},
                           {"description", "saved search: " + name_of(search.query)},
                           {"mimeType", plain}});
        }
        ListRequest newest;
        newest.limit = newest_articles;
        archive.list(newest, [&](const Article& article) {
            out.push_back({{"uri", std::string(articles) + article.uid},
                           {"name", name_of(article.headline.value_or("article " + article.uid))},
                           {"mimeType", plain}});
            return true;
        });
    } catch (const Error& error) {
        if (error.code() != ErrorCode::archive_missing) throw;
    }
    return out;
}

Json resource_templates_json() {
    return Json::array({{{"uriTemplate", std::string(articles) + "{uid}"},
                         {"name", "article"},
                         {"description", "an article by its id or uid"},
                         {"mimeType", plain}},
                        {{"uriTemplate", std::string(saved) + "{name}"},
                         {"name", "saved search"},
                         {"description", "what a saved search finds now"},
                         {"mimeType", plain}}});
}

Json resource_json(ask::Desk& desk, const std::string& uri, int not_found) {
    const std::string_view address = uri;
    const Fault missing(not_found, "there is no such resource", {{"uri", name_of(uri)}});
    if (address.starts_with(articles)) {
        const std::string uid = text::percent_decoded(address.substr(articles.size()));
        if (uid.empty() || !desk.archive().resolve(uid)) throw missing;
        return contents(uri, answer_of_tool(desk, "get_article", {{"id", uid}}));
    }
    if (address.starts_with(saved)) {
        const std::string name = text::percent_decoded(address.substr(saved.size()));
        if (!desk.archive().saved_search(name)) throw missing;
        return contents(uri, answer_of_tool(desk, "search_articles", {{"query", "@" + name}, {"limit", 20}}));
    }
    throw missing;
}

}  // namespace newsarc::mcp
