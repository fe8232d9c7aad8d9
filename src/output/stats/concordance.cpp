#include "output/stats/concordance.hpp"

#include "output/exchange/csv.hpp"
#include "output/json.hpp"
#include "text/terminal.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <vector>

namespace newsarc::output {
namespace {

constexpr std::size_t width_elsewhere = 100;
constexpr std::string_view gap = "  ";

/// As much of the beginning as fits, in whole characters.
std::string beginning(std::string_view text, std::size_t width) {
    std::size_t end = 0;
    std::size_t taken = 0;
    while (end < text.size()) {
        const std::size_t length = text::code_point_at(text, end).length;
        const std::size_t columns = text::display_width(text.substr(end, length));
        if (taken + columns > width) break;
        taken += columns;
        end += length;
    }
    return std::string(text.substr(0, end));
}

/// Likewise of the end.
std::string ending(std::string_view text, std::size_t width) {
    std::vector<std::size_t> begins;
    for (std::size_t at = 0; at < text.size(); at += text::code_point_at(text, at).length)
        begins.push_back(at);
    std::size_t begin = text.size();
    std::size_t taken = 0;
    while (!begins.empty()) {
        const std::size_t columns = text::display_width(text.substr(begins.back(), begin - begins.back()));
        if (taken + columns > width) break;
        taken += columns;
        begin = begins.back();
        begins.pop_back();
    }
    return std::string(text.substr(begin));
}

}  // namespace

void print_concordance(std::ostream& out, const Concordance& concordance, const Layout& layout) {
    std::size_t id_width = 1;
    for (const ConcordanceLine& line : concordance.lines)
        id_width = std::max(id_width, std::to_string(line.id).size());
    const std::size_t width = layout.width.value_or(width_elsewhere);
    const std::size_t around = width - std::min(width, id_width + gap.size());
    const std::size_t left_width = around * 9 / 20;  // what is behind tells more, and has the word before it
    for (const ConcordanceLine& line : concordance.lines) {
        const std::string left = ending(on_one_line(line.left), left_width);
        const std::string word = beginning(on_one_line(line.word), around - left_width);
        const std::string behind =
            beginning(on_one_line(line.right), around - left_width - text::display_width(word));
        out << layout.style.faint(right(std::to_string(line.id), id_width)) << gap << right(left, left_width)
            << layout.style.mark(word) << behind << "\n";
    }
}

std::string concordance_json(const ConcordanceLine& line) {
    Json out;
    out["id"] = line.id;
    out["headline"] = or_null(line.headline);
    out["credit"] = or_null(line.credit);
    out["published"] = line.published ? Json(to_iso(*line.published)) : Json();
    out["part"] = line.in_headline ? "headline" : "body";
    out["left"] = line.left;
    out["word"] = line.word;
    out["right"] = line.right;
    return one_line(out);
}

void print_concordance_csv(std::ostream& out, const Concordance& concordance) {
    out << csv_row(
        std::vector<std::string>{"id", "published", "credit", "headline", "part", "left", "word", "right"});
    for (const ConcordanceLine& line : concordance.lines) {
        out << csv_row(std::vector<std::string>{
            std::to_string(line.id), line.published ? to_iso(*line.published) : "", line.credit.value_or(""),
            line.headline.value_or(""), line.in_headline ? "headline" : "body", line.left, line.word,
            line.right});
    }
}

}  // namespace newsarc::output
