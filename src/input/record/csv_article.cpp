#include "input/record/csv_article.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <array>

#include "text/formula.hpp"
#include "text/likeness/nearest.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::input {
namespace {

struct FieldRow {
    std::string_view name;
    CsvColumns::Set set;                   ///< null: newsarc works it out by itself
    std::array<std::string_view, 6> also;  ///< what others call it
};

std::optional<DateTime> moment(const std::string& value, const char* name) {
    const std::optional<DateTime> out = from_iso(value);
    if (out) return out;
    throw Error(
        ErrorCode::input, "`" + std::string(name) + "` is no ISO 8601 date: " + value,
        "a date is such as 2025-01-21 or 2025-01-21T14:05+02:00; --map COLUMN= leaves the column out");
}

Dateline& dateline_of(Article& article) {
    if (!article.dateline) article.dateline.emplace();
    return *article.dateline;
}

void set_tags(Article& article, const std::string& value) {
    for (std::size_t at = 0; at <= value.size();) {
        const std::size_t end = std::min(value.find(';', at), value.size());
        std::string tag = text::squeeze(value.substr(at, end - at));
        if (!tag.empty()) article.tags.push_back(std::move(tag));
        at = end + 1;
    }
}

// Names of the first column are those that `export --format csv` writes.
constexpr std::array<FieldRow, 20> table{{
    {"headline", [](Article& a, const std::string& v) { a.headline = v; }, {"title", "heading", "head"}},
    {"body",
     [](Article& a, const std::string& v) { a.body = v; },
     {"text", "content", "article", "fulltext", "full_text", "story"}},
    {"deck",
     [](Article& a, const std::string& v) { a.deck = v; },
     {"subtitle", "subheadline", "standfirst", "summary", "description"}},
    {"credit",
     [](Article& a, const std::string& v) { a.credit = v; },
     {"source", "publication", "publisher", "outlet", "newspaper", "site"}},
    {"byline", [](Article& a, const std::string& v) { a.byline = v; }, {"author", "authors", "creator"}},
    {"dateline", [](Article& a, const std::string& v) { dateline_of(a).text = v; }, {}},
    {"place", [](Article& a, const std::string& v) { dateline_of(a).place = v; }, {"location", "city"}},
    {"agency", [](Article& a, const std::string& v) { dateline_of(a).agency = v; }, {}},
    {"published",
     [](Article& a, const std::string& v) { a.published = moment(v, "published"); },
     {"date", "pubdate", "published_at", "publish_date", "publication_date", "date_published"}},
    {"updated",
     [](Article& a, const std::string& v) { a.updated = moment(v, "updated"); },
     {"modified", "updated_at", "date_modified"}},
    {"language", [](Article& a, const std::string& v) { a.language = v; }, {"lang"}},
    {"key", [](Article& a, const std::string& v) { a.key = v; }, {"url", "link", "address"}},
    {"tags", set_tags, {"keywords", "topics"}},
    {"path", [](Article& a, const std::string& v) { a.path = v; }, {"file", "filename"}},
    {"added", [](Article& a, const std::string& v) { a.added = to_iso(*moment(v, "added")); }, {}},
    {"id", nullptr, {}},
    {"uid", nullptr, {}},
    {"words", nullptr, {}},
    {"links", nullptr, {}},
    {"notes", nullptr, {}},
}};

std::string plain(std::string_view name) {
    return text::fold(name);
}

const FieldRow* field_named(std::string_view name, bool by_usual_names) {
    for (const FieldRow& row : table) {
        if (row.name == name) return &row;
    }
    for (const FieldRow& row : table) {
        if (by_usual_names && !name.empty() && std::ranges::find(row.also, name) != row.also.end())
            return &row;
    }
    return nullptr;
}

[[noreturn]] void refuse_field(const std::string& name) {
    std::vector<std::string_view> names;
    std::string list;
    for (const FieldRow& row : table) {
        if (row.set == nullptr) continue;
        names.push_back(row.name);
        list += (list.empty() ? "" : ", ") + std::string(row.name);
    }
    const std::optional<std::string> near = text::nearest(name, names);
    throw Error(ErrorCode::usage, "--map knows no field '" + name + "'",
                (near ? "did you mean " + *near + "? " : "") + "the fields are " + list);
}

[[noreturn]] void refuse_column(const std::string& name, const std::vector<std::string>& header) {
    std::string list;
    for (const std::string& column : header)
        list += (list.empty() ? "" : ", ") + column;
    throw Error(ErrorCode::usage, "the table has no column '" + name + "'", "its columns are " + list);
}

/// What export put before text that a spreadsheet would compute.
std::string without_apostrophe(std::string text) {
    const std::size_t apostrophes = text.find_first_not_of('\'');
    if (apostrophes == 0 || apostrophes == std::string::npos) return text;
    if (text::looks_like_formula(std::string_view(text).substr(apostrophes))) text.erase(0, 1);
    return text;
}

std::string trimmed(std::string text) {
    constexpr std::string_view blanks = " \t\n\r\f\v";
    text.erase(0, std::min(text.find_first_not_of(blanks), text.size()));
    text.resize(text.find_last_not_of(blanks) + 1);
    return text;
}

}  // namespace

