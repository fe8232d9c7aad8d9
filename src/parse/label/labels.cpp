#include "parse/label/labels.hpp"

#include <newsarc/error.hpp>

#include "parse/label/label_marks.hpp"
#include "parse/label/label_words.hpp"
#include "parse/line/scan.hpp"
#include "text/lexicon/lexicon.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace newsarc::parsing {
namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::size_t longest_label = 24;  // words, wildcards filled
constexpr std::size_t widest_wildcard = 8;

// Sets that are known by how a word looks rather than by a list.
constexpr std::uint32_t number_set = 1U << 30U;
constexpr std::uint32_t year_set = 1U << 31U;

bool all_digits(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

}  // namespace

/// The words of a line, read as far as the tree asks.
class LabelSet::Words {
public:
    Words(const LabelSet& labels, std::string_view text) : labels_(labels), text_(text) {}

    /// Empty behind the last word, and behind as many as any label has.
    const WordFacts* at(std::size_t number) {
        while (count_ <= number) {
            if (count_ == places_.size()) return nullptr;
            LabelWord& place = places_[count_];
            const std::size_t from = count_ == 0 ? 0 : places_[count_ - 1].end;
            if (!next_label_word(text_, from, place, folded_)) return nullptr;
            // A label does not go on behind its mark.
            if (count_ > 0 &&
                text_.substr(from, place.begin - from).find_first_of(":|") != std::string_view::npos)
                return nullptr;
            facts_[count_++] = labels_.facts_of(folded_);
        }
        return &facts_[number];
    }

    [[nodiscard]] const LabelWord& place(std::size_t number) const { return places_[number]; }

private:
    const LabelSet& labels_;
    std::string_view text_;
    std::string folded_;
    std::array<LabelWord, longest_label> places_{};
    std::array<WordFacts, longest_label> facts_{};
    std::size_t count_ = 0;
};

/// A pattern whose words a line begins with.
struct LabelSet::Candidate {
    std::size_t words = 0;
    std::uint32_t pattern = 0;
};

const LabelSet& LabelSet::built_in() {
    static const LabelSet labels{std::span<const Label>{}};
    return labels;
}

std::uint64_t LabelSet::edge_key(std::uint32_t node, const Element& element) {
    return std::uint64_t{node} << 34U | static_cast<std::uint64_t>(element.step) << 32U | element.value;
}

LabelSet::LabelSet() : nodes_(1) {
    for (const auto& row : text::lexicon()) {
        if (row.kind != "set") continue;
        const auto [name, words] = text::named_items(row.value);
        if (std::find(sets_.begin(), sets_.end(), name) == sets_.end()) sets_.push_back(name);
        LabelWord place;
        std::string word;
        for (std::size_t at = 0; next_label_word(words, at, place, word); at = place.end)
            facts_to_fill(word).sets |= set_bit(name);
    }
}

std::uint32_t LabelSet::set_bit(std::string_view name) const {
    if (name == "number") return number_set;
    if (name == "year") return year_set;
    const auto set = std::find(sets_.begin(), sets_.end(), name);
    if (set == sets_.end()) {
        throw Error(ErrorCode::usage, "no set of words is called '{" + std::string(name) + "}'",
                    "docs/parsing.md lists the sets");
    }
    return 1U << static_cast<std::uint32_t>(set - sets_.begin());
}

void LabelSet::check(std::span<const Label> labels, const std::function<std::string(std::size_t)>& where) {
    LabelSet set;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        try {
            set.add(labels[i].kind, labels[i].language, labels[i].pattern);
        } catch (const Error& error) {
            throw Error(error.code(), where(i) + ": " + error.what(), error.hint());
        }
    }
}

LabelSet::LabelSet(std::span<const Label> extra) : LabelSet() {
    for (const Label& label : extra)
        add(label.kind, label.language, label.pattern);
    for (const auto& row : text::lexicon()) {
        if (const auto kind = label_kind_from_string(row.kind)) add(*kind, row.language, row.value);
    }
    next_nodes_.clear();
    for (Node& node : nodes_) {
        std::sort(node.edges.begin(), node.edges.end(), [](const Edge& a, const Edge& b) {
            return std::pair(a.element.step, a.element.value) < std::pair(b.element.step, b.element.value);
        });
        node.word_edges = static_cast<std::size_t>(
            std::count_if(node.edges.begin(), node.edges.end(),
                          [](const Edge& edge) { return edge.element.step == Step::word; }));
    }
}

LabelSet::WordFacts& LabelSet::facts_to_fill(const std::string& word) {
    WordFacts& facts = words_[word];
    if (facts.number == 0) facts.number = static_cast<std::uint32_t>(words_.size());
    begins_.resize(words_.size() + 1);
    return facts;
}

