#include "output/exchange/article_fields.hpp"
#include "output/exchange/csv.hpp"
#include "output/exchange/exporters.hpp"

#include <vector>

namespace newsarc::output {
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
