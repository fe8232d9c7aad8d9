#pragma once

#include "parse/classify.hpp"
#include "parse/line/split.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
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
    affiliation,  ///< what the writers are
    note,         ///< kept as it stands, label and all
    number,       ///< the place in the export, of no use outside it
};

struct ExportField {
    std::string_view label;  ///< as the lexicon has it
    FieldKind kind = FieldKind::note;
    bool after_body = false;  ///< also ends the body; others are words of the story there
};

/// The fields of a format by the names that stand before their colon, in all languages: the rows of a
/// kind of the lexicon, such as `nexis-field`.
class ExportFields {
public:
    explicit ExportFields(std::string_view kind);

    /// The field of that name, case and accents aside; none for a text that names none.
    [[nodiscard]] const ExportField* find(std::string_view name) const;

private:
    std::unordered_map<std::string, ExportField> fields_;
};

/// The sections of a Nexis export, known by `n of m DOCUMENTS` before or `End of Document` after
/// each article; empty when the text is none.
std::vector<Section> split_nexis(std::span<const Line> lines);
ClassedText read_nexis(std::span<const Line> lines, const LabelSet& labels, std::deque<std::string>& joined);

/// The sections of a Factiva export, plain or with a tag of two letters before each field, known by the
/// line `Document` and a code that ends each article; empty when the text is none.
std::vector<Section> split_factiva(std::span<const Line> lines);
ClassedText read_factiva(std::span<const Line> lines, const LabelSet& labels,
                         std::deque<std::string>& joined);

/// The sections of a ProQuest export, known by `Document n of m` before each article, or by long
/// rules between parts with the fields `Title:` and `Full text:`; empty when the text is none.
std::vector<Section> split_proquest(std::span<const Line> lines);
ClassedText read_proquest(std::span<const Line> lines, const LabelSet& labels,
                          std::deque<std::string>& joined);

/// The place of an article in an export: `3 of 20 DOCUMENTS`, `Dokument 3 von 20`.
struct Counter {
    bool word_first = false;
    std::string_view language;  ///< of its words
};
std::optional<Counter> read_counter(std::string_view text);

/// True for a number and a word for words, `412 words`.
bool is_word_count(std::string_view text);

/// True for a line that begins as a notice of rights does.
bool is_copyright(std::string_view text);

/// Reads the fields of one article. `top` are the lines before the first field; what they are is
/// the format's own knowledge.
class FieldReader {
public:
    FieldReader(std::span<const Line> lines, const ExportFields& fields, const LabelSet& labels,
                std::deque<std::string>& joined)
        : lines_(lines), fields_(fields), labels_(labels), joined_(joined) {}

    /// The first line from `from` on that begins a field; the number of lines when none does.
    [[nodiscard]] std::size_t first_field(std::size_t from = 0) const;

    /// True when a line is the label of the story.
    [[nodiscard]] bool has_body_label() const;

    /// The field that a line begins; none for a line that begins none.
    [[nodiscard]] const ExportField* field_of(std::size_t i) const { return field_at(i, false).field; }

    /// Takes the line `i` for what the format knows it to be.
    void take(std::size_t i, LineType type, std::string_view rule, NoteKind note = NoteKind::other);

    /// The same for a value behind a tag.
    void take_tagged(std::size_t i, LineType type, std::string_view rule, NoteKind note, std::string_view tag,
                     std::string_view value);

    /// The same for the line `i` and the next as one.
    void take_joined(std::size_t i, LineType type, std::string_view rule);

    /// Reads the fields from the line `i` to the end. Where `labelled` is false the story has no label: it
    /// is what stands below an empty line under no field.
    void read_fields(std::size_t i, bool labelled = true);

    /// Reads the lines from `first` to before `last` as the story.
    void read_body(std::size_t first, std::size_t last);

    ClassedText finish() { return std::move(out_); }

private:
    struct Begin {
        const ExportField* field = nullptr;
        std::string_view value;
    };
    [[nodiscard]] Begin field_at(std::size_t i, bool in_body) const;
    void take_value(std::size_t i, const ExportField& field, std::string_view value);
    [[nodiscard]] std::size_t end_of_body(std::size_t from) const;
    /// Lines of a width, as the old exports break them, with paragraphs between empty lines or indented.
    [[nodiscard]] bool is_wrapped(std::size_t first, std::size_t last) const;
    void read_wrapped_body(std::size_t first, std::size_t last);

    std::span<const Line> lines_;
    const ExportFields& fields_;
    const LabelSet& labels_;
    std::deque<std::string>& joined_;
    ClassedText out_;
};

}  // namespace newsarc::parsing
