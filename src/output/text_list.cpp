#include "output/lines.hpp"
#include "output/text.hpp"
#include "text/terminal.hpp"

#include <algorithm>

namespace newsarc::output {
namespace {

constexpr std::size_t id_width = 6;
constexpr std::size_t date_width = 10;
constexpr std::size_t credit_width = 14;
constexpr std::string_view gap = "  ";
constexpr std::size_t headline_column = id_width + date_width + credit_width + 3 * gap.size();

std::string padded(const std::string& text, std::size_t width) {
    const std::size_t used = text::display_width(text);
    return used < width ? text + std::string(width - used, ' ') : text;
}

std::string day_of(const std::optional<DateTime>& moment) {
    return moment ? to_iso(*moment).substr(0, date_width) : "-";
}

}  // namespace

void print_row(std::ostream& out, const Article& article, const Layout& layout) {
    std::string id = article.id ? std::to_string(*article.id) : "";
    id.insert(0, id.size() < id_width ? id_width - id.size() : 0, ' ');
    std::string credit = article.credit ? on_one_line(*article.credit) : "-";
    std::string headline = article.headline ? on_one_line(*article.headline) : "(no headline)";
    if (layout.width) {
        credit = text::cut_to_width(credit, credit_width);
        headline =
            text::cut_to_width(headline, std::max(*layout.width, headline_column + 10) - headline_column);
    }
    out << layout.style.heading(id) << gap
        << layout.style.faint(padded(day_of(article.published), date_width)) << gap
        << layout.style.faint(padded(credit, credit_width)) << gap << headline << "\n";
}

}  // namespace newsarc::output
