#include "search/plan/wildcards.hpp"

#include <algorithm>
#include <array>

#include "search/plan/session.hpp"
#include "text/analysis/analyser.hpp"
#include "text/analysis/fold_word.hpp"
#include "text/analysis/word_parts.hpp"
#include "text/unicode/utf8.hpp"
#include "text/unicode/wildcard.hpp"

namespace newsarc::search {
namespace {

constexpr std::string_view signs = "*?";

/// Words that one pattern may stand for.
constexpr std::size_t most_words = 64;
/// Words of the archive that are looked at for one pattern, and patterns of one query.
constexpr std::size_t most_looked_at = 5'000'000;
constexpr std::size_t most_patterns = 16;

void collect(const query::Node& node, std::vector<std::string>& patterns) {
    if (node.kind == query::NodeKind::wildcard && std::ranges::find(patterns, node.text) == patterns.end())
        patterns.push_back(node.text);
    for (const query::Node& child : node.children)
        collect(child, patterns);
}

/// As the index has words, the signs kept.
std::string folded(std::string_view pattern) {
    std::string out;
    while (!pattern.empty()) {
        const std::size_t end = std::min(pattern.find_first_of(signs), pattern.size());
        out += text::fold_word(pattern.substr(0, end));
        if (end < pattern.size()) out += pattern[end];
        pattern.remove_prefix(std::min(end + 1, pattern.size()));
    }
    return out;
}

/// The pattern as it stands, and with what of its last letters a stem has: `*parti` for `*party`, `*bridg*`
/// for `*bridge*`.
std::vector<std::string> forms_of(const store::Tokenizer& tokenizer, const std::string& pattern) {
    // Of a short word and a long one: whether letters are an ending depends on how many are before them.
    constexpr std::array<std::string_view, 2> beginnings{"bab", "babab"};
    constexpr std::size_t fewest_letters = 3;
    std::vector<std::string> out{pattern};
    const std::size_t end = pattern.find_last_not_of(signs) + 1;
    if (end == 0) return out;
    const std::size_t begin = pattern.find_last_of(signs, end - 1) + 1;
    const std::string tail = pattern.substr(begin, end - begin);
    for (const std::string_view beginning : beginnings) {
        const std::vector<std::string> stems = tokenizer.stems(std::string(beginning) + tail);
        if (stems.size() != 1 || !stems[0].starts_with(beginning)) continue;
        const std::string stemmed = stems[0].substr(beginning.size());
        if (stemmed.size() >= fewest_letters && stemmed != tail)
            out.push_back(pattern.substr(0, begin) + stemmed + pattern.substr(end));
    }
    return out;
}

struct Candidate {
    std::string term;
    std::size_t articles = 0;
};

/// The terms that a pattern is like, those that most articles hold first.
std::vector<Candidate> terms_like(Session& session, const std::string& pattern, bool& all) {
    const std::vector<std::string> forms = forms_of(session.words.tokenizer(), pattern);
    const std::string first = pattern.substr(0, pattern.find_first_of(signs));
    const std::string last = first + "\xFF";  // behind all that begin so
    std::vector<Candidate> out;
    std::size_t looked_at = 0;
    session.index.list(first, last, [&](std::string_view term, std::size_t articles) {
        if (++looked_at > most_looked_at) all = false;
        if (!all || session.watch.expired()) return false;
        if (text::is_part(term)) return true;
        std::string_view letters = term;
        if (letters.ends_with(text::end_of_term)) letters.remove_suffix(text::end_of_term.size());
        const bool fits = std::ranges::any_of(
            forms, [&](const std::string& form) { return text::matches_wildcard(form, letters); });
        if (fits) out.push_back({std::string(term), articles});
        return true;
    });
    session.watch.check();
    std::ranges::stable_sort(out, std::greater(), &Candidate::articles);
    return out;
}

}  // namespace

Wildcards find_wildcards(Session& session, const query::Node& tree) {
    Wildcards out;
    std::vector<std::string> patterns;
    collect(tree, patterns);
    if (patterns.size() > most_patterns) {
        out.notes.push_back("only the first " + std::to_string(most_patterns) +
                            " words with * or ? before or between their letters were looked for");
        patterns.resize(most_patterns);
    }
    for (const std::string& pattern : patterns) {
        bool all = true;
        std::vector<Candidate> found = terms_like(session, folded(pattern), all);
        if (!all)
            out.notes.push_back(pattern + " was compared with the first " + std::to_string(most_looked_at) +
                                " words of the archive alone");
        if (found.empty())
            out.notes.push_back("no word of the archive is like " + pattern +
                                "; words are compared without endings such as -ing");
        if (found.size() > most_words) {
            out.notes.push_back(pattern + " stands for " + std::to_string(found.size()) +
                                " words, of which the " + std::to_string(most_words) +
                                " that most articles hold were looked for");
            found.resize(most_words);
        }
        for (Candidate& each : found)
            out.terms[pattern].push_back(std::move(each.term));
    }
    return out;
}

}  // namespace newsarc::search
