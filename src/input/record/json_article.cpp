#include "input/record/json_article.hpp"

#include <newsarc/error.hpp>

#include "input/load/simdjson.hpp"
#include "model/parts.hpp"
#include "model/settle.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <sstream>
#include <type_traits>
#include <utility>

namespace newsarc::input {
namespace {

using Json = simdjson::dom::element;
using Object = simdjson::dom::object;
using Text = std::optional<std::string>;
using model::Field;

[[noreturn]] void refuse(const std::string& what) {
    throw Error(ErrorCode::input, what, "newsarc show ID --json prints an article in the form that is read");
}

/// For a document of another shape: indented over many lines, or one array.
[[noreturn]] void refuse_shape(const std::string& what, const std::string& filter) {
    throw Error(ErrorCode::input, what,
                "an article is one object on one line; jq -c '" + filter + "' FILE writes that");
}

std::string quoted(std::string_view name) {
    return "`" + std::string(name) + "`";
}

std::string as_json(const Json& value) {
    std::ostringstream out;
    out << simdjson::minify(value);
    return out.str();
}

Object object_of(const Json& value, const std::string& what) {
    Object out;
    if (value.get(out) != simdjson::SUCCESS) refuse(what + " is not an object");
    return out;
}

simdjson::dom::array array_of(const Json& value, std::string_view name) {
    simdjson::dom::array out;
    if (value.get(out) != simdjson::SUCCESS) refuse(quoted(name) + " is not an array");
    return out;
}

/// The text of a value. Absent when it is null, and when there is nothing but white space in it.
Text text_of(const Json& value, std::string_view name) {
    std::string out;
    Json inner;
    switch (value.type()) {
        case simdjson::dom::element_type::NULL_VALUE: return std::nullopt;
        case simdjson::dom::element_type::STRING: out = value.get_string().value_unsafe(); break;
        case simdjson::dom::element_type::OBJECT:
            if (value.at_key("name").get(inner) != simdjson::SUCCESS) refuse(quoted(name) + " is no text");
            return text_of(inner, name);
        case simdjson::dom::element_type::ARRAY:
            for (const Json& member : array_of(value, name)) {
                const Text text = text_of(member, name);
                if (text) out += (out.empty() ? "" : ", ") + *text;
            }
            break;
        default: out = as_json(value);
    }
    if (text::squeeze(out).empty()) return std::nullopt;
    return model::cleaned(out);
}

template <typename Whole>
void set_parts(const Object& object, const std::string& what, Whole& whole) {
    for (const model::Part<Whole>& part : model::parts<Whole>()) {
        Json value;
        if (part.derived || object.at_key(part.name).get(value) != simdjson::SUCCESS) continue;
        if (const Text text = text_of(value, part.name)) part.set(whole, text);
    }
    const std::string_view missing = model::what_is_missing(whole);
    if (!missing.empty()) refuse(what + ": " + std::string(missing));
}

// The lists. All else is set by its text.

template <typename Whole>
void set_list(std::vector<Whole>& list, const Field& field, const Json& value) {
    const std::string what = "a member of " + quoted(field.name);
    for (const Json& member : array_of(value, field.name)) {
        Whole& whole = list.emplace_back();
        if constexpr (std::is_same_v<Whole, Author>) {
            if (member.is_string()) {
                whole.name = text_of(member, field.name).value_or("");
                continue;
            }
        }
        set_parts(object_of(member, what), what, whole);
    }
}

void set_list(model::Texts& list, const Field& field, const Json& value) {
    for (const Json& member : array_of(value, field.name)) {
        if (Text text = text_of(member, field.name)) list.push_back(std::move(*text));
    }
}

void set_list(model::Extra& list, const Field& field, const Json& value) {
    for (const auto& [name, text] : object_of(value, quoted(field.name))) {
        if (const Text known = text_of(text, name)) list.insert_or_assign(std::string(name), *known);
    }
}

class Reader {
public:
    Reader(const Object& object, const RecordOptions& options) : object_(object), options_(options) {}

