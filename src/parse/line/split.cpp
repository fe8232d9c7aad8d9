#include "parse/line/split.hpp"

#include "parse/database/database.hpp"
#include "parse/date/meta.hpp"
#include "parse/label/guards.hpp"
#include "parse/line/paragraphs.hpp"
#include "parse/line/scan.hpp"
#include "parse/name/dateline.hpp"
#include "text/unicode/letters.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace newsarc::parsing {
namespace {

/// What the first lines of a stretch of text look like.
enum class Opening : std::uint8_t {
    none,    ///< no headline with a story under it
    bare,    ///< those two, and nothing else that tells
    marked,  ///< and a credit, byline, date or dateline
};

constexpr std::size_t lines_looked_at = 14;

bool is_headline(std::string_view text) {
    return is_title_like(text) && !ends_as_sentence(text) && !begins_lower(text) &&
           text::count_words(text) >= 2;
}

/// A headline that needs nothing else to be known by: of four words, and no field such as `From: X`.
bool is_plain_headline(std::string_view text) {
    constexpr std::size_t fewest_words = 4;
    const std::string_view first_word = text.substr(0, text.find(' '));
    return text::count_words(text) >= fewest_words && !first_word.ends_with(':');
}

/// A line of a story, not of a list or a table. Lines that were broken by hand may end anywhere.
bool is_story(std::string_view text, bool hard_wrapped) {
    const std::size_t shortest = hard_wrapped ? 45 : 90;
    return ends_as_sentence(text) || length_up_to(text, shortest) >= shortest || text.ends_with('?') ||
           text.ends_with("”") || text.ends_with('"');
}

bool is_told_dateline(std::string_view text) {
    const auto found = read_dateline(text);
    return found && (found->dateline.date || found->day || found->dateline.agency);
}

struct Look {
    Opening opening = Opening::none;
    bool blank_under_headline = false;
};

Look look_at(std::span<const Line> lines, const LabelSet& labels, bool hard_wrapped) {
    bool marked = false;
    std::optional<std::string_view> headline;
    Look look;
    for (std::size_t i = 0; i < std::min(lines.size(), lines_looked_at); ++i) {
        const std::string_view text = lines[i].text;
        if (is_separator(text)) break;
        if (headline && lines[i].blanks > 0) look.blank_under_headline = true;
        if (read_meta(text, labels)) {
            marked = true;
            continue;
        }
        if (const auto label = read_label(text, labels)) {
            marked = marked || label->kind == LabelKind::credit;
            continue;
        }
        if (!headline) {
            if (!is_headline(text)) break;
            headline = text;
            continue;
        }
        marked = marked || is_told_dateline(text);
        if (is_story(text, hard_wrapped)) {
            if (marked)
                look.opening = Opening::marked;
            else if (is_plain_headline(*headline))
                look.opening = Opening::bare;
            break;
        }
        // Between headline and story there may be a line or two that is neither.
        if (i > 6) break;
    }
    return look;
}

class RuleSplitter {
public:
    RuleSplitter(std::span<const Line> lines, const LabelSet& labels) : lines_(lines), labels_(labels) {}

    std::vector<Section> run() {
        std::size_t first = 0;
        std::optional<Look> before;  // of the article that `first` begins
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            const bool rule = is_separator(lines_[i].text);
            const std::size_t next = rule ? i + 1 : i;
            if ((!rule && !lines_[i].after_form_feed) || next >= lines_.size()) continue;
            if (!before) before = look(0, i);
            if (before->opening == Opening::none) continue;
            const Look after = look(next, lines_.size());
            const bool spaced = rule && lines_[i].text.find(' ') != std::string_view::npos;
            // An article that only its headline tells must be laid out as the one before, and
            // blanks in the rule make it one of those that part the sections of a story.
            const bool alike = !spaced && after.blank_under_headline == before->blank_under_headline;
            if (after.opening != Opening::marked && !(after.opening == Opening::bare && alike)) continue;
            sections_.push_back({first, i, Format::plain});
            first = next;
            before = after;
        }
        sections_.push_back({first, lines_.size(), Format::plain});
        return std::move(sections_);
    }

private:
    Look look(std::size_t first, std::size_t last) {
        if (!hard_wrapped_) hard_wrapped_ = find_layout(lines_).hard_wrapped;
        return look_at(lines_.subspan(first, last - first), labels_, *hard_wrapped_);
    }

    std::span<const Line> lines_;
    const LabelSet& labels_;
    std::optional<bool> hard_wrapped_;  // found when it is asked for
    std::vector<Section> sections_;
};

}  // namespace

std::vector<Section> split_articles(std::span<const Line> lines, const LabelSet& labels) {
    if (auto sections = split_nexis(lines); !sections.empty()) return sections;
    if (auto sections = split_proquest(lines); !sections.empty()) return sections;
    if (auto sections = split_factiva(lines); !sections.empty()) return sections;
    return RuleSplitter(lines, labels).run();
}

bool repeats_fields(std::span<const Line> lines) {
    constexpr std::size_t longest_label = 24;
    constexpr std::size_t longest_line = 120;
    std::map<std::string_view, std::size_t> labels;
    for (const Line& line : lines) {
        const std::size_t colon = line.text.find(':');
        if (colon == 0 || colon > longest_label || line.text.size() > longest_line) continue;
        if (begins_upper(line.text)) ++labels[line.text.substr(0, colon)];
    }
    std::map<std::size_t, std::size_t> alike;  // how many labels stand so many times
    for (const auto& [label, times] : labels)
        ++alike[times];
    const std::size_t fewest = 3;
    return std::any_of(alike.begin(), alike.end(),
                       [&](const auto& group) { return group.first > 1 && group.second >= fewest; });
}

}  // namespace newsarc::parsing
