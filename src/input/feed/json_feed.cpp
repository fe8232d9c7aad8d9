#include "input/feed/feed.hpp"

#include <newsarc/error.hpp>

#include <string>
#include <utility>

#include "input/load/simdjson.hpp"
#include "text/markup.hpp"

namespace newsarc::input {
namespace {

using Json = simdjson::dom::element;
using Object = simdjson::dom::object;
using Array = simdjson::dom::array;

std::string text(const Object& of, std::string_view name) {
    Json value;
    std::string_view found;
    if (of.at_key(name).get(value) != simdjson::SUCCESS) return {};
    if (value.get(found) == simdjson::SUCCESS) return std::string(found);
    std::int64_t number = 0;
    return value.get(number) == simdjson::SUCCESS ? std::to_string(number) : std::string();
}

std::vector<std::string> authors(const Object& of) {
    std::vector<std::string> out;
    Array list;
    Object one;
    if (of.at_key("authors").get(list) == simdjson::SUCCESS) {
        for (const Json each : list) {
            if (each.get(one) == simdjson::SUCCESS) out.push_back(text(one, "name"));
        }
    } else if (of.at_key("author").get(one) == simdjson::SUCCESS) {
        out.push_back(text(one, "name"));
    }
    return out;
}

FeedEntry entry(const Object& item) {
    FeedEntry out;
    // Twice, as titles of other feeds are read: markup in this one is text.
    out.title = text::escaped_for_markup(text::escaped_for_markup(text(item, "title")));
    out.link = text(item, "url");
    if (out.link.empty()) out.link = text(item, "external_url");
    out.id = text(item, "id");
    out.content = text(item, "content_html");
    if (out.content.empty()) out.content = text::escaped_for_markup(text(item, "content_text"));
    out.summary = text::escaped_for_markup(text(item, "summary"));
    out.language = text(item, "language");
    out.authors = authors(item);
    out.published = {text(item, "date_published")};
    out.updated = {text(item, "date_modified")};
    Array tags;
    if (item.at_key("tags").get(tags) == simdjson::SUCCESS) {
        for (const Json each : tags) {
            std::string_view tag;
            if (each.get(tag) == simdjson::SUCCESS)
                out.topics.push_back(text::escaped_for_markup(std::string(tag)));
        }
    }
    return out;
}

}  // namespace

bool begins_json_feed(std::string_view start) {
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    const std::size_t first = start.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && start[first] == '{' &&
           start.substr(0, 4096).find("jsonfeed.org/version") != std::string_view::npos;
}

std::vector<Document> read_json_feed(std::string_view utf8) {
    simdjson::dom::parser parser = json_parser();
    Json root;
    Object feed;
    Array items;
    if (parser.parse(utf8.data(), utf8.size()).get(root) != simdjson::SUCCESS ||
        root.get(feed) != simdjson::SUCCESS)
        throw Error(ErrorCode::input, "a JSON feed that is no JSON", "fetch it anew");
    FeedFacts facts;
    facts.title = text::escaped_for_markup(text(feed, "title"));
    facts.link = text(feed, "home_page_url");
    facts.language = text(feed, "language");
    facts.authors = authors(feed);
    std::vector<Document> out;
    if (feed.at_key("items").get(items) != simdjson::SUCCESS) return out;
    for (const Json each : items) {
        Object item;
        if (each.get(item) != simdjson::SUCCESS) continue;
        Document document = document_of(entry(item), facts);
        if (document.headline || !document.blocks.empty()) out.push_back(std::move(document));
    }
    return out;
}

}  // namespace newsarc::input
