#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/index/fulltext.hpp"
#include "store/index/stem_reader.hpp"
#include "store/index/term_numbers.hpp"
#include "store/sql/connection.hpp"
#include "text/analysis/analyser.hpp"

namespace newsarc::store {

/// The acronym in capitals that has the stem of a word (text::is_homograph), as the stock tokenizer has it:
/// `US` of `us`, which is that of `use` as well; empty for most.
std::string_view acronym_of_stem(std::string_view stem);

/// The terms that newsarc finds an article by. With any but the stock analysis only the further terms are
/// such.
struct ArticleTerms {
    struct Term {
        std::uint32_t number = 0;  ///< in the list
        std::uint16_t places = 0;  ///< in how many places it stands, from 1 to most_times
        std::uint16_t extra = 0;   ///< what these count beyond body_times each
    };

    std::vector<Term> terms;  ///< each once
    std::shared_ptr<const TermList> list;
};

/// What the indexes have of an article.
struct IndexedColumns {
    /// The columns of the full-text index, as stemmed_text.hpp has them; empty where there is nothing.
    std::array<std::string, column_count> columns;
    ArticleTerms terms;
};

/// Makes that of texts. It remembers words; to be used by one thread at a time.
class ColumnReader {
public:
    using Texts = std::array<std::string_view, column_count>;

    /// The tokenizer must outlive it.
    explicit ColumnReader(const Tokenizer& tokenizer);

    IndexedColumns read(const Texts& texts, text::Analysis analysis);

private:
    /// How often a term stands in an article.
    struct Count {
        std::uint16_t places = 0;
        std::uint16_t extra = 0;
    };

    void forget();
    Count& count(std::uint32_t number);
    void add(std::uint32_t number, unsigned places, unsigned extra);
    void add_parts(text::Analysis analysis);
    void take_acronyms();
    ArticleTerms terms();

    StemReader stems_;
    std::shared_ptr<TermList> list_;  ///< of them
    std::vector<Count> counts_;       ///< by the number of a stem
    std::vector<std::uint32_t> met_;  ///< the numbers of those of the article, as they came
};

/// Calls visit(id, terms) for each article, by ascending id, with the terms that the index should
/// have.
void visit_article_terms(const Connection& connection,
                         const std::function<void(std::int64_t id, const ArticleTerms& terms)>& visit);

/// A term as the postings have it: FTS5 cuts off as much of a longer one.
inline std::string_view cut_term(std::string_view term) {
    return term.substr(0, 32768);
}

}  // namespace newsarc::store
