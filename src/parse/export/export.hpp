#pragma once

#include "parse/classify.hpp"
#include "parse/line/split.hpp"

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What the exports of news databases have in common: articles one after another, each of labelled
// fields.
namespace newsarc::parsing {

/// What a field of an export holds.
enum class FieldKind : std::uint8_t {
    headline,
    deck,
    byline,
    credit,
    published,
    dateline,
    body,
    copyright,
    correction,
    caption,
    link,
    note,    ///< kept as it stands, label and all
    number,  ///< the place in the export, of no use outside it
};

struct ExportField {
    std::string_view label;  ///< as it stands before its colon, case aside
    FieldKind kind = FieldKind::note;
    bool after_body = false;  ///< also ends the body; others are words of the story there
};

/// A text taken apart: one entry of `classed` for each of `passages`.
struct ClassedText {
    std::vector<Passage> passages;  ///< `first` counts within the lines given
    std::vector<Classed> classed;
};

/// The sections of a Nexis export, known by `n of m DOCUMENTS` before or `End of Document` after
/// each article; empty when the text is none.
std::vector<Section> split_nexis(std::span<const Line> lines);
ClassedText read_nexis(std::span<const Line> lines, const LabelSet& labels, std::deque<std::string>& joined);

/// The sections of a ProQuest export, known by `Document n of m` before each article, or by long
/// rules between parts with the fields `Title:` and `Full text:`; empty when the text is none.
std::vector<Section> split_proquest(std::span<const Line> lines);
ClassedText read_proquest(std::span<const Line> lines, const LabelSet& labels,
                          std::deque<std::string>& joined);

/// A line that begins with a number, a word and another, `3 of 20`; what follows is `rest`.
bool is_count(std::string_view text, std::string_view before, std::string_view rest);

/// True for a line that begins as a notice of rights does.
bool is_copyright(std::string_view text);

/// Reads the fields of one article. `top` are the lines before the first field; what they are is
/// the format's own knowledge.
class FieldReader {
public:
    FieldReader(std::span<const Line> lines, std::span<const ExportField> fields, const LabelSet& labels,
                std::deque<std::string>& joined)
        : lines_(lines), fields_(fields), labels_(labels), joined_(joined) {}

    /// The first line that begins a field; the number of lines when none does.
    [[nodiscard]] std::size_t first_field() const;

    /// Takes the line `i` for what the format knows it to be.
    void take(std::size_t i, LineType type, std::string_view rule, NoteKind note = NoteKind::other);

    /// Reads the fields from the line `i` to the end.
    void read_fields(std::size_t i);

    ClassedText finish() { return std::move(out_); }

private:
    struct Begin {
        const ExportField* field = nullptr;
        std::string_view value;
    };
    [[nodiscard]] Begin field_at(std::size_t i, bool in_body) const;
    void take_value(std::size_t i, const ExportField& field, std::string_view value);
    void read_body(std::size_t first, std::size_t last);

    std::span<const Line> lines_;
    std::span<const ExportField> fields_;
    const LabelSet& labels_;
    std::deque<std::string>& joined_;
    ClassedText out_;
};

}  // namespace newsarc::parsing
