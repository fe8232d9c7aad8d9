#include "store/index/article_terms.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "store/index/lengths.hpp"
#include "store/index/stemmed_text.hpp"
#include "store/sql/statement.hpp"
#include "text/analysis/word_parts.hpp"

namespace newsarc::store {
namespace {

struct Homograph {
    std::string_view letters;
    std::string_view stem;  ///< of the word in small letters, as the stock tokenizer has it
};

/// Acronyms that are another word in small letters (text::is_homograph).
constexpr std::array<Homograph, 5> homographs{
    {{"ICE", "ic"}, {"IS", "is"}, {"IT", "it"}, {"US", "us"}, {"WHO", "who"}}};

/// Stems and words that are remembered.
constexpr std::size_t most_known = std::size_t{1} << 16;

}  // namespace

std::string_view acronym_of_stem(std::string_view stem) {
    const auto found = std::ranges::find(homographs, stem, &Homograph::stem);
    return found == homographs.end() ? std::string_view() : found->letters;
}

ColumnReader::ColumnReader(const Tokenizer& tokenizer) : stems_(tokenizer, StemReader::Numbered::all) {}

ColumnReader::Count& ColumnReader::count(std::uint32_t number) {
    if (number >= counts_.size()) counts_.resize(number + std::size_t{1});
    Count& count = counts_[number];
    if (!count.is_met) met_.push_back(number);
    count.is_met = true;
    return count;
}

/// Adds the parts of the words that are there.
void ColumnReader::add_parts(text::Analysis analysis) {
    if (analysis <= text::plain_analysis) return;
    const text::LetterParts parts(analysis);
    const std::size_t words = met_.size();
    for (std::size_t i = 0; i < words; ++i) {
        const Count word = counts_[met_[i]];
        const std::string term(stems_.stem(met_[i]));
        for (const text::Part& part : parts.of(term)) {
            if (part.word == term) continue;
            Count& sum = count(stems_.number(part.term));
            const unsigned places = std::min(word.places, most_times - sum.places);
            sum.places += places;
            if (places == word.places) sum.extra += word.extra;
        }
    }
}

/// Takes from a word the places where the stock tokenizer took an acronym for it: `use` is not in `US`.
void ColumnReader::take_acronyms() {
    for (const Homograph& each : homographs) {
        const unsigned acronyms = count(stems_.number(text::acronym_term(each.letters, false))).places;
        if (acronyms == 0) continue;
        Count& word = count(stems_.number(each.stem));
        const unsigned left = word.places - std::min(word.places, acronyms);
        word.extra = left == 0 ? 0 : word.extra * left / word.places;
        word.places = left;
    }
}

/// The terms that were met, which it forgets.
std::string ColumnReader::packed() {
    std::string out;
    for (const std::uint32_t number : met_) {
        const Count count = std::exchange(counts_[number], {});
        if (count.places == 0) continue;
        const std::string_view term = stems_.stem(number);
        put_number(term.size(), out);
        out += term;
        put_number(count.places, out);
        put_number(count.extra, out);
    }
    met_.clear();
    return out;
}

IndexedColumns ColumnReader::read(const Texts& texts, text::Analysis analysis) {
    if (stems_.size() > most_known) {
        stems_.forget();
        counts_.clear();
    }
    const bool stock = analysis == text::stock_analysis;
    IndexedColumns out;
    for (std::size_t i = 0; i < column_count; ++i) {
        std::string& column = out.columns[i];
        if (texts[i].empty()) continue;
        column.reserve(texts[i].size() + 1);
        column += stemmed_text_mark;
        const bool counts = stock || i >= column_count / 2;
        unsigned offset = 0;
        stems_.read(texts[i], [&](const StemReader::Word& word, std::size_t) {
            column.append(word.stem) += end_of_stem;
            if (!counts) return;
            const bool is_whole = cut_term(word.stem).size() == word.stem.size();
            Count& in = count(is_whole ? word.number : stems_.number(cut_term(word.stem)));
            // An article of a million equal words must not cost more than others.
            if (in.places < most_times) {
                ++in.places;
                in.extra += times_at(static_cast<Column>(i), offset, stock) - body_times;
            }
            ++offset;
        });
    }
    if (stock) take_acronyms();
    add_parts(analysis);
    out.terms = packed();
    return out;
}

void visit_article_terms(const Connection& connection,
                         const std::function<void(std::int64_t id, std::string_view terms)>& visit) {
    const std::vector<text::Analysis> analyses = load_analyses(connection);
    const Tokenizer tokenizer(connection.database());
    ColumnReader reader(tokenizer);
    Statement select(connection.database(),
                     "SELECT id, headline, body, headline_terms, body_terms FROM article ORDER BY id");
    while (select.step()) {
        const std::int64_t id = select.integer(0);
        if (id < 1 || id > greatest_id) continue;
        const bool known = static_cast<std::size_t>(id) < analyses.size();
        ColumnReader::Texts texts;
        for (std::size_t i = 0; i < column_count; ++i)
            texts[i] = select.blob(static_cast<int>(i) + 1);
        visit(
            id,
            reader.read(texts, known ? analyses[static_cast<std::size_t>(id)] : text::stock_analysis).terms);
    }
}

}  // namespace newsarc::store