CsvColumns::CsvColumns(const std::vector<std::string>& header, const std::vector<std::string>& maps)
    : columns_(header.size(), nullptr) {
    std::vector<bool> mapped(header.size(), false);
    std::vector<Set> taken;
    for (const std::string& map : maps) {
        const std::size_t equals = map.rfind('=');
        if (equals == 0 || equals == std::string::npos) {
            throw Error(ErrorCode::usage, "--map takes COLUMN=FIELD, not '" + map + "'",
                        "such as --map title=headline");
        }
        const std::string column = map.substr(0, equals);
        const std::string field = plain(map.substr(equals + 1));
        const auto place = std::ranges::find_if(
            header, [&](const std::string& name) { return plain(name) == plain(column); });
        if (place == header.end()) refuse_column(column, header);
        const auto index = static_cast<std::size_t>(place - header.begin());
        mapped[index] = true;
        if (field.empty()) continue;
        const FieldRow* row = field_named(field, false);
        if (row == nullptr || row->set == nullptr) refuse_field(field);
        columns_[index] = row->set;
        taken.push_back(row->set);
    }
    // Own names before usual ones: of `headline` and `title` the former is meant.
    for (const bool by_usual_names : {false, true}) {
        for (std::size_t i = 0; i < header.size(); ++i) {
            if (mapped[i]) continue;
            const FieldRow* row = field_named(plain(header[i]), by_usual_names);
            if (row == nullptr) {
                if (by_usual_names) unknown_.push_back(header[i]);
                continue;
            }
            mapped[i] = true;
            if (row->set == nullptr) continue;
            if (std::ranges::find(taken, row->set) != taken.end()) {
                unknown_.push_back(header[i]);
                continue;
            }
            columns_[i] = row->set;
            taken.push_back(row->set);
        }
    }
    const auto has = [&](std::string_view name) {
        return std::ranges::find(taken, field_named(name, false)->set) != taken.end();
    };
    if (!has("headline") && !has("body")) {
        throw Error(ErrorCode::usage, "no column of the table stands for the headline or the body",
                    "say which does: --map COLUMN=headline --map COLUMN=body");
    }
}

Article CsvColumns::read(const std::vector<std::string>& row) const {
    if (row.size() != columns_.size()) {
        throw Error(
            ErrorCode::input,
            std::to_string(row.size()) + " fields, where the header names " + std::to_string(columns_.size()),
            "text with commas, quotes or line ends in it must stand in quotes");
    }
    Article article;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (columns_[i] == nullptr) continue;
        if (!text::is_valid_utf8(row[i])) {
            throw Error(ErrorCode::input, "the text is not UTF-8",
                        "convert the file first: iconv -f WINDOWS-1252 -t UTF-8 FILE");
        }
        std::string value = without_apostrophe(row[i]);
        std::erase(value, '\0');
        if (text::squeeze(value).empty()) continue;
        columns_[i](article, trimmed(std::move(value)));
    }
    // A place alone makes no dateline: nothing of one stood in the text.
    if (article.dateline && article.dateline->text.empty()) {
        article.dateline->text = article.dateline->place.value_or("");
        if (article.dateline->text.empty()) article.dateline.reset();
    }
    if (!article.headline && article.body.empty()) {
        throw Error(ErrorCode::input, "there is neither a headline nor a body", "");
    }
    return article;
}

}  // namespace newsarc::input