    Record read() {
        for (const FieldMap& map : options_.maps)
            take_mapped(map);
        // Own names before usual ones: of `headline` and `title` the former is meant. A dateline comes before
        // its parts.
        for (const Field& field : model::fields()) {
            if (field.object.empty()) {
                take_member(field, field.name, object_);
            } else if (const auto dateline = value_of(object_, field.object)) {
                known_.push_back(field.object);
                take_dateline(field, *dateline);
            }
            if (!field.precision.empty()) known_.push_back(field.precision);
        }
        for (const auto& [name, value] : object_) {
            if (!is_known(name)) take_usual(name, value);
        }
        finish(record_.article, {.key = is_known("key"), .authors = is_known("authors")}, options_);
        std::ranges::sort(record_.unknown_fields);
        return std::move(record_);
    }

private:
    static std::optional<Json> value_of(const Object& object, std::string_view name) {
        Json value;
        if (object.at_key(name).get(value) != simdjson::SUCCESS) return std::nullopt;
        return value;
    }

    [[nodiscard]] bool is_known(std::string_view name) const {
        return std::ranges::find(known_, name) != known_.end();
    }

    [[nodiscard]] bool is_taken(const Field& field) const {
        return std::ranges::find(taken_, &field) != taken_.end();
    }

    /// `--map NAME=FIELD`, where NAME may be a member of a member: `meta.title`.
    void take_mapped(const FieldMap& map) {
        std::string_view name = map.name;
        auto value = value_of(object_, name);
        for (Object inside = object_; !value;) {
            const std::size_t dot = name.find('.');
            if (dot == std::string_view::npos) return;
            const auto outer = value_of(inside, name.substr(0, dot));
            if (!outer || outer->get(inside) != simdjson::SUCCESS) return;
            name.remove_prefix(dot + 1);
            value = value_of(inside, name);
        }
        known_.push_back(map.name);
        if (map.field != nullptr && !value->is_null()) take_value(*map.field, *value);
    }

    void take_member(const Field& field, std::string_view name, const Object& object) {
        const auto value = value_of(object, name);
        if (!value || is_known(name) || is_taken(field)) return;
        known_.push_back(name);
        if (!field.derived && !value->is_null()) take_value(field, *value);
    }

    void take_dateline(const Field& field, const Json& dateline) {
        if (dateline.is_string() && field.part == "text") return take_value(field, dateline);
        if (dateline.is_null() || dateline.is_string()) return;
        const Object parts = object_of(dateline, quoted(field.object));
        const auto part = value_of(parts, field.part);
        if (part && !part->is_null()) take_value(field, *part);
    }

    void take_value(const Field& field, const Json& value) {
        taken_.push_back(&field);
        if (!model::is_list(field) || (value.is_string() && field.is_set)) {
            if (const Text text = text_of(value, field.name)) take(record_.article, field, *text, options_);
            if (field.member == model::Member(&Article::byline) && value.is_array()) take_authors(value);
            return;
        }
        model::write(field, record_.article, [&](auto& list) {
            if constexpr (requires { set_list(list, field, value); }) set_list(list, field, value);
        });
    }

    /// Of `author: ["Jane Roe", "Ali Khan"]` each is one byline.
    void take_authors(const Json& list) {
        if (!options_.read_byline || value_of(object_, "authors")) return;
        for (const Json& each : array_of(list, "author")) {
            Text name = text_of(each, "author");
            if (!name) continue;
            for (Author& author : options_.read_byline(*name))
                record_.article.authors.push_back(std::move(author));
        }
    }

