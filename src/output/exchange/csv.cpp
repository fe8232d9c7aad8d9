#include "output/exchange/csv.hpp"

#include "output/article.hpp"
#include "output/exchange/formats.hpp"
#include "text/terminal.hpp"

#include <algorithm>
#include <vector>

namespace newsarc::output {
namespace {

/// So does one that looks as if it had got its apostrophe already.
bool needs_apostrophe(std::string_view field) {
    field.remove_prefix(std::min(field.find_first_not_of('\''), field.size()));
    return text::looks_like_formula(field);
}

void append_field(std::string& out, std::string_view field) {
    const bool formula = needs_apostrophe(field);
    if (!formula && field.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += field;
        return;
    }
    out += '"';
    if (formula) out += '\'';
    for (const char c : field) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace

std::string csv_row(std::span<const std::string> fields) {
    std::string out;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) out += ',';
        append_field(out, fields[i]);
    }
    out += "\r\n";
    return out;
}

namespace {

std::string without_line_end(std::string row) {
    row.resize(row.size() - 2);
    return row;
}

}  // namespace

// RFC 4180.
std::string csv_article(const Article& article) {
    std::vector<std::string> row;
    for (const std::string_view field : article_fields())
        row.push_back(article_field(article, field));
    return without_line_end(csv_row(row));
}

std::string csv_header() {
    return without_line_end(
        csv_row(std::vector<std::string>(article_fields().begin(), article_fields().end())));
}

}  // namespace newsarc::output
