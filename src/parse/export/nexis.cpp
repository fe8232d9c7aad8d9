#include "parse/date/dates.hpp"
#include "parse/date/meta.hpp"
#include "parse/export/export.hpp"
#include "parse/line/scan.hpp"

#include <algorithm>
#include <iterator>

// Text exports of Nexis (LexisNexis Academic, Nexis Uni, Lexis Advance), old and new. Above the
// fields stand, in the old, the paper, the date and the edition, then a `HEADLINE:` field or the
// headline itself; in the new, the headline, the paper and the date.
namespace newsarc::parsing {
namespace {

constexpr ExportField fields[] = {
    {"HEADLINE", FieldKind::headline},
    {"TITLE", FieldKind::headline},
    {"HIGHLIGHT", FieldKind::deck},
    {"BYLINE", FieldKind::byline},
    {"DATELINE", FieldKind::dateline},
    {"BODY", FieldKind::body},
    {"SECTION", FieldKind::note},
    {"LENGTH", FieldKind::note},
    {"SERIES", FieldKind::note},
    {"COLUMN", FieldKind::note},
    {"SOURCE", FieldKind::credit},
    {"DISTRIBUTION", FieldKind::note},
    {"ABSTRACT", FieldKind::note},
    {"GRAPHIC", FieldKind::caption, true},
    {"CORRECTION", FieldKind::correction, true},
    {"CORRECTION-DATE", FieldKind::note, true},
    {"NOTES", FieldKind::note, true},
    {"URL", FieldKind::link, true},
    {"LOAD-DATE", FieldKind::note, true},
    {"LANGUAGE", FieldKind::note, true},
    {"PUBLICATION-TYPE", FieldKind::note, true},
    {"DOCUMENT-TYPE", FieldKind::note, true},
    {"TYPE", FieldKind::note, true},
    {"PUB-TYPE", FieldKind::note, true},
    {"JOURNAL-CODE", FieldKind::note, true},
    {"ACC-NO", FieldKind::note, true},
    {"CLASSIFICATION", FieldKind::note, true},
    {"SUBJECT", FieldKind::note, true},
    {"COMPANY", FieldKind::note, true},
    {"ORGANIZATION", FieldKind::note, true},
    {"TICKER", FieldKind::note, true},
    {"INDUSTRY", FieldKind::note, true},
    {"PERSON", FieldKind::note, true},
    {"NAME", FieldKind::note, true},
    {"GEOGRAPHIC", FieldKind::note, true},
    {"CITY", FieldKind::note, true},
    {"STATE", FieldKind::note, true},
    {"COUNTRY", FieldKind::note, true},
    {"COPYRIGHT", FieldKind::copyright, true},
    {"END OF DOCUMENT", FieldKind::number, true},
};

bool is_start(std::string_view text) {
    return is_count(text, "", "DOCUMENTS") || is_count(text, "", "DOCUMENT");
}

bool is_end(std::string_view text) {
    return text == "End of Document" || text == "END OF DOCUMENT";
}

class TopReader {
public:
    TopReader(std::span<const Line> lines, std::size_t end, FieldReader& out)
        : lines_(lines), end_(end), out_(out) {}

    void run(bool headline_follows) {
        find_date();
        std::size_t headline = end_;
        std::size_t paper = end_;
        if (headline_follows) {
            paper = first_text(0);
        } else if (const std::size_t second = first_text(first_text(0) + 1); second < date_ && date_ < end_) {
            headline = first_text(0);
            paper = second;
        } else {
            paper = first_text(0) < date_ && date_ < end_ ? first_text(0) : end_;
            headline = last_text();
            if (headline == paper) headline = end_;
        }
        // A headline may be of several lines.
        std::size_t headline_begin = headline;
        while (headline < end_ && headline_begin > date_ + 1 && date_ < end_ && is_text(headline_begin - 1) &&
               lines_[headline_begin].blanks == 0)
            --headline_begin;
        for (std::size_t i = 0; i < end_; ++i) {
            if (is_start(lines_[i].text))
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
        for (std::size_t i = 0; i < end_ && date_ == end_; ++i) {
            const auto found = read_date(lines_[i].text);
            if (found && !has_word(lines_[i].text.substr(found->length))) date_ = i;
        }
    }

    [[nodiscard]] bool is_text(std::size_t i) const {
        return i != date_ && !is_start(lines_[i].text) && !is_copyright(lines_[i].text);
    }

    [[nodiscard]] std::size_t first_text(std::size_t from) const {
        while (from < end_ && !is_text(from))
            ++from;
        return std::min(from, end_);
    }

    [[nodiscard]] std::size_t last_text() const {
        std::size_t i = end_;
        while (i > 0 && !is_text(i - 1))
            --i;
        return i == 0 ? end_ : i - 1;
    }

    std::span<const Line> lines_;
    std::size_t end_;
    std::size_t date_ = 0;
    FieldReader& out_;
};

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
    if (sections.empty()) return sections;
    // What stands before the first article or after the last goes with it.
    sections.front().first = 0;
    sections.back().last = lines.size();
    return sections;
}

ClassedText read_nexis(std::span<const Line> lines, const LabelSet& labels, std::deque<std::string>& joined) {
    FieldReader reader(lines, fields, labels, joined);
    const std::size_t top = reader.first_field();
    const bool headline_follows = std::any_of(lines.begin(), lines.end(), [](const Line& line) {
        return line.text.starts_with("HEADLINE:") || line.text.starts_with("Headline:");
    });
    TopReader(lines, top, reader).run(headline_follows);
    reader.read_fields(top);
    return reader.finish();
}

}  // namespace newsarc::parsing
