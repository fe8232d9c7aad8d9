#include "search/show/suggest.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "query/lexer.hpp"
#include "store/index/found.hpp"
#include "text/analysis/analyser.hpp"
#include "text/analysis/fold_word.hpp"
#include "text/analysis/word_parts.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/utf8.hpp"
#include "text/unicode/words.hpp"
#include "text/wording.hpp"

namespace newsarc::search {
namespace {

/// How many times more articles must hold a word than the one it is suggested for.
constexpr std::int64_t times_better = 20;

/// Stems whose words are read from articles, and articles that are read for each.
constexpr std::size_t most_stems = 12;
constexpr std::size_t articles_a_stem = 3;

/// A word that stands in some article may well be right: one edit is the most. Two make too many short words
/// into others, and any number is as good as its neighbour.
std::size_t most_edits(std::string_view word, std::int64_t known_articles) {
    const bool number = std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
    if (word.size() < 4 || number) return 0;
    return word.size() < 8 || known_articles > 0 ? 1 : 2;
}

bool begins_with_capital(std::string_view text) {
    const std::string_view first = text.substr(0, text::code_point_at(text, 0).length);
    return !text::has_lower_case(first) && text::fold_word(first) != first;
}

struct Candidate {
    std::string stem;
    std::size_t edits = 0;
    std::int64_t articles = 0;
};

bool better(const Candidate& a, const Candidate& b) {
    if (a.edits != b.edits) return a.edits < b.edits;
    if (a.articles != b.articles) return a.articles > b.articles;
    return a.stem < b.stem;
}

/// A bit for each letter of ASCII that stands in a text; some share one. An edit brings in one at most.
std::uint64_t letters_of(std::string_view text) {
    std::uint64_t out = 0;
    for (const char c : text)
        out |= text::is_ascii(c) ? std::uint64_t{1} << (static_cast<unsigned>(c) % 64) : 0;
    return out;
}

/// The edits from a stem to the beginning of the word that is nearest to it: a stem lacks its
/// word's ending.
std::size_t edits_to_beginning(std::string_view stem, std::string_view word, std::size_t limit) {
    std::size_t least = limit + 1;
    const std::size_t shortest = stem.size() > limit ? stem.size() - limit : 1;
    for (std::size_t length = shortest; length <= std::min(word.size(), stem.size() + limit); ++length) {
        least = std::min(least, text::edit_distance(stem, word.substr(0, length), limit));
    }
    return least;
}

/// The stems that a mistyped word may be meant for, most likely first.
std::vector<Candidate> near_stems(Session& session, const std::string& word, std::int64_t known_articles) {
    constexpr std::size_t longest_ending = 7;  // of those that stemming cuts off
    const std::size_t limit = most_edits(word, known_articles);
    std::vector<Candidate> out;
    const std::uint64_t letters = letters_of(word);
    const auto first = text::code_point_at(word, 0);
    std::string last;
    text::append(last, first.value + 1);
    session.index.list(word.substr(0, first.length), last, [&](std::string_view term, std::size_t count) {
        const auto articles = static_cast<std::int64_t>(count);
        if (session.watch.expired()) return false;
        if (text::is_part(term)) return true;
        std::string_view stem = term;
        if (stem.ends_with(text::end_of_term)) stem.remove_suffix(text::end_of_term.size());
        if (stem.size() > word.size() + limit || stem.size() + longest_ending < word.size()) return true;
        if (articles < std::max<std::int64_t>(known_articles * times_better, 1)) return true;
        // Most differ by more than that at first sight.
        if (static_cast<std::size_t>(std::popcount(letters_of(stem) & ~letters)) > limit) return true;
        const std::size_t edits = edits_to_beginning(stem, word, limit);
        if (edits <= limit) out.push_back({std::string(term), edits, articles});
        return true;
    });
    std::ranges::sort(out, better);
    if (out.size() > most_stems) out.resize(most_stems);
    return out;
}

/// Calls visit(stem, begin, end) for the words of a text whose stems begin with a letter, and some more: to
/// stem all would take longer than the rest of a search.
void each_beginning_with(const store::Tokenizer& tokenizer, char letter, std::string_view in,
                         const store::Tokenizer::Visit& visit) {
    store::for_each_stretch(in, [&](std::size_t first, std::size_t last) {
        const std::string_view stretch = in.substr(first, last - first);
        const bool is_other =
            std::ranges::all_of(stretch, text::is_ascii) && text::ascii_lower(stretch[0]) != letter;
        if (!is_other) {
            tokenizer.tokenize(stretch, [&](std::string_view stem, std::size_t begin, std::size_t end) {
                return visit(stem, first + begin, first + end);
            });
        }
        return true;
    });
}

/// The word nearest to a mistyped one, among those that articles have for these stems; of a name, those that
/// articles write as one.
std::optional<std::string> nearest_word(Session& session, const std::string& word, bool name,
                                        std::size_t limit, std::span<const Candidate> candidates) {
    std::optional<std::string> nearest;
    std::pair<std::size_t, std::int64_t> best{limit + 1, INT64_MIN};
    for (const Candidate& candidate : candidates) {
        for (const store::Posting& posting : session.index.find(candidate.stem, articles_a_stem).articles) {
            const auto article = session.reader.text(posting.article);
            if (!article) continue;
            for (const std::string* text : {&article->headline, &article->body}) {
                const auto look = [&](std::string_view stem, std::size_t begin, std::size_t end) {
                    if (stem != candidate.stem) return true;
                    if (name && !begins_with_capital(std::string_view(*text).substr(begin))) return true;
                    const std::string there = text::fold_word(text->substr(begin, end - begin));
                    const std::pair worth{text::edit_distance(word, there, limit), -candidate.articles};
                    if (worth < best) {
                        best = worth;
                        nearest = there;
                    }
                    return true;
                };
                const text::Analysis analysis = session.analyses[posting.article];
                if (analysis == text::stock_analysis) {
                    each_beginning_with(session.words.tokenizer(), candidate.stem[0], *text, look);
                } else {
                    session.words.analyser(analysis).analyse(*text, look);
                }
            }
        }
    }
    return nearest;
}

bool is_plain_word(const Term& term) {
    return term.weight > 0 && !term.prefix && !term.wildcard && !term.characters && !term.acronym &&
           !term.part && term.spellings[0].stems.size() == 1;
}

/// Where a word stands in a query that is to be found, neither left out nor in another field; `npos` when it
/// does so nowhere.
std::size_t place_of(std::string_view word, std::string_view query) {
    const query::Token* before = nullptr;
    const auto tokens = query::lex(query);
    for (const query::Token& token : tokens) {
        const query::Token* last = std::exchange(before, &token);
        if (token.kind != query::TokenKind::word) continue;
        if (last != nullptr) {
            using enum query::TokenKind;
            if (last->kind == minus || last->kind == not_op) continue;
            if (last->kind == field && query::info(last->field).kind != query::FieldKind::text) continue;
        }
        for (const text::Word& each : text::words(token.text)) {
            const std::size_t at = token.offset + each.begin;
            if (query.substr(at, each.end - each.begin) == word) return at;
        }
    }
    return std::string_view::npos;
}

}  // namespace

std::optional<std::string> suggest(Session& session, std::string_view query, std::span<const Term> terms,
                                   std::span<const store::Postings> postings, bool found_little) {
    constexpr std::size_t longest_query = 10;  // words; more is pasted text, not typed
    constexpr std::size_t most_words = 4;      // looked for
    const auto parts = std::ranges::count_if(terms, &Term::part);
    if (terms.size() - static_cast<std::size_t>(parts) > longest_query) return std::nullopt;
    struct Mended {
        std::size_t place, size;
        std::string word;
    };
    std::vector<Mended> mended;
    std::size_t looked_for = 0;
    const bool capitals_tell = text::has_lower_case(query);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const auto known = static_cast<std::int64_t>(postings[i].articles.size());
        if (!is_plain_word(terms[i]) || (known > 0 && !found_little)) continue;
        const std::string word = text::fold_word(terms[i].text);
        const std::size_t limit = most_edits(word, known);
        const std::size_t place = place_of(terms[i].text, query);
        if (limit == 0 || place == std::string_view::npos || ++looked_for > most_words) continue;
        const bool name = capitals_tell && begins_with_capital(terms[i].text);
        auto nearest = nearest_word(session, word, name, limit, near_stems(session, word, known));
        if (nearest && *nearest != word) mended.push_back({place, terms[i].text.size(), std::move(*nearest)});
    }
    if (mended.empty()) return std::nullopt;
    std::ranges::sort(mended, std::greater{}, &Mended::place);
    std::string out(query);
    for (const Mended& each : mended)
        out.replace(each.place, each.size, each.word);
    return out;
}

}  // namespace newsarc::search
