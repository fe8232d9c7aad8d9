#include "parse/line/paragraphs.hpp"

#include "parse/line/scan.hpp"
#include "parse/name/name_words.hpp"
#include "text/lexicon/lexicon.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace newsarc::parsing {
namespace {

constexpr std::size_t widest_page = 110;  // characters; longer lines were not broken by hand

std::size_t width_of(const Line& line) {
    return line.indent + length_up_to(line.text, widest_page + 1);
}

std::size_t first_word_width(std::string_view text) {
    return length_up_to(text.substr(0, text.find_first_of(" \t")), widest_page);
}

/// True when the first word of the next line would not have fitted on this one. Some slack is
/// given: editors and typists break early.
bool is_filled(const Line& line, const Line& next, std::size_t width) {
    return width_of(line) + 1 + first_word_width(next.text) > width - width / 8;
}

/// Writing without capital letters tells nothing by its first letter.
bool begins_uncased(std::string_view text) {
    return !begins_lower(text) && !begins_upper(text) && has_word(text.substr(0, 16));
}

/// `- item`, `* item`, `• item`, `1. item`, `a) item`.
bool begins_list_item(std::string_view text) {
    const auto point = code_point_at(text, 0);
    constexpr std::u32string_view bullets =
        U"-*+\u2022\u2023\u25AA\u25CF\u25E6\u2043\u2013\u2014\u00B7\u25BA\u2756";
    if (bullets.find(point.value) != std::u32string_view::npos) {
        const std::string_view rest = text.substr(point.length);
        return rest.starts_with(' ') || rest.starts_with('\t');
    }
    std::size_t at = 0;
    while (at < text.size() && at < 3 && is_digit(text[at]))
        ++at;
    if (at == 0 && text.size() > 1 && is_ascii_alpha(text[0])) {
        // `a) item`, but not `A. Smith`.
        return text[1] == ')' && text.substr(2).starts_with(' ');
    }
    return at > 0 && at + 1 < text.size() && (text[at] == '.' || text[at] == ')') && text[at + 1] == ' ';
}

/// A line whose label holds it apart from the one before.
bool begins_label(std::string_view text, const LabelSet& labels) {
    if (begins_lower(text)) return false;
    const auto match = labels.match(text.substr(0, 200));
    return match && (match->mark == Mark::hard || match->kind == LabelKind::copyright);
}

/// A hyphen at a line's end stands within a word, where what follows is no word that hyphens hang before:
/// `pre-` / `and post-war`.
bool divides_word(std::string_view before, std::string_view after) {
    static const text::WordList stop_words("stop");
    if (!before.ends_with('-') || before.size() < 3) return false;
    const char last = before[before.size() - 2];
    if (!is_ascii_alpha(last) && is_ascii(last)) return false;
    const std::string_view word = after.substr(0, after.find_first_of(" ,.;:"));
    const std::string folded = text::fold(word);
    return (begins_lower(word) || begins_upper(word)) && !joins_names(folded) && !stop_words.holds(folded);
}

/// The hyphen is the word's own: `well-known`, `Jean-Luc`, `state-of-the-art`.
bool keeps_hyphen(std::string_view before, std::string_view after) {
    static const text::WordList compounds("before-hyphen");
    const std::size_t blank = before.rfind(' ');
    const std::string_view word =
        before.substr(blank == std::string_view::npos ? 0 : blank + 1, std::string_view::npos);
    const std::string_view left = word.substr(0, word.size() - 1);
    return begins_upper(after) || left.find('-') != std::string_view::npos ||
           compounds.holds(text::fold(left));
}

class Joiner {
public:
    Joiner(std::span<const Line> lines, const LabelSet& labels, std::deque<std::string>& joined,
           Layout layout)
        : lines_(lines), labels_(labels), joined_(joined), layout_(layout) {}

    std::vector<Passage> run() {
        std::vector<Passage> out;
        if (!layout_.hard_wrapped) out.reserve(lines_.size());
        for (std::size_t first = 0; first < lines_.size();) {
            std::size_t end = layout_.hard_wrapped ? end_of(first) : first + 1;
            while (end < lines_.size() && names_go_on(first, end))
                ++end;
            out.push_back({text_of(first, end), static_cast<std::uint32_t>(first),
                           static_cast<std::uint32_t>(end - first), lines_[first].blanks,
                           lines_[first].indent});
            first = end;
        }
        return out;
    }

private:
    [[nodiscard]] std::size_t end_of(std::size_t first) const {
        std::optional<std::uint16_t> indent;  // of the passage's lines after its first
        std::size_t last = first;
        while (last + 1 < lines_.size() && goes_on(first, last, indent)) {
            ++last;
            if (!indent) indent = lines_[last].indent;
        }
        return last + 1;
    }