    void take_usual(std::string_view name, const Json& value) {
        const std::string folded = text::fold(name);
        const Field* field = model::find_field(folded);
        if (field == nullptr || field->derived) field = model::find_usual_field(folded);
        if (field == nullptr || is_taken(*field)) {
            record_.unknown_fields.emplace_back(name);
            const bool nested = value.is_object() || value.is_array();
            keep_extra(record_.article, name, nested ? as_json(value) : text_of(value, name).value_or(""));
        } else if (!value.is_null()) {
            take_value(*field, value);
        }
    }

    const Object& object_;
    const RecordOptions& options_;
    Record record_;
    std::vector<std::string_view> known_;
    std::vector<const Field*> taken_;
};

/// A list of objects, and where it stands: `response.docs`.
struct FoundList {
    std::string name;
    simdjson::dom::array list;
};

bool holds_objects(const simdjson::dom::array& list) {
    return list.begin() != list.end() &&
           std::ranges::all_of(list, [](const Json& member) { return member.is_object(); });
}

void find_lists(const Object& object, const std::string& above, std::vector<FoundList>& out) {
    constexpr std::ptrdiff_t deepest = 3;
    for (const auto& [name, value] : object) {
        simdjson::dom::array list;
        Object inner;
        if (value.get(list) == simdjson::SUCCESS) {
            if (holds_objects(list)) out.push_back({above + std::string(name), list});
        } else if (value.get(inner) == simdjson::SUCCESS && std::ranges::count(above, '.') < deepest) {
            find_lists(inner, above + std::string(name) + ".", out);
        }
    }
}

/// By a name for one of ours, or one that is mapped to it.
bool has_text(const Object& object, const RecordOptions& options) {
    const auto is_text = [](const Field* field) {
        return field != nullptr && (field->member == model::Member(&Article::headline) ||
                                    field->member == model::Member(&Article::body));
    };
    const bool mapped = std::ranges::any_of(options.maps, [&](const FieldMap& map) {
        Json value;
        const bool nested = map.name.find('.') != std::string::npos;
        return is_text(map.field) && (nested || object.at_key(map.name).get(value) == simdjson::SUCCESS);
    });
    if (mapped) return true;
    return std::ranges::any_of(object, [&](const auto& member) {
        const std::string folded = text::fold(member.key);
        return is_text(model::find_field(folded)) || is_text(model::find_usual_field(folded));
    });
}

}  // namespace

std::vector<std::string> objects_within(std::string_view json, const RecordOptions& options) {
    simdjson::dom::parser parser = json_parser();
    Object object;
    if (parser.parse(json.data(), json.size()).get(object) != simdjson::SUCCESS || has_text(object, options))
        return {};
    std::vector<FoundList> lists;
    find_lists(object, "", lists);
    if (lists.size() > 1) {
        std::string names;
        for (const FoundList& each : lists)
            names += (names.empty() ? "" : ", ") + quoted(std::string_view(each.name));
        throw Error(
            ErrorCode::input, "an object that holds several lists of objects: " + names,
            "choose the one of the articles: jq -c '." + lists[0].name + "[]' FILE | newsarc import -");
    }
    std::vector<std::string> out;
    if (lists.empty()) return out;
    for (const Json& member : lists[0].list)
        out.push_back(as_json(member));
    return out;
}

Record read_json_article(std::string_view json, const RecordOptions& options) {
    // A parser of its own each time: one that is kept holds on to what the largest record took.
    simdjson::dom::parser parser = json_parser();
    Json document;
    if (const auto error = parser.parse(json.data(), json.size()).get(document)) {
        // "TAPE_ERROR: The JSON document has an improper structure: …" tells more than is wanted.
        std::string what = json_error(error);
        const std::size_t colon = what.find(": ");
        if (colon != std::string::npos) what.erase(0, colon + 2);
        refuse_shape("this is no JSON: " + what, ".");
    }
    Object object;
    if (document.get(object) != simdjson::SUCCESS) refuse_shape("this is JSON, but no object", ".[]");
    return Reader(object, options).read();
}

}  // namespace newsarc::input
