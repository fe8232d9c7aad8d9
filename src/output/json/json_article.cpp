#include "model/parts.hpp"
#include "output/json/json.hpp"
#include "output/json/json_field.hpp"

namespace newsarc::output {
namespace {

Json value_of(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json value_of(const std::optional<DateTime>& moment) {
    return moment ? Json(to_iso(*moment)) : Json(nullptr);
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

}  // namespace newsarc::output
