#include "model/fields.hpp"
#include "model/parts.hpp"
#include "output/article.hpp"
#include "output/json.hpp"
#include "output/text/pattern.hpp"

#include <vector>

namespace newsarc::output {
namespace {

Json value_of(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json value_of(const std::optional<DateTime>& moment) {
    return or_null(moment);
}

Json value_of(const model::Texts& texts) {
    return texts;
}

Json value_of(const model::Extra& extra) {
    return extra.empty() ? Json::object() : Json(extra);
}

template <typename Value>
Json value_of(const std::optional<Value>& value) {
    return or_null(value);
}

template <typename Whole>
Json value_of(const std::vector<Whole>& list) {
    Json out = Json::array();
    for (const Whole& whole : list) {
        Json& member = out.emplace_back();
        for (const model::Part<Whole>& part : model::parts<Whole>()) {
            const auto text = part.get(whole);
            member[std::string(part.name)] = part.is_number && text ? Json(std::stoll(*text)) : or_null(text);
        }
    }
    return out;
}

Json value_of(std::int64_t number) {
    return number;
}

}  // namespace

Json field_json(const model::Field& field, const Article& article) {
    return model::read(field, article, [](const auto& value) { return value_of(value); });
}

namespace {

Json value_of(const Article& article) {
    Json out;
    for (const model::Field& field : model::fields()) {
        Json value = field_json(field, article);
        if (field.object.empty()) {
            out[std::string(field.name)] = std::move(value);
        } else if (Json& object = out[std::string(field.object)]; article.dateline) {
            object[std::string(field.part)] = std::move(value);
        }
        if (field.precision.empty()) continue;
        out[std::string(field.precision)] =
            article.published ? Json(to_string(article.published->precision)) : Json(nullptr);
    }
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

std::span<const std::string_view> article_fields() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> out;
        for (const model::Field& field : model::fields())
            out.push_back(field.name);
        return out;
    }();
    return names;
}

std::string article_field(const Article& article, std::string_view name, std::string_view format) {
    constexpr std::string_view extra = "extra.";
    if (name.starts_with(extra)) {
        const auto found = article.extra.find(std::string(name.substr(extra.size())));
        return found == article.extra.end() ? "" : found->second;
    }
    const model::Field* field = model::find_field(name);
    if (field == nullptr) return {};
    std::string text = model::to_text(*field, article);
    if (format.empty() || !model::is_moment(*field)) return text;
    const auto moment = from_iso(text);
    return moment ? format_date(*moment, format) : text;
}

}  // namespace newsarc::output
