#pragma once

#include <newsarc/parse.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace newsarc::parsing {

/// A row of the built-in tables; see newsarc::Label for what a pattern says.
struct LabelRow {
    LabelKind kind;
    std::string_view language;
    std::string_view pattern;
};

/// A name for words that stand for each other, `{platform}`; the words separated by blanks.
struct WordSet {
    std::string_view name;
    std::string_view words;
};

std::span<const LabelRow> english_labels();
std::span<const LabelRow> english_note_labels();
std::span<const LabelRow> world_labels();
std::span<const WordSet> word_sets();

/// What followed the words of a label on its line.
enum class Mark : std::uint8_t {
    none,  ///< more words, or nothing
    soft,  ///< a dash or an exclamation mark, which sentences hold too
    hard,  ///< a colon, bar or arrow
};

struct LabelMatch {
    LabelKind kind = LabelKind::other;
    std::string_view label;     ///< as it stands in the line
    std::string_view value;     ///< what follows the label and its mark; empty when it stands alone
    std::string_view pattern;   ///< the row that matched, lives as long as the LabelSet
    std::string_view language;  ///< of that row
    Mark mark = Mark::none;
};

/// Labels made ready for matching. Immutable once made.
class LabelSet {
public:
    /// The built-in tables.
    static const LabelSet& built_in();

    /// `extra` before the built-in tables. Throws Error(usage) for a pattern without words.
    explicit LabelSet(std::span<const Label> extra);

    /// The label that a text begins or ends with: the one of most words, the user's first.
    /// Time does not grow with the text.
    [[nodiscard]] std::optional<LabelMatch> match(std::string_view text) const;

private:
    enum class Shape : std::uint8_t { whole, marked, opening, closing };
    struct Element {
        enum class Kind : std::uint8_t { word, set, any } kind = Kind::word;
        std::string word;  ///< folded; of a set, its name
    };
    struct Pattern {
        LabelKind kind = LabelKind::other;
        Shape shape = Shape::whole;
        std::string language;
        std::string text;
        std::vector<Element> elements;
    };
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using Index = std::unordered_map<std::string, std::vector<std::uint32_t>, Hash, std::equal_to<>>;
    struct Words;

    void add(LabelKind kind, std::string_view language, std::string_view pattern);
    void index(Index& index, const Element& key, std::uint32_t number);
    [[nodiscard]] bool fits(const Element& element, std::string_view word) const;
    [[nodiscard]] std::size_t matched_words(const Pattern& pattern, const Words& words, std::size_t element,
                                            std::size_t word) const;
    [[nodiscard]] std::optional<LabelMatch> match_start(std::string_view text) const;
    [[nodiscard]] std::optional<LabelMatch> match_end(std::string_view text) const;

    std::vector<Pattern> patterns_;
    Index by_first_word_;
    Index by_last_word_;
    std::unordered_map<std::string, std::vector<std::string>, Hash, std::equal_to<>> sets_;
};

}  // namespace newsarc::parsing
