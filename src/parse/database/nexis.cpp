#include "parse/database/database.hpp"
#include "parse/date/dates.hpp"
#include "parse/date/meta.hpp"
#include "parse/line/scan.hpp"

#include <algorithm>

// Text exports of Nexis (LexisNexis Academic, Nexis Uni, Lexis Advance), old and new, in the languages of
// the lexicon's `nexis-field`. Above the fields stand, in the old, the paper, the date and the edition, then
// a `HEADLINE:` field or the headline itself; in the new, the headline, the paper and the date.
namespace newsarc::parsing {
namespace {

const ExportFields& fields() {
    static const ExportFields known("nexis-field");
    return known;
}

/// `Document 3 of 20`, in English, is the counter of ProQuest.
bool is_start(std::string_view text) {
    const auto counter = read_counter(text);
    return counter && !(counter->word_first && counter->language == "en");
}

/// `End of Document`.
bool is_end(std::string_view text) {
    constexpr std::size_t longest = 40;
    if (text.size() > longest || (text.front() != 'E' && text.front() != 'F')) return false;
    const ExportField* const field = fields().find(text);
    return field != nullptr && field->kind == FieldKind::number;
}

/// `Page 1 of 20`, at the head of a printed page: a word, a number, a word, a number.
bool is_page_number(std::string_view text) {
    constexpr std::size_t longest = 24;
    if (text.size() > longest) return false;
    std::size_t words = 0;
    for (; !text.empty(); ++words) {
        const std::string_view word = text.substr(0, text.find(' '));
        if (word.empty() || is_digit(word.front()) != (words % 2 == 1)) return false;
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return words == 4;
}

class TopReader {
public:
    /// The article's own lines are those from `begin`, where a cover ends, to `end`, where the fields begin.
    TopReader(std::span<const Line> lines, std::size_t begin, std::size_t end, FieldReader& out)
        : lines_(lines), begin_(begin), end_(end), out_(out) {}

    void run(bool headline_follows) {
        find_date();
        std::size_t headline = end_;
        std::size_t paper = end_;
        if (headline_follows) {
            paper = first_text(begin_);
        } else if (const std::size_t second = first_text(first_text(begin_) + 1);
                   second < date_ && date_ < end_) {
            headline = first_text(begin_);
            paper = second;
        } else {
            paper = first_text(begin_) < date_ && date_ < end_ ? first_text(begin_) : end_;
            headline = last_text();
            if (headline == paper) headline = end_;
        }
        // A headline may be of several lines.
        std::size_t headline_begin = headline;
        while (headline < end_ && headline_begin > date_ + 1 && date_ < end_ && is_text(headline_begin - 1) &&
               lines_[headline_begin].blanks == 0)
            --headline_begin;
        for (std::size_t i = 0; i < begin_; ++i)
            out_.take(i, LineType::note, "the cover of the export");
        for (std::size_t i = begin_; i < end_; ++i) {
            if (is_start(lines_[i].text) || is_page_number(lines_[i].text))
                out_.take(i, LineType::separator, "the place in the export");
            else if (i == date_)
                out_.take(i, LineType::published, "the date under the paper");
            else if (is_copyright(lines_[i].text))
                out_.take(i, LineType::note, "copyright line of the export", NoteKind::copyright);
            else if (i == paper)
                out_.take(i, LineType::credit, "the paper");
            else if (i >= headline_begin && i <= headline && headline < end_)
                out_.take(i, LineType::headline, "the headline above the fields");
            else
                out_.take(i, LineType::note, "a line above the fields");
        }
    }

private:
    void find_date() {
        date_ = end_;
        for (std::size_t i = begin_; i < end_ && date_ == end_; ++i) {
            const auto found = read_date(lines_[i].text);
            if (found && !has_word(lines_[i].text.substr(found->length))) date_ = i;
        }
    }

    [[nodiscard]] bool is_text(std::size_t i) const {
        const std::string_view text = lines_[i].text;
        // The title of a printed page stands over the headline once more.
        const bool again = i > begin_ && text == lines_[i - 1].text;
        return i != date_ && !again && !is_start(text) && !is_page_number(text) && !is_copyright(text);
    }

    [[nodiscard]] std::size_t first_text(std::size_t from) const {
        while (from < end_ && !is_text(from))
            ++from;
        return std::min(from, end_);
    }

    [[nodiscard]] std::size_t last_text() const {
        std::size_t i = end_;
        while (i > begin_ && !is_text(i - 1))
            --i;
        return i == begin_ ? end_ : i - 1;
    }

    std::span<const Line> lines_;
    std::size_t begin_;
    std::size_t end_;
    std::size_t date_ = 0;
    FieldReader& out_;
};

/// A date and nothing else.
bool is_date_line(std::string_view text) {
    const auto found = read_date(text);
    return found && !has_word(text.substr(found->length));
}

/// Where the article's own lines begin behind a cover (the request, a list of the documents): at its
/// counter, else two lines above its date, where the headline stands over the paper.
std::size_t cover_end(std::span<const Line> lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (is_start(lines[i].text)) return i;
    }
    constexpr std::size_t longest_cover = 4000;  // lines
    for (std::size_t i = 2; i < std::min(lines.size(), longest_cover); ++i) {
        if (lines[i].blanks > 0 || !is_date_line(lines[i].text)) continue;
        std::size_t headline = i - 2;
        while (headline > 0 && lines[headline].blanks == 0)
            --headline;
        return headline;
    }
    return 0;
}

/// A single article without a counter or an end: its length in words, and three fields besides.
bool is_single(std::span<const Line> lines) {
    std::size_t lengths = 0;
    std::size_t others = 0;
    for (const Line& line : lines) {
        const std::size_t colon = line.text.find(':');
        constexpr std::size_t longest_name = 24;
        if (colon == std::string_view::npos || colon > longest_name) continue;
        const ExportField* const field = fields().find(line.text.substr(0, colon));
        if (field == nullptr) continue;
        if (is_word_count(trim(line.text.substr(colon + 1))))
            ++lengths;
        else
            ++others;
    }
    constexpr std::size_t fewest = 2;
    return lengths == 1 && others >= fewest;
}

}  // namespace

std::vector<Section> split_nexis(std::span<const Line> lines) {
    const bool counted =
        std::any_of(lines.begin(), lines.end(), [](const Line& line) { return is_start(line.text); });
    std::vector<Section> sections;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t first = sections.empty() ? 0 : sections.back().last;
        if (counted && is_start(lines[i].text)) {
            if (!sections.empty()) sections.back().last = i;
            sections.push_back({i, lines.size(), Format::nexis});
        } else if (!counted && is_end(lines[i].text)) {
            sections.push_back({first, i + 1, Format::nexis});
        }
    }
    if (sections.empty()) {
        if (is_single(lines)) sections.push_back({0, lines.size(), Format::nexis});
        return sections;
    }
    // What stands before the first article or after the last goes with it.
    sections.front().first = 0;
    sections.back().last = lines.size();
    return sections;
}

ClassedText read_nexis(std::span<const Line> lines, const LabelSet& labels, std::deque<std::string>& joined) {
    FieldReader reader(lines, fields(), labels, joined);
    const std::size_t begin = cover_end(lines);
    const std::size_t top = reader.first_field(begin);
    bool headline_follows = false;
    for (std::size_t i = top; i < lines.size() && !headline_follows; ++i) {
        const ExportField* const field = reader.field_of(i);
        headline_follows =
            field != nullptr && field->kind == FieldKind::headline && lines[i].text.find(':') < 24;
    }
    TopReader(lines, begin, top, reader).run(headline_follows);
    reader.read_fields(top, reader.has_body_label());
    return reader.finish();
}

}  // namespace newsarc::parsing
