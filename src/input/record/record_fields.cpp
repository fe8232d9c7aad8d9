#include "input/record/record_fields.hpp"

#include <newsarc/error.hpp>

#include "text/likeness/nearest.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <vector>

namespace newsarc::input {
namespace {

using Text = std::optional<std::string>;

constexpr std::string_view white_space = " \t\r\n";

Text date(const std::optional<DateTime>& moment) {
    if (!moment) return std::nullopt;
    return to_iso(*moment);
}

std::optional<DateTime> read_date(const Text& value) {
    if (!value) return std::nullopt;
    if (const auto moment = from_iso(*value)) return moment;
    throw Error(ErrorCode::input, "'" + *value + "' is no date",
                "write it as in 2025, 2025-01, 2025-01-21 or 2025-01-21T14:05+02:00");
}

bool is_letters(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// A primary subtag of BCP 47 has two or three letters; what follows it is not looked at.
void require_language(const Text& value) {
    if (!value) return;
    const std::string_view primary = std::string_view(*value).substr(0, value->find('-'));
    if (primary.size() >= 2 && primary.size() <= 3 && is_letters(primary)) return;
    throw Error(ErrorCode::input, "'" + *value + "' is no language tag",
                "write it as in en, en-GB or zh-Hant");
}

Dateline& dateline_of(Article& article) {
    if (article.dateline) return *article.dateline;
    throw Error(ErrorCode::input, "there is no dateline that this could be a part of",
                "set dateline to the whole of it first, such as 'KABUL, Jan 21 (Reuters) -'");
}

void set_part(Article& article, Text Dateline::*part, const Text& value) {
    if (value || article.dateline) dateline_of(article).*part = value;
}

template <Text Article::*Member>
constexpr RecordField plain(std::string_view name) {
    return {name, [](const Article& article) { return article.*Member; },
            [](Article& article, const Text& value) { article.*Member = value; }};
}

template <std::optional<DateTime> Article::*Member>
constexpr RecordField moment(std::string_view name) {
    return {name, [](const Article& article) { return date(article.*Member); },
            [](Article& article, const Text& value) { article.*Member = read_date(value); }};
}

template <Text Dateline::*Member>
constexpr RecordField part(std::string_view name) {
    return {name,
            [](const Article& article) { return article.dateline ? (*article.dateline).*Member : Text(); },
            [](Article& article, const Text& value) { set_part(article, Member, value); }};
}

constexpr RecordField table[] = {
    plain<&Article::headline>("headline"),
    plain<&Article::deck>("deck"),
    plain<&Article::credit>("credit"),
    plain<&Article::byline>("byline"),
    {"dateline",
     [](const Article& article) { return article.dateline ? Text(article.dateline->text) : Text(); },
     [](Article& article, const Text& value) {
         article.dateline.reset();
         if (value) article.dateline = Dateline{*value, {}, {}, {}};
     }},
    part<&Dateline::place>("place"),
    {"dateline-date",
     [](const Article& article) { return article.dateline ? article.dateline->date : Text(); },
     [](Article& article, const Text& value) {
         read_date(value);
         set_part(article, &Dateline::date, value);
     }},
    part<&Dateline::agency>("agency"),
    moment<&Article::published>("published"),
    moment<&Article::updated>("updated"),
    {"language", [](const Article& article) { return article.language; },
     [](Article& article, const Text& value) {
         require_language(value);
         article.language = value;
     }},
    plain<&Article::key>("key"),
};

[[noreturn]] void refuse_name(std::string_view name) {
    std::vector<std::string_view> names{"body"};
    std::string known;
    for (const RecordField& field : table) {
        names.push_back(field.name);
        known += std::string(field.name) + ", ";
    }
    if (name == "tag" || name == "tags") {
        throw Error(ErrorCode::input, "tags are no field to be set",
                    "newsarc tag +NAME ID gives one, -NAME takes it away");
    }
    const auto near = text::nearest(name, names);
    throw Error(ErrorCode::input, "there is no field '" + std::string(name) + "' to be set",
                (near ? "did you mean " + *near + "? " : "") + "there are: " + known + "body");
}

}  // namespace

std::span<const RecordField> record_fields() {
    return table;
}

void set_field(Article& article, std::string_view name, const std::optional<std::string>& value) {
    Text cleaned = value;
    if (cleaned) {
        if (!text::is_valid_utf8(*cleaned) || cleaned->find('\0') != std::string::npos) {
            throw Error(ErrorCode::input, "the value of " + std::string(name) + " is not text in UTF-8");
        }
        cleaned->erase(cleaned->find_last_not_of(white_space) + 1);
        cleaned->erase(0, cleaned->find_first_not_of(white_space));
        if (cleaned->empty()) cleaned.reset();
    }
    if (name == "body") {
        article.body = cleaned.value_or("");
        return;
    }
    for (const RecordField& field : table) {
        if (field.name == name) return field.set(article, cleaned);
    }
    refuse_name(name);
}

}  // namespace newsarc::input
