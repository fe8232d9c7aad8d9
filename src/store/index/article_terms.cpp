#include "store/index/article_terms.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "store/index/lengths.hpp"
#include "store/index/stemmed_text.hpp"
#include "store/index/term_numbers.hpp"
#include "store/sql/statement.hpp"
#include "text/analysis/word_parts.hpp"

namespace newsarc::store {
namespace {

/// How often a term stands in an article.
struct Count {
    unsigned places = 0;
    unsigned extra = 0;
};

/// Adds the parts of the words that are there.
void add_parts(text::Analysis analysis, TermNumbers& numbers, std::vector<Count>& counts) {
    if (analysis <= text::plain_analysis) return;
    const text::LetterParts parts(analysis);
    const std::size_t words = counts.size();
    for (std::uint32_t word = 0; word < words; ++word) {
        const Count count = counts[word];
        const std::string term(numbers.term(word));
        for (const text::Part& part : parts.of(term)) {
            if (part.word == term) continue;
            const std::uint32_t number = numbers.number(part.term);
            if (number == counts.size()) counts.emplace_back();
            Count& sum = counts[number];
            const unsigned places = std::min(count.places, most_times - sum.places);
            sum.places += places;
            if (places == count.places) sum.extra += count.extra;
        }
    }
}

struct Homograph {
    std::string_view letters;
    std::string_view stem;  ///< of the word in small letters, as the stock tokenizer has it
};

/// Acronyms that are another word in small letters (text::is_homograph).
constexpr std::array<Homograph, 5> homographs{
    {{"ICE", "ic"}, {"IS", "is"}, {"IT", "it"}, {"US", "us"}, {"WHO", "who"}}};

/// Takes from a word the places where the stock tokenizer took an acronym for
/// it: `use` is not in `US`.
void take_acronyms(TermNumbers& numbers, std::vector<Count>& counts) {
    for (const Homograph& each : homographs) {
        const std::uint32_t acronym = numbers.number(text::acronym_term(each.letters, false));
        counts.resize(numbers.size());
        if (counts[acronym].places == 0) continue;
        const std::uint32_t word = numbers.number(each.stem);
        counts.resize(numbers.size());
        Count& count = counts[word];
        const unsigned left = count.places - std::min(count.places, counts[acronym].places);
        count.extra = left == 0 ? 0 : count.extra * left / count.places;
        count.places = left;
    }
}

}  // namespace

std::string article_terms(const StemmedColumns& columns, text::Analysis analysis) {
    const bool stock = analysis == text::stock_analysis;
    TermNumbers numbers;
    std::vector<Count> counts;
    for (std::size_t i = stock ? 0 : column_count / 2; i < column_count; ++i) {
        unsigned offset = 0;
        for_each_stem(columns[i], [&](std::string_view stem) {
            const std::uint32_t number = numbers.number(cut_term(stem));
            if (number == counts.size()) counts.emplace_back();
            Count& count = counts[number];
            // An article of a million equal words must not cost more than others.
            if (count.places < most_times) {
                ++count.places;
                count.extra += times_at(static_cast<Column>(i), offset, stock) - body_times;
            }
            ++offset;
        });
    }
    if (stock) take_acronyms(numbers, counts);
    add_parts(analysis, numbers, counts);
    std::string out;
    for (std::uint32_t number = 0; number < counts.size(); ++number) {
        if (counts[number].places == 0) continue;
        const std::string_view term = numbers.term(number);
        put_number(term.size(), out);
        out += term;
        put_number(counts[number].places, out);
        put_number(counts[number].extra, out);
    }
    return out;
}

void visit_article_terms(const Connection& connection,
                         const std::function<void(std::int64_t id, std::string_view terms)>& visit) {
    const std::vector<text::Analysis> analyses = load_analyses(connection);
    const Tokenizer tokenizer;
    Statement select(connection.database(),
                     "SELECT id, headline, body, headline_terms, body_terms FROM article ORDER BY id");
    while (select.step()) {
        const std::int64_t id = select.integer(0);
        if (id < 1 || id > greatest_id) continue;
        const bool known = static_cast<std::size_t>(id) < analyses.size();
        StemmedColumns columns;
        for (std::size_t i = 0; i < column_count; ++i)
            columns[i] = stemmed_text(tokenizer, select.blob(static_cast<int>(i) + 1));
        visit(id,
              article_terms(columns, known ? analyses[static_cast<std::size_t>(id)] : text::stock_analysis));
    }
}

}  // namespace newsarc::store
