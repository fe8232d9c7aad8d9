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
#include <utility>
#include <vector>

namespace newsarc::parsing {

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

/// Labels made ready for matching: a tree of words. Immutable once made.
class LabelSet {
public:
    /// The labels of the lexicon.
    static const LabelSet& built_in();

    /// `extra` before those of the lexicon. Throws Error(usage) for a pattern without words.
    explicit LabelSet(std::span<const Label> extra);

    /// Throws Error(usage) for the first label whose pattern cannot be read; the message begins with
    /// what `where` says of its index.
    static void check(std::span<const Label> labels, const std::function<std::string(std::size_t)>& where);

    /// The label that a text begins or ends with: the one of most words, the user's first.
    /// Time does not grow with the text.
    [[nodiscard]] std::optional<LabelMatch> match(std::string_view text) const;

private:
    enum class Shape : std::uint8_t { whole, marked, opening, closing };
    struct Pattern {
        LabelKind kind = LabelKind::other;
        Shape shape = Shape::whole;
        std::string language;
        std::string text;
    };
    /// What one step of a pattern takes.
    enum class Step : std::uint8_t { word, set, any };
    struct Element {
        Step step = Step::word;
        std::uint32_t value = 0;  ///< the number of the word, the bit of the set
    };
    struct Edge {
        Element element;
        std::uint32_t node = 0;
    };
    struct Node {
        std::vector<Edge> edges;
        std::size_t word_edges = 0;           ///< the first so many of them take a word
        std::vector<std::uint32_t> patterns;  ///< that end here
    };
    /// What is known of a word that stands in some pattern or set.
    struct WordFacts {
        std::uint32_t number = 0;  ///< 0 for a word that stands in none
        std::uint32_t sets = 0;    ///< a bit for each set it is of
    };
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    class Words;
    struct Candidate;

    LabelSet();
    [[nodiscard]] std::uint32_t set_bit(std::string_view name) const;
    void add(LabelKind kind, std::string_view language, std::string_view pattern);
    static std::uint64_t edge_key(std::uint32_t node, const Element& element);
    std::vector<Element> elements_of(std::string_view pattern, std::string_view words);
    WordFacts& facts_to_fill(const std::string& word);
    [[nodiscard]] WordFacts facts_of(const std::string& word) const;
    [[nodiscard]] static bool fits(const Element& element, const WordFacts& word);
    void collect(std::uint32_t node, Words& words, std::size_t word, std::vector<Candidate>& found) const;
    [[nodiscard]] std::optional<LabelMatch> match_start(std::string_view text) const;
    [[nodiscard]] std::optional<LabelMatch> match_end(std::string_view text) const;
    [[nodiscard]] std::optional<LabelMatch> match_pattern(const Pattern& pattern, std::string_view text,
                                                          std::size_t begin, std::size_t end) const;

    std::vector<std::string_view> sets_;  ///< names of the sets of words; the bit of each is its place
    std::vector<Pattern> patterns_;
    std::vector<Node> nodes_;                                      ///< the first is the root
    std::unordered_map<std::uint64_t, std::uint32_t> next_nodes_;  ///< by edge_key(), while labels are added
    std::unordered_map<std::string, WordFacts, Hash, std::equal_to<>> words_;
    std::vector<bool> begins_;  ///< by word number: some pattern begins with the word
    std::uint32_t beginning_sets_ = 0;
    std::unordered_map<std::uint32_t, std::vector<std::pair<std::uint32_t, std::vector<Element>>>> closing_;
};

}  // namespace newsarc::parsing
