#include "parse/database/database.hpp"
#include "parse/date/dates.hpp"
#include "parse/label/guards.hpp"
#include "parse/line/scan.hpp"
#include "parse/line/shapes.hpp"
#include "parse/name/byline.hpp"
#include "text/lexicon/lexicon.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

// Text exports of Factiva. In the plain form stand the headline, the writers, the length, the date, the time,
// the paper and its code, the language and the rights, then the story below an empty line; in the tagged
// form each field begins with two or three capitals (HD, BY, WC, PD, …). `Document` and a code end each
// article.
namespace newsarc::parsing {
namespace {

struct Tag {
    std::string_view code;
    LineType type;
    NoteKind note = NoteKind::other;
};

constexpr Tag tags[] = {
    {"HD", LineType::headline},  {"HLP", LineType::headline},
    {"BY", LineType::byline},    {"CR", LineType::note},
    {"WC", LineType::note},      {"PD", LineType::published},
    {"ET", LineType::note},      {"SN", LineType::credit},
    {"SC", LineType::note},      {"ED", LineType::note},
    {"PG", LineType::note},      {"VOL", LineType::note},
    {"LA", LineType::note},      {"CY", LineType::note, NoteKind::copyright},
    {"LP", LineType::paragraph}, {"TD", LineType::paragraph},
    {"CT", LineType::note},      {"ART", LineType::note, NoteKind::caption},
    {"RF", LineType::note},      {"SE", LineType::note},
    {"CLM", LineType::note},     {"CX", LineType::note, NoteKind::correction},
    {"CO", LineType::note},      {"IN", LineType::note},
    {"NS", LineType::note},      {"RE", LineType::note},
    {"IPC", LineType::note},     {"IPD", LineType::note},
    {"PUB", LineType::note},     {"AN", LineType::separator},
};

/// `Document HBTIMES020100111e61b0001x`.
bool is_end(std::string_view text) {
    constexpr std::size_t longest = 60;
    constexpr std::size_t shortest_code = 15;
    const std::size_t blank = text.find(' ');
    if (text.size() > longest || blank == std::string_view::npos || !begins_upper(text)) return false;
    const std::string_view code = text.substr(blank + 1);
    static const text::WordList words("document");
    return code.size() >= shortest_code &&
           std::all_of(code.begin(), code.end(), [](char c) { return is_ascii_alpha(c) || is_digit(c); }) &&
           std::count_if(code.begin(), code.end(), is_digit) >= 8 &&
           words.holds(text::fold(text.substr(0, blank)));
}

/// The tag that a line begins with, alone or before white space.
const Tag* tag_of(std::string_view text) {
    const std::string_view code = text.substr(0, text.find_first_of(" \t"));
    if (code.size() < 2 || code.size() > 3) return nullptr;
    const auto found =
        std::find_if(std::begin(tags), std::end(tags), [&](const Tag& tag) { return tag.code == code; });
    return found == std::end(tags) ? nullptr : found;
}

/// The tags that every article of the form has stand in the text.
bool is_tagged(std::span<const Line> lines) {
    constexpr std::array<std::string_view, 3> needed{"HD", "PD", "LP"};
    return std::all_of(needed.begin(), needed.end(), [&](std::string_view code) {
        return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
            const Tag* const tag = tag_of(line.text);
            return tag != nullptr && tag->code == code;
        });
    });
}

ClassedText read_tagged(std::span<const Line> lines, FieldReader& reader) {
    const Tag* tag = nullptr;
    std::size_t story = lines.size();  // where it begins, once it has
    const auto end_story = [&](std::size_t last) {
        if (story < last) reader.read_body(story, last);
        story = lines.size();
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Tag* const begun = tag_of(lines[i].text);
        if (begun != nullptr) tag = begun;
        const std::string_view value =
            begun == nullptr ? lines[i].text : trim(lines[i].text.substr(begun->code.size()));
        const bool in_story = tag != nullptr && tag->type == LineType::paragraph;
        if (!in_story || begun != nullptr) end_story(i);
        if (tag == nullptr || is_end(value)) {
            reader.take(i, tag == nullptr ? LineType::note : LineType::separator, "a line around the fields");
        } else if (in_story && begun == nullptr) {
            story = std::min(story, i);
        } else if (!has_word(value)) {
            reader.take(i, LineType::separator, "a tag alone on its line");
        } else {
            reader.take_tagged(i, tag->type, "field", tag->note, tag->code, value);
        }
    }
    end_story(lines.size());
    return reader.finish();
}