LabelSet::WordFacts LabelSet::facts_of(const std::string& word) const {
    const auto found = words_.find(word);
    WordFacts facts = found == words_.end() ? WordFacts{} : found->second;
    if (all_digits(word)) {
        facts.sets |= number_set;
        if (word.size() == 4 && (word[0] == '1' || word[0] == '2')) facts.sets |= year_set;
    }
    return facts;
}

std::vector<LabelSet::Element> LabelSet::elements_of(std::string_view pattern, std::string_view words) {
    std::vector<Element> elements;
    while (!(words = trim(words)).empty()) {
        const std::string_view item = words.substr(0, words.find(' '));
        words.remove_prefix(item.size());
        if (item == "*") {
            elements.push_back({Step::any, 0});
        } else if (item.front() == '{' && item.back() == '}') {
            elements.push_back({Step::set, set_bit(item.substr(1, item.size() - 2))});
        } else {
            LabelWord place;
            std::string word;
            for (std::size_t at = 0; next_label_word(item, at, place, word); at = place.end)
                elements.push_back({Step::word, facts_to_fill(word).number});
        }
    }
    const bool from_end = pattern.starts_with(ellipsis);
    if (elements.empty() || (from_end ? elements.back() : elements.front()).step == Step::any) {
        throw Error(ErrorCode::usage, "label '" + std::string(pattern) + "' has no word to be known by",
                    "begin it with a word, such as `read also:`");
    }
    const auto wildcards = std::count_if(elements.begin(), elements.end(),
                                         [](const Element& element) { return element.step == Step::any; });
    if (wildcards > (from_end ? 0 : 2)) {
        throw Error(ErrorCode::usage, "label '" + std::string(pattern) + "' has too many `*`",
                    "a pattern may have two, one that begins with an ellipsis none");
    }
    return elements;
}

void LabelSet::add(LabelKind kind, std::string_view language, std::string_view text) {
    Pattern pattern{kind, Shape::whole, std::string(language), std::string(text)};
    std::string_view words = trim(text);
    if (words.starts_with(ellipsis)) {
        pattern.shape = Shape::closing;
        words.remove_prefix(ellipsis.size());
    } else if (words.ends_with(ellipsis)) {
        pattern.shape = Shape::opening;
        words.remove_suffix(ellipsis.size());
    } else if (words.ends_with(':')) {
        pattern.shape = Shape::marked;
        words.remove_suffix(1);
    }
    const auto number = static_cast<std::uint32_t>(patterns_.size());
    const std::vector<Element> elements = elements_of(trim(text), words);
    patterns_.push_back(std::move(pattern));
    if (patterns_.back().shape == Shape::closing) {
        const Element& last = elements.back();
        if (last.step == Step::word) {
            closing_[last.value].emplace_back(number, elements);
        } else {
            for (const auto& [word, facts] : words_) {
                if ((facts.sets & last.value) != 0) closing_[facts.number].emplace_back(number, elements);
            }
        }
        return;
    }
    if (elements.front().step == Step::word)
        begins_[elements.front().value] = true;
    else
        beginning_sets_ |= elements.front().value;
    std::uint32_t node = 0;
    for (const Element& element : elements) {
        const auto next = static_cast<std::uint32_t>(nodes_.size());
        const auto [edge, is_new] = next_nodes_.try_emplace(edge_key(node, element), next);
        if (is_new) {
            nodes_[node].edges.push_back({element, next});
            nodes_.emplace_back();
        }
        node = edge->second;
    }
    nodes_[node].patterns.push_back(number);
}

bool LabelSet::fits(const Element& element, const WordFacts& word) {
    switch (element.step) {
        case Step::word: return word.number == element.value;
        case Step::set: return (word.sets & element.value) != 0;
        case Step::any: return true;
    }
    return false;
}

void LabelSet::collect(std::uint32_t node, Words& words, std::size_t word,
                       std::vector<Candidate>& found) const {
    for (const std::uint32_t pattern : nodes_[node].patterns)
        found.push_back({word, pattern});
    if (nodes_[node].edges.empty()) return;
    const WordFacts* const facts = words.at(word);
    if (facts == nullptr) return;
    const auto& edges = nodes_[node].edges;
    // Edges by a word come first, in the order of its number; the others are few.
    const auto others = edges.begin() + static_cast<std::ptrdiff_t>(nodes_[node].word_edges);
    const auto edge_of_word =
        std::lower_bound(edges.begin(), others, facts->number,
                         [](const Edge& edge, std::uint32_t number) { return edge.element.value < number; });
    if (edge_of_word != others && edge_of_word->element.value == facts->number)
        collect(edge_of_word->node, words, word + 1, found);
    for (auto edge = others; edge != edges.end(); ++edge) {
        if (!fits(edge->element, *facts)) continue;
        const std::size_t widest = edge->element.step == Step::any ? widest_wildcard : 1;
        for (std::size_t taken = 1; taken <= widest && words.at(word + taken - 1) != nullptr; ++taken)
            collect(edge->node, words, word + taken, found);
    }
}

