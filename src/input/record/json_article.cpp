#include "input/record/json_article.hpp"

#include <newsarc/error.hpp>

#include "text/unicode/fold.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <utility>

namespace newsarc::input {
namespace {

using Json = simdjson::dom::element;
using Object = simdjson::dom::object;
using Text = std::optional<std::string>;

[[noreturn]] void refuse(const std::string& what) {
    throw Error(ErrorCode::input, what, "newsarc show ID --json prints an article in the form that is read");
}

/// For a document of another shape: indented over many lines, or one array.
[[noreturn]] void refuse_shape(const std::string& what, const std::string& filter) {
    throw Error(ErrorCode::input, what,
                "an article is one object on one line; jq -c '" + filter + "' FILE writes that");
}

/// The value of a field; none when it is absent or null.
std::optional<Json> field(const Object& object, const char* name) {
    Json value;
    if (object.at_key(name).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
    return value;
}

std::string text_of(const Json& value, const std::string& name) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) refuse("`" + name + "` is not a string");
    std::string out(text);
    std::erase(out, '\0');
    return out;
}

/// Absent when null, and when there is nothing but white space in it.
Text optional_text(const Object& object, const char* name) {
    const auto value = field(object, name);
    if (!value) return std::nullopt;
    std::string out = text_of(*value, name);
    if (text::squeeze(out).empty()) return std::nullopt;
    return out;
}

std::optional<DateTime> moment(const Object& object, const char* name) {
    const Text stated = optional_text(object, name);
    if (!stated) return std::nullopt;
    const auto out = from_iso(*stated);
    if (!out) refuse("`" + std::string(name) + "` is no ISO 8601 date: " + *stated);
    return out;
}

std::vector<Json> array(const Object& object, const char* name) {
    const auto value = field(object, name);
    if (!value) return {};
    simdjson::dom::array members;
    if (value->get(members) != simdjson::SUCCESS) refuse("`" + std::string(name) + "` is not an array");
    return {members.begin(), members.end()};
}

/// The value as an object; refused when it is none.
Object object_of(const Json& value, const char* what) {
    Object out;
    if (value.get(out) != simdjson::SUCCESS) refuse(std::string(what) + " is not an object");
    return out;
}

std::vector<std::string> texts(const Object& object, const char* name) {
    std::vector<std::string> out;
    for (const Json& value : array(object, name)) {
        std::string text = text_of(value, name);
        if (!text.empty()) out.push_back(std::move(text));
    }
    return out;
}

std::optional<Dateline> dateline(const Object& object) {
    const auto value = field(object, "dateline");
    if (!value) return std::nullopt;
    const Object parts = object_of(*value, "`dateline`");
    const Text text = optional_text(parts, "text");
    if (!text) return std::nullopt;
    return Dateline{*text, optional_text(parts, "place"), optional_text(parts, "date"),
                    optional_text(parts, "agency")};
}

Link link(const Object& value) {
    Link out;
    if (const Text kind = optional_text(value, "kind")) {
        const auto known = link_kind_from_string(*kind);
        if (!known) refuse("a link is of the unknown kind " + *kind);
        out.kind = *known;
    }
    out.label = optional_text(value, "label");
    out.url = optional_text(value, "url");
    out.title = optional_text(value, "title");
    out.host = optional_text(value, "host");
    if (!out.url && !out.title) refuse("a link has neither `url` nor `title`");
    return out;
}

/// An object, or the name alone.
Author author(const Json& value) {
    if (value.is_string()) return {text_of(value, "authors")};
    const Object parts = object_of(value, "a member of `authors`");
    const Text name = optional_text(parts, "name");
    if (!name) refuse("an author has no `name`");
    return {*name, optional_text(parts, "role"), optional_text(parts, "place"),
            optional_text(parts, "outlet")};
}

std::map<std::string, std::string> extra(const Object& object) {
    std::map<std::string, std::string> out;
    const auto value = field(object, "extra");
    if (!value) return out;
    for (const auto& [name, text] : object_of(*value, "`extra`"))
        out.emplace(name, text_of(text, "extra"));
    return out;
}

Note note(const Object& value) {
    Note out;
    if (const Text kind = optional_text(value, "kind")) {
        const auto known = note_kind_from_string(*kind);
        if (!known) refuse("a note is of the unknown kind " + *kind);
        out.kind = *known;
    }
    const Text text = optional_text(value, "text");
    if (!text) refuse("a note has no `text`");
    out.text = *text;
    return out;
}

/// What an article in JSON may hold. Read, or known and passed over.
constexpr std::array<std::string_view, 24> known_fields{
    "id",      "uid",      "key",      "headline",  "deck",
    "credit",  "byline",   "dateline", "published", "published_precision",
    "updated", "language", "words",    "body",      "links",
    "notes",   "tags",     "path",     "added",     "warnings",
    "authors", "url",      "titles",   "extra"};

std::vector<std::string> unknown_fields(const Object& object) {
    std::vector<std::string> out;
    for (const auto& [name, value] : object) {
        if (std::ranges::find(known_fields, name) == known_fields.end()) out.emplace_back(name);
    }
    std::ranges::sort(out);
    return out;
}

}  // namespace

Record read_json_article(std::string_view json) {
    // A parser of its own each time: one that is kept holds on to what the largest record took.
    simdjson::dom::parser parser;
    Json document;
    if (const auto error = parser.parse(json.data(), json.size()).get(document)) {
        // "TAPE_ERROR: The JSON document has an improper structure: …" tells more than is wanted.
        std::string what = simdjson::error_message(error);
        const std::size_t colon = what.find(": ");
        if (colon != std::string::npos) what.erase(0, colon + 2);
        refuse_shape("this is no JSON: " + what, ".");
    }
    Object object;
    if (document.get(object) != simdjson::SUCCESS) refuse_shape("this is JSON, but no object", ".[]");
    Record record;
    Article& article = record.article;
    article.key = optional_text(object, "key");
    article.headline = optional_text(object, "headline");
    article.deck = optional_text(object, "deck");
    article.credit = optional_text(object, "credit");
    article.byline = optional_text(object, "byline");
    for (const Json& value : array(object, "authors"))
        article.authors.push_back(author(value));
    article.url = optional_text(object, "url");
    article.titles = texts(object, "titles");
    article.extra = extra(object);
    article.dateline = dateline(object);
    article.published = moment(object, "published");
    article.updated = moment(object, "updated");
    article.language = optional_text(object, "language");
    article.body = optional_text(object, "body").value_or("");
    for (const Json& value : array(object, "links"))
        article.links.push_back(link(object_of(value, "a member of `links`")));
    for (const Json& value : array(object, "notes"))
        article.notes.push_back(note(object_of(value, "a member of `notes`")));
    article.tags = texts(object, "tags");
    article.path = optional_text(object, "path");
    if (const auto added = moment(object, "added")) article.added = to_iso(*added);
    article.warnings = texts(object, "warnings");
    if (!article.headline && article.body.empty()) refuse("there is neither a `headline` nor a `body`");
    record.unknown_fields = unknown_fields(object);
    return record;
}

}  // namespace newsarc::input