    [[nodiscard]] bool goes_on(std::size_t first, std::size_t last,
                               std::optional<std::uint16_t> indent) const {
        const Line& line = lines_[last];
        const Line& next = lines_[last + 1];
        if (next.blanks > 0 || next.after_form_feed) return false;
        const bool lower = begins_lower(next.text);
        if (layout_.margin) {
            if (next.indent != *layout_.margin) return false;
        } else if (indent ? next.indent != *indent : next.indent > lines_[first].indent && !lower) {
            return false;
        }
        const bool filled = is_filled(line, next, layout_.width);
        if (begins_list_item(next.text)) {
            // A dash or a number that wrapping brought to the front of a line is no list.
            return filled && !ends_as_sentence(line.text) && !begins_list_item(lines_[first].text);
        }
        if (begins_label(next.text, labels_)) return false;
        // Where paragraphs are indented, a line that is not and follows half a sentence goes on.
        return lower || filled || (layout_.margin && !ends_as_sentence(line.text));
    }

    /// `By Jane Roe and` / `Tom Reed`: a byline on several lines, near the top.
    [[nodiscard]] bool names_go_on(std::size_t first, std::size_t end) const {
        constexpr std::size_t last_top_line = 12;
        constexpr std::size_t longest = 80;
        if (first > last_top_line) return false;
        const std::string_view line = lines_[end - 1].text;
        const std::string_view next = lines_[end].text;
        if (lines_[end].blanks > 0 || line.size() > longest || next.size() > longest) return false;
        const bool open = line.ends_with(" and") || line.ends_with(" &") || line.ends_with(',');
        if (!open && !next.starts_with("and ") && !next.starts_with("& ")) return false;
        if (ends_as_sentence(next)) return false;
        const auto match = labels_.match(lines_[first].text);
        return match && match->kind == LabelKind::byline;
    }

    [[nodiscard]] std::string_view text_of(std::size_t first, std::size_t end) const {
        if (end - first == 1) return lines_[first].text;
        std::string& out = joined_.emplace_back();
        for (std::size_t i = first; i < end; ++i) {
            append_line(out, lines_[i].text, layout_.divided);
        }
        return out;
    }

    std::span<const Line> lines_;
    const LabelSet& labels_;
    std::deque<std::string>& joined_;
    Layout layout_;
};

}  // namespace

void append_line(std::string& out, std::string_view line, bool divided) {
    if (!out.empty() && divided && divides_word(out, line)) {
        if (!keeps_hyphen(out, line)) out.pop_back();
    } else if (!out.empty()) {
        out += ' ';
    }
    out += line;
}

Layout find_layout(std::span<const Line> lines) {
    std::array<std::size_t, widest_page + 1> widths{};
    std::size_t wide = 0;
    for (const Line& line : lines) {
        const std::size_t width = width_of(line);
        if (width > widest_page)
            ++wide;
        else
            ++widths[width];
    }
    // A few long lines, such as links, do not make a page wide.
    if (lines.size() < 3 || wide * 25 > lines.size()) return {};
    Layout layout;
    std::size_t narrower = lines.size() - wide;
    for (layout.width = widest_page; layout.width > 0 && widths[layout.width] == 0; --layout.width) {
    }
    // The widest line may be an exception too: one in fifty may stick out.
    while (layout.width > 1 && narrower > 50 && (narrower - widths[layout.width]) * 50 > lines.size() * 49)
        narrower -= widths[layout.width--];
    if (layout.width < 30) return {};
    std::size_t pairs = 0;
    std::size_t filled = 0;
    std::size_t lower = 0;
    std::size_t uncased = 0;
    std::size_t outdents = 0;
    std::size_t hyphens = 0;
    std::array<std::size_t, widest_page + 1> margins{};
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const Line& next = lines[i + 1];
        if (next.blanks > 0 || next.indent > lines[i].indent) continue;
        ++pairs;
        outdents += next.indent < lines[i].indent;
        ++margins[std::min<std::size_t>(next.indent, widest_page)];
        filled += is_filled(lines[i], next, layout.width);
        lower += begins_lower(next.text);
        uncased += begins_uncased(next.text) && !ends_as_sentence(lines[i].text);
        hyphens += divides_word(lines[i].text, next.text);
    }
    // Where words are divided many lines end so; elsewhere a hyphen there is the word's own.
    layout.divided = (hyphens > 1 && hyphens * 25 >= pairs) || (hyphens == 1 && pairs < 6);
    // Lines of uneven length are wrapped where words are divided and most lines begin in small letters.
    layout.hard_wrapped = (pairs > 0 && filled * 2 >= pairs && (lower * 4 >= pairs || uncased * 2 > pairs)) ||
                          (layout.divided && lower * 3 >= pairs * 2);
    if (outdents > 1 && outdents * 10 > pairs) {
        const auto most = std::max_element(margins.begin(), margins.end());
        layout.margin = static_cast<std::uint16_t>(most - margins.begin());
    }
    return layout;
}

std::vector<Passage> join_lines(std::span<const Line> lines, const LabelSet& labels,
                                std::deque<std::string>& joined) {
    return Joiner(lines, labels, joined, find_layout(lines)).run();
}

}  // namespace newsarc::parsing