/// The pattern whose words stand from `begin` to `end`, if what follows them is what its shape asks.
std::optional<LabelMatch> LabelSet::match_pattern(const Pattern& pattern, std::string_view text,
                                                  std::size_t begin, std::size_t end) const {
    if (text.substr(end).starts_with("://")) return std::nullopt;  // the word was a link's
    MarkFound marks = read_marks(text, end);
    // `[READ ALSO] Title`: the bracket that closes the label marks it.
    const bool boxed =
        begin > 0 && end < text.size() &&
        ((text[begin - 1] == '[' && text[end] == ']') || (text[begin - 1] == '(' && text[end] == ')'));
    if (boxed && marks.mark == Mark::none) marks = {Mark::hard, end + 1};
    LabelMatch match{pattern.kind,
                     text.substr(begin, end - begin),
                     unwrapped(trim(text.substr(marks.end)), text.substr(0, begin)),
                     pattern.text,
                     pattern.language,
                     marks.mark};
    constexpr std::size_t longest_trailer = 16;
    const bool alone = match.value.size() <= longest_trailer && !has_word(match.value);
    if (alone) match.value = {};
    // `Read the report.` is a sentence; `You might also like...` is none.
    const std::string_view trailer = text.substr(end);
    if (alone && pattern.shape == Shape::marked && trailer.starts_with('.') && !trailer.starts_with(".."))
        return std::nullopt;
    // `UPDATE 2-Oil falls`: words that a wildcard takes are no label without a mark, but for a line
    // over titles, `More on this story`.
    const bool any_words = pattern.text.ends_with("*:") && pattern.kind != LabelKind::related;
    if (alone && marks.mark == Mark::none && any_words) return std::nullopt;
    if (pattern.shape == Shape::opening || alone) return match;
    if (pattern.shape == Shape::whole) return std::nullopt;
    if (marks.mark != Mark::none) return match;
    // `Read more https://…` and `READ ALSO Minister resigns` do without a mark.
    const bool related = pattern.kind == LabelKind::related;
    if (!is_link_start(match.value) && !(related && is_shouted(match.label, match.value)))
        return std::nullopt;
    match.mark = Mark::soft;
    return match;
}

std::optional<LabelMatch> LabelSet::match_start(std::string_view text) const {
    Words words(*this, text);
    const WordFacts* const first = words.at(0);
    if (first == nullptr || (!begins_[first->number] && (first->sets & beginning_sets_) == 0))
        return std::nullopt;
    std::vector<Candidate> found;
    collect(0, words, 0, found);
    std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
        return a.words != b.words ? a.words > b.words : a.pattern < b.pattern;
    });
    for (const Candidate& candidate : found) {
        auto match = match_pattern(patterns_[candidate.pattern], text, words.place(0).begin,
                                   words.place(candidate.words - 1).end);
        if (match) return match;
    }
    return std::nullopt;
}

std::optional<LabelMatch> LabelSet::match_end(std::string_view text) const {
    std::string word;
    last_label_word(text, word);
    const auto candidates = word.empty() ? closing_.end() : closing_.find(facts_of(word).number);
    if (candidates == closing_.end()) return std::nullopt;
    constexpr std::size_t far_enough = 160;
    const std::size_t begin =
        text::next_character_begin(text, text.size() - std::min(text.size(), far_enough));
    std::vector<std::pair<LabelWord, WordFacts>> words;
    LabelWord place;
    for (std::size_t at = begin; next_label_word(text, at, place, word); at = place.end)
        words.emplace_back(place, facts_of(word));
    for (const auto& [number, elements] : candidates->second) {
        if (elements.size() > words.size()) continue;
        const std::size_t from = words.size() - elements.size();
        bool fit = true;
        for (std::size_t i = 0; fit && i < elements.size(); ++i)
            fit = fits(elements[i], words[from + i].second);
        if (!fit) continue;
        const Pattern& pattern = patterns_[number];
        return LabelMatch{
            pattern.kind, text.substr(words[from].first.begin), {}, pattern.text, pattern.language,
            Mark::none};
    }
    return std::nullopt;
}

std::optional<LabelMatch> LabelSet::match(std::string_view text) const {
    if (auto match = match_start(text)) return match;
    return match_end(text);
}

}  // namespace newsarc::parsing
