#include "input/json_article.hpp"

#include <newsarc/error.hpp>

#include "text/fold.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace newsarc::input {
namespace {

using Json = nlohmann::json;
using Text = std::optional<std::string>;

[[noreturn]] void refuse(const std::string& what) {
    throw Error(ErrorCode::input, what, "newsarc show ID --json prints an article in the form that is read");
}

/// For a document of another shape: indented over many lines, or one array.
[[noreturn]] void refuse_shape(const std::string& what, const std::string& filter) {
    throw Error(ErrorCode::input, what,
                "an article is one object on one line; jq -c '" + filter + "' FILE writes that");
}

/// The value of a field, or null when it is absent.
const Json& field(const Json& object, const char* name) {
    static const Json absent;
    const auto found = object.find(name);
    return found == object.end() ? absent : *found;
}

std::string text_of(const Json& value, const std::string& name) {
    if (!value.is_string()) refuse("`" + name + "` is not a string");
    std::string out = value.get<std::string>();
    std::erase(out, '\0');
    return out;
}

/// Absent when null, and when there is nothing but white space in it.
Text optional_text(const Json& object, const char* name) {
    const Json& value = field(object, name);
    if (value.is_null()) return std::nullopt;
    std::string out = text_of(value, name);
    if (text::squeeze(out).empty()) return std::nullopt;
    return out;
}

std::optional<DateTime> moment(const Json& object, const char* name) {
    const Text stated = optional_text(object, name);
    if (!stated) return std::nullopt;
    const auto out = from_iso(*stated);
    if (!out) refuse("`" + std::string(name) + "` is no ISO 8601 date: " + *stated);
    return out;
}

const Json& array(const Json& object, const char* name) {
    static const Json none = Json::array();
    const Json& value = field(object, name);
    if (value.is_null()) return none;
    if (!value.is_array()) refuse("`" + std::string(name) + "` is not an array");
    return value;
}

std::vector<std::string> texts(const Json& object, const char* name) {
    std::vector<std::string> out;
    for (const Json& value : array(object, name)) {
        std::string text = text_of(value, name);
        if (!text.empty()) out.push_back(std::move(text));
    }
    return out;
}

std::optional<Dateline> dateline(const Json& object) {
    const Json& value = field(object, "dateline");
    if (value.is_null()) return std::nullopt;
    if (!value.is_object()) refuse("`dateline` is not an object");
    const Text text = optional_text(value, "text");
    if (!text) return std::nullopt;
    return Dateline{*text, optional_text(value, "place"), optional_text(value, "date"),
                    optional_text(value, "agency")};
}

Link link(const Json& value) {
    if (!value.is_object()) refuse("a member of `links` is not an object");
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

Note note(const Json& value) {
    if (!value.is_object()) refuse("a member of `notes` is not an object");
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
constexpr std::array<std::string_view, 20> known_fields{
    "id",      "uid",      "key",      "headline",  "deck",
    "credit",  "byline",   "dateline", "published", "published_precision",
    "updated", "language", "words",    "body",      "links",
    "notes",   "tags",     "path",     "added",     "warnings"};

std::vector<std::string> unknown_fields(const Json& object) {
    std::vector<std::string> out;
    for (const auto& [name, value] : object.items()) {
        if (std::find(known_fields.begin(), known_fields.end(), name) == known_fields.end())
            out.push_back(name);
    }
    return out;
}

Json parsed(std::string_view json) {
    try {
        return Json::parse(json);
    } catch (const Json::exception& exception) {
        // "[json.exception.parse_error.101] parse error at line 1, column 3: …" tells more than is wanted.
        std::string what = exception.what();
        const std::size_t bracket = what.find("] ");
        if (bracket != std::string::npos) what.erase(0, bracket + 2);
        refuse_shape("this is no JSON: " + what, ".");
    }
}

}  // namespace

Record read_json_article(std::string_view json) {
    const Json object = parsed(json);
    if (!object.is_object()) refuse_shape("this is JSON, but no object", ".[]");
    Record record;
    Article& article = record.article;
    article.key = optional_text(object, "key");
    article.headline = optional_text(object, "headline");
    article.deck = optional_text(object, "deck");
    article.credit = optional_text(object, "credit");
    article.byline = optional_text(object, "byline");
    article.dateline = dateline(object);
    article.published = moment(object, "published");
    article.updated = moment(object, "updated");
    article.language = optional_text(object, "language");
    article.body = optional_text(object, "body").value_or("");
    for (const Json& value : array(object, "links"))
        article.links.push_back(link(value));
    for (const Json& value : array(object, "notes"))
        article.notes.push_back(note(value));
    article.tags = texts(object, "tags");
    article.path = optional_text(object, "path");
    if (const auto added = moment(object, "added")) article.added = to_iso(*added);
    article.warnings = texts(object, "warnings");
    if (!article.headline && article.body.empty()) refuse("there is neither a `headline` nor a `body`");
    record.unknown_fields = unknown_fields(object);
    return record;
}

}  // namespace newsarc::input