class PlainReader {
public:
    PlainReader(std::span<const Line> lines, const LabelSet& labels, FieldReader& out)
        : lines_(lines), labels_(labels), out_(out) {}

    ClassedText run() {
        std::size_t count = 0;  // the line with the number of words
        while (count < lines_.size() && !is_word_count(lines_[count].text))
            ++count;
        top(count);
        const std::size_t story = fields(count);
        std::size_t end = story;
        while (end < lines_.size() && !is_end(lines_[end].text))
            ++end;
        out_.read_body(story, end);
        for (std::size_t i = end; i < lines_.size(); ++i)
            out_.take(i, LineType::separator, "the end of the document");
        return out_.finish();
    }

private:
    /// The section, the headline and below an empty line the writers.
    void top(std::size_t end) {
        std::size_t headline_end = 1;
        while (headline_end < end && lines_[headline_end].blanks == 0 && !names_writers(headline_end))
            ++headline_end;
        // A section is a word or two over a headline of more.
        const bool section = headline_end > 1 && is_page_place(lines_[0].text);
        for (std::size_t i = 0; i < end; ++i) {
            if (i >= headline_end)
                out_.take(i, LineType::byline, "the line above the length");
            else if (section && i == 0)
                out_.take(i, LineType::note, "the section");
            else
                out_.take(i, LineType::headline, "the first lines of the document");
        }
    }

    /// `By Jane Roe`, right below the headline.
    [[nodiscard]] bool names_writers(std::size_t i) const {
        const auto match = labels_.match(lines_[i].text);
        return match && match->kind == LabelKind::byline && read_names(match->value);
    }

    /// From the length to the empty line above the story; the line after it.
    std::size_t fields(std::size_t count) {
        bool dated = false;
        bool credited = false;
        const std::size_t end = fields_end(count);
        for (std::size_t i = count; i < end; ++i) {
            const std::string_view text = lines_[i].text;
            const auto date = dated ? std::nullopt : read_date(text);
            if (date && date->length == text.size()) {
                dated = true;
                if (i + 1 < end && is_clock_alone(lines_[i + 1].text))
                    out_.take_joined(i++, LineType::published, "the date and the time");
                else
                    out_.take(i, LineType::published, "the date");
            } else if (names_rights(text)) {
                out_.take(i, LineType::note, "the rights", NoteKind::copyright);
            } else if (dated && !credited) {
                credited = true;
                out_.take(i, LineType::credit, "the paper");
            } else {
                out_.take(i, LineType::note, "a line under the length");
            }
        }
        return end;
    }

    static bool names_rights(std::string_view text) { return is_copyright(text) || text.starts_with("(c)"); }

    /// Documents of word processors have an empty line between any two: there the rights end the fields, or
    /// the first line that is too long for one.
    [[nodiscard]] std::size_t fields_end(std::size_t count) const {
        constexpr std::size_t longest = 60;
        constexpr std::size_t most = 12;
        std::size_t end = std::min(count + 1, lines_.size());
        const bool spaced = end < lines_.size() && lines_[end].blanks > 0;
        const std::size_t last = std::min(count + most, lines_.size());
        for (; end < lines_.size() && (spaced ? end < last : lines_[end].blanks == 0); ++end) {
            if (spaced && names_rights(lines_[end].text)) return end + 1;
            if (spaced && lines_[end].text.size() > longest) break;
        }
        return end;
    }

    std::span<const Line> lines_;
    const LabelSet& labels_;
    FieldReader& out_;
};

}  // namespace

std::vector<Section> split_factiva(std::span<const Line> lines) {
    std::vector<Section> sections;
    const bool tagged = is_tagged(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string_view text = lines[i].text;
        if (tagged && text.starts_with("AN ")) text = trim(text.substr(2));
        if (!is_end(text)) continue;
        const std::size_t first = sections.empty() ? 0 : sections.back().last;
        sections.push_back({first, i + 1, Format::factiva});
    }
    if (!sections.empty()) sections.back().last = lines.size();
    return sections;
}

ClassedText read_factiva(std::span<const Line> lines, const LabelSet& labels,
                         std::deque<std::string>& joined) {
    static const ExportFields none("no-field");
    FieldReader reader(lines, none, labels, joined);
    if (is_tagged(lines)) return read_tagged(lines, reader);
    return PlainReader(lines, labels, reader).run();
}

}  // namespace newsarc::parsing
