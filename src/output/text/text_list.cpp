#include "output/text/lines.hpp"
#include "output/text/text.hpp"
#include "text/terminal.hpp"

#include <algorithm>

namespace newsarc::output {
namespace {

constexpr std::size_t id_width = 6;
constexpr std::size_t date_width = 10;
constexpr std::size_t least_credit_width = 14;
constexpr std::size_t most_credit_width = 28;
constexpr std::string_view gap = "  ";
/// A line narrower than this has no room for the credit.
constexpr std::size_t width_with_credit = 60;

std::string padded(const std::string& text, std::size_t width) {
    const std::size_t used = text::display_width(text);
    return used < width ? text + std::string(width - used, ' ') : text;
}

/// A seventh of the line, within bounds.
std::size_t credit_width(const Layout& layout) {
    return std::clamp(layout.width.value_or(0) / 7, least_credit_width, most_credit_width);
}

std::string day_of(const std::optional<DateTime>& moment) {
    return moment ? to_iso(*moment).substr(0, date_width) : "-";
}

}  // namespace

void print_row(std::ostream& out, const Article& article, const Layout& layout) {
    std::string id = article.id ? std::to_string(*article.id) : "";
    id.insert(0, id.size() < id_width ? id_width - id.size() : 0, ' ');
    std::string before = layout.style.heading(id) + std::string(gap) +
                         layout.style.faint(padded(
                             day_of(article.published ? article.published : article.updated), date_width)) +
                         std::string(gap);
    std::size_t column = id_width + date_width + 2 * gap.size();
    if (!layout.width || *layout.width >= width_with_credit) {
        const std::size_t width = credit_width(layout);
        std::string credit = article.credit ? on_one_line(*article.credit) : "-";
        if (layout.width) credit = text::cut_to_width(credit, width);
        before += layout.style.faint(padded(credit, width)) + std::string(gap);
        column += width + gap.size();
    }
    std::string headline = article.headline ? on_one_line(*article.headline) : "(no headline)";
    if (layout.width) headline = text::cut_to_width(headline, std::max(*layout.width, column + 1) - column);
    out << before << headline << "\n";
}

}  // namespace newsarc::output
