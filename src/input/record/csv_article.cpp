#include "input/record/csv_article.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <utility>

#include "text/terminal.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::input {
namespace {

constexpr const char* charset_hint = "say which charset it is in: --encoding windows-1252";

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

}  // namespace

CsvColumns::CsvColumns(const std::vector<std::string>& header, RecordOptions options)
    : options_(std::move(options)), columns_(header.size()) {
    if (!std::ranges::all_of(header, text::is_valid_utf8)) {
        throw Error(ErrorCode::usage, "the names of the columns are not UTF-8", charset_hint);
    }
    std::vector<bool> settled(header.size(), false);
    const auto is_taken = [&](const model::Field* field) {
        return std::ranges::find(columns_, field, &Column::field) != columns_.end();
    };
    for (const FieldMap& map : options_.maps) {
        const auto place = std::ranges::find_if(
            header, [&](const std::string& each) { return text::fold(each) == text::fold(map.name); });
        if (place == header.end()) refuse_column(map.name, header);
        const auto index = static_cast<std::size_t>(place - header.begin());
        settled[index] = true;
        columns_[index].field = map.field;
    }
    // Own names before usual ones: of `headline` and `title` the former is meant.
    for (const auto find : {model::find_field, model::find_usual_field}) {
        for (std::size_t i = 0; i < header.size(); ++i) {
            if (settled[i]) continue;
            const model::Field* field = find(text::fold(header[i]));
            if (field == nullptr || is_taken(field)) continue;
            settled[i] = true;
            if (!field->derived) columns_[i].field = field;
        }
    }
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (settled[i]) continue;
        columns_[i].extra = header[i];
        unknown_.push_back(header[i]);
    }
    if (!has("headline") && !has("body")) {
        throw Error(ErrorCode::usage, "no column of the table stands for the headline or the body",
                    "say which does: --map NAME=headline --map NAME=body");
    }
}

bool CsvColumns::has(std::string_view field) const {
    return std::ranges::find(columns_, model::find_field(field), &Column::field) != columns_.end();
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
        if (!text::is_valid_utf8(row[i])) {
            throw Error(ErrorCode::input, "the text is not UTF-8", charset_hint);
        }
        const std::string value = without_apostrophe(row[i]);
        if (text::squeeze(value).empty()) continue;
        const auto& [field, extra] = columns_[i];
        if (field != nullptr) {
            take(article, *field, value, options_);
        } else {
            keep_extra(article, extra, value);
        }
    }
    finish(article, {.key = has("key"), .authors = has("authors")}, options_);
    return article;
}

}  // namespace newsarc::input
