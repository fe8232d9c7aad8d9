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

ColumnReader::ColumnReader(const Tokenizer& tokenizer) : stems_(tokenizer, StemReader::Numbered::all) {
    forget();
}

/// The numbers of stems begin anew; the homographs have the first ones.
void ColumnReader::forget() {
    stems_.forget();
    counts_.clear();
    list_ = std::make_shared<TermList>();
    for (const Homograph& each : homographs) {
        stems_.number(text::acronym_term(each.letters, false));
        stems_.number(each.stem);
    }
}

ColumnReader::Count& ColumnReader::count(std::uint32_t number) {
    if (number >= counts_.size()) counts_.resize(stems_.size());
    return counts_[number];
}

/// No more than most_times places are counted: an article of a million equal words must not cost more than
/// others.
void ColumnReader::add(std::uint32_t number, unsigned places, unsigned extra) {
    Count& sum = count(number);
    if (sum.places == 0) met_.push_back(number);
    if (sum.places + places <= most_times) sum.extra = static_cast<std::uint16_t>(sum.extra + extra);
    sum.places = static_cast<std::uint16_t>(std::min(sum.places + places, most_times));
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
            if (part.word != term) add(stems_.number(part.term), word.places, word.extra);
        }
    }
}

/// Takes from a word the places where the stock tokenizer took an acronym for it: `use` is not in `US`.
void ColumnReader::take_acronyms() {
    for (std::uint32_t i = 0; i < homographs.size(); ++i) {
        const unsigned acronyms = count(2 * i).places;
        if (acronyms == 0) continue;
        Count& word = count(2 * i + 1);
        const unsigned left = word.places - std::min<unsigned>(word.places, acronyms);
        word.extra =
            left == 0 ? std::uint16_t{0} : static_cast<std::uint16_t>(word.extra * left / word.places);
        word.places = static_cast<std::uint16_t>(left);
    }
}

/// The terms that were met, which it forgets.
ArticleTerms ColumnReader::terms() {
    list_->extend(stems_.numbers());
    ArticleTerms out{{}, list_};
    out.terms.reserve(met_.size());
    for (const std::uint32_t number : met_) {
        const Count count = std::exchange(counts_[number], {});
        if (count.places > 0) out.terms.push_back({number, count.places, count.extra});
    }
    met_.clear();
    return out;
}

IndexedColumns ColumnReader::read(const Texts& texts, text::Analysis analysis) {
    if (stems_.size() > most_known) forget();
    const bool stock = analysis == text::stock_analysis;
    IndexedColumns out;
    for (std::size_t i = 0; i < column_count; ++i) {
        std::string& column = out.columns[i];
        if (texts[i].empty()) continue;
        column.reserve(texts[i].size() + 1);
        column += stemmed_text_mark;
        const bool counts = stock || i >= column_count / 2;
        const auto extra_at = [&](unsigned offset) {
            return times_at(static_cast<Column>(i), offset, stock) - body_times;
        };
        const unsigned lead_extra = extra_at(0), extra = extra_at(lead_words);
        unsigned offset = 0;
        stems_.read(texts[i], [&](const StemReader::Word& word, std::size_t) {
            column += word.indexed;
            if (!counts) return;
            const bool is_whole = cut_term(word.stem).size() == word.stem.size();
            add(is_whole ? word.number : stems_.number(cut_term(word.stem)), 1,
                offset++ < lead_words ? lead_extra : extra);
        });
    }
    if (stock) take_acronyms();
    add_parts(analysis);
    out.terms = terms();
    return out;
}

void visit_article_terms(const Connection& connection,
                         const std::function<void(std::int64_t id, const ArticleTerms& terms)>& visit) {
    const std::vector<text::Analysis> analyses = load_analyses(connection);
    const Tokenizer tokenizer(connection.database());
    ColumnReader reader(tokenizer);
    Statement select(connection.database(),
                     "SELECT id, headline, body, headline_terms, body_terms FROM "
                     "article ORDER BY id");
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
