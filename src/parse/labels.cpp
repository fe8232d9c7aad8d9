#include "parse/labels.hpp"

#include <newsarc/error.hpp>

#include "parse/label_words.hpp"
#include "parse/scan.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace newsarc::parsing {
namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::size_t longest_label = 24;  // words, wildcards filled
constexpr std::size_t widest_wildcard = 8;

bool all_digits(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

Mark mark_of(char32_t c) {
    constexpr std::u32string_view hard =
        U":|>\u00A6\u00B7\u00BB\u2022\u203A\u2192\u21D2\u2502\u25B6\u25BA\u27A1\uFE55"
        U"\uFF1A\uFF5C\U0001F449\U0001F447";
    constexpr std::u32string_view soft = U"!~\u2013\u2014\u2015\uFF01";
    if (hard.find(c) != std::u32string_view::npos) return Mark::hard;
    return soft.find(c) != std::u32string_view::npos ? Mark::soft : Mark::none;
}

bool is_closer(char32_t c) {
    constexpr std::u32string_view closers = U")]}*_\"'\u2019\u201D\u200E\u200F\uFE0F";
    return closers.find(c) != std::u32string_view::npos;
}

struct MarkFound {
    Mark mark = Mark::none;
    std::size_t end = 0;  ///< where the value begins
};

/// The marks after a label's last word. A hyphen is one when a blank stands at a side of it.
MarkFound read_marks(std::string_view text, std::size_t at) {
    MarkFound found{Mark::none, at};
    const std::size_t limit = std::min(text.size(), at + 48);
    bool blank = false;
    while (at < limit) {
        const auto point = text::code_point_at(text, at);
        const std::size_t next = at + point.length;
        const bool dash =
            point.value == '-' && (blank || next >= text.size() || text[next] == ' ' || text[next] == '-');
        const bool slashes = point.value == '/' && (text.substr(at, 2) == "//" || blank);
        const Mark mark = dash || slashes ? Mark::soft : mark_of(point.value);
        if (mark != Mark::none) {
            if (found.mark != Mark::hard) found.mark = mark;
        } else if (is_space(point.value)) {
            blank = true;
        } else if (!is_closer(point.value)) {
            break;
        }
        at = next;
        if (mark != Mark::none) found.end = at;
    }
    return found;
}

bool is_link_start(std::string_view text) {
    return text.starts_with("http") || text.starts_with("www.") || text.starts_with("[") ||
           text.starts_with("<http");
}

/// `READ ALSO Minister resigns`: a label in capitals, its title in ordinary letters.
bool is_shouted(std::string_view label, std::string_view rest) {
    const bool shouted =
        std::none_of(label.begin(), label.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
        label.find(' ') != std::string_view::npos;
    if (!shouted || rest.size() < 2 || !begins_upper(rest)) return false;
    const std::string_view word = rest.substr(0, rest.find(' '));
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

/// The words of a line, read as far as a pattern asks.
struct LabelSet::Words {
    explicit Words(std::string_view line) : text(line) {}

    const LabelWord* at(std::size_t number) const {
        while (known.size() <= number) {
            if (number >= longest_label) return nullptr;
            LabelWord word;
            if (!next_label_word(text, known.empty() ? 0 : known.back().end, word)) return nullptr;
            known.push_back(std::move(word));
        }
        return &known[number];
    }

    std::string_view text;
    mutable std::vector<LabelWord> known;
};

const LabelSet& LabelSet::built_in() {
    static const LabelSet labels{std::span<const Label>{}};
    return labels;
}

LabelSet::LabelSet(std::span<const Label> extra) {
    for (const WordSet& set : word_sets()) {
        std::vector<std::string>& members = sets_[std::string(set.name)];
        LabelWord word;
        for (std::size_t at = 0; next_label_word(set.words, at, word); at = word.end)
            members.push_back(word.folded);
        std::sort(members.begin(), members.end());
    }
    for (const Label& label : extra)
        add(label.kind, label.language, label.pattern);
    for (const auto rows : {english_labels(), english_note_labels(), world_labels()}) {
        for (const LabelRow& row : rows)
            add(row.kind, row.language, row.pattern);
    }
}

void LabelSet::add(LabelKind kind, std::string_view language, std::string_view text) {
    Pattern pattern{kind, Shape::whole, std::string(language), std::string(text), {}};
    std::string_view rest = trim(text);
    if (rest.starts_with(ellipsis)) {
        pattern.shape = Shape::closing;
        rest.remove_prefix(ellipsis.size());
    } else if (rest.ends_with(ellipsis)) {
        pattern.shape = Shape::opening;
        rest.remove_suffix(ellipsis.size());
    } else if (rest.ends_with(':')) {
        pattern.shape = Shape::marked;
        rest.remove_suffix(1);
    }
    while (!(rest = trim(rest)).empty()) {
        const std::string_view item = rest.substr(0, rest.find(' '));
        rest.remove_prefix(item.size());
        Element element;
        if (item == "*") {
            element.kind = Element::Kind::any;
        } else if (item.front() == '{' && item.back() == '}') {
            element = {Element::Kind::set, std::string(item.substr(1, item.size() - 2))};
        } else {
            LabelWord word;
            for (std::size_t at = 0; next_label_word(item, at, word); at = word.end)
                pattern.elements.push_back({Element::Kind::word, word.folded});
            continue;
        }
        pattern.elements.push_back(std::move(element));
    }
    const bool from_end = pattern.shape == Shape::closing;
    if (pattern.elements.empty() ||
        (from_end ? pattern.elements.back() : pattern.elements.front()).kind == Element::Kind::any) {
        throw Error(ErrorCode::usage, "label '" + pattern.text + "' has no word to be known by",
                    "begin it with a word, such as `read also:`");
    }
    const auto number = static_cast<std::uint32_t>(patterns_.size());
    if (from_end)
        index(by_last_word_, pattern.elements.back(), number);
    else
        index(by_first_word_, pattern.elements.front(), number);
    patterns_.push_back(std::move(pattern));
}

void LabelSet::index(Index& index, const Element& key, std::uint32_t number) {
    if (key.kind == Element::Kind::word) {
        index[key.word].push_back(number);
        return;
    }
    const auto set = sets_.find(key.word);
    if (set == sets_.end()) {
        throw Error(ErrorCode::usage, "no set of words is called '{" + key.word + "}'",
                    "docs/parsing.md lists the sets");
    }
    for (const std::string& word : set->second)
        index[word].push_back(number);
}

bool LabelSet::fits(const Element& element, std::string_view word) const {
    if (element.kind == Element::Kind::word) return element.word == word;
    if (element.word == "number") return all_digits(word);
    if (element.word == "year")
        return word.size() == 4 && all_digits(word) && (word[0] == '1' || word[0] == '2');
    const auto set = sets_.find(element.word);
    return set != sets_.end() && std::binary_search(set->second.begin(), set->second.end(), word);
}

/// The words that the pattern takes from `word` on, counted from the line's first; 0 for no match.
std::size_t LabelSet::matched_words(const Pattern& pattern, const Words& words, std::size_t element,
                                    std::size_t word) const {
    for (; element < pattern.elements.size(); ++element, ++word) {
        const Element& wanted = pattern.elements[element];
        if (wanted.kind == Element::Kind::any) {
            for (std::size_t taken = 1; taken <= widest_wildcard; ++taken) {
                if (const std::size_t end = matched_words(pattern, words, element + 1, word + taken))
                    return end;
            }
            return 0;
        }
        const LabelWord* const found = words.at(word);
        if (found == nullptr || !fits(wanted, found->folded)) return 0;
    }
    return words.at(word - 1) == nullptr ? 0 : word;
}

std::optional<LabelMatch> LabelSet::match_start(std::string_view text) const {
    const Words words(text);
    const LabelWord* const first = words.at(0);
    if (first == nullptr) return std::nullopt;
    const auto candidates = by_first_word_.find(std::string_view(first->folded));
    if (candidates == by_first_word_.end()) return std::nullopt;
    std::optional<LabelMatch> best;
    std::size_t most = 0;
    for (const std::uint32_t number : candidates->second) {
        const Pattern& pattern = patterns_[number];
        const std::size_t count = matched_words(pattern, words, 0, 0);
        if (count <= most) continue;
        const std::size_t end = words.at(count - 1)->end;
        const MarkFound marks = read_marks(text, end);
        LabelMatch match{pattern.kind,
                         text.substr(words.at(0)->begin, end - words.at(0)->begin),
                         trim(text.substr(marks.end)),
                         pattern.text,
                         pattern.language,
                         marks.mark};
        if (pattern.shape == Shape::whole) {
            if (match.value.size() > 16 || has_word(match.value)) continue;
            match.value = {};
        } else if (pattern.shape == Shape::marked && marks.mark == Mark::none) {
            const bool alone = match.value.size() <= 16 && !has_word(match.value);
            if (alone)
                match.value = {};
            else if (is_link_start(match.value) ||
                     (pattern.kind == LabelKind::related && is_shouted(match.label, match.value)))
                match.mark = Mark::soft;
            else
                continue;
        }
        most = count;
        best = match;
    }
    return best;
}

std::optional<LabelMatch> LabelSet::match_end(std::string_view text) const {
    LabelWord last;
    if (!last_label_word(text, last)) return std::nullopt;
    const auto candidates = by_last_word_.find(std::string_view(last.folded));
    if (candidates == by_last_word_.end()) return std::nullopt;
    constexpr std::size_t far_enough = 160;
    std::size_t begin = text.size() - std::min(text.size(), far_enough);
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
        ++begin;
    std::vector<LabelWord> words;
    LabelWord word;
    for (std::size_t at = begin; next_label_word(text, at, word); at = word.end)
        words.push_back(word);
    for (const std::uint32_t number : candidates->second) {
        const Pattern& pattern = patterns_[number];
        if (pattern.elements.size() > words.size()) continue;
        const std::size_t from = words.size() - pattern.elements.size();
        bool fit = true;
        for (std::size_t i = 0; fit && i < pattern.elements.size(); ++i)
            fit = fits(pattern.elements[i], words[from + i].folded);
        if (fit) {
            return LabelMatch{
                pattern.kind, text.substr(words[from].begin), {}, pattern.text, pattern.language, Mark::none};
        }
    }
    return std::nullopt;
}

std::optional<LabelMatch> LabelSet::match(std::string_view text) const {
    if (auto match = match_start(text)) return match;
    return match_end(text);
}

}  // namespace newsarc::parsing
