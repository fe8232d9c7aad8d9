#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "store/index/fulltext.hpp"
#include "store/index/posting_list.hpp"
#include "store/sql/connection.hpp"
#include "text/analysis/analyser.hpp"

namespace newsarc::store {

/// The columns of the full-text index of one article, each as stemmed_text() gives it or empty.
using StemmedColumns = std::array<std::string, column_count>;

/// The terms that newsarc finds an article by, packed: of each its size, its bytes, in how many places it
/// stands, and what these count beyond body_times each (put_number()). With any but the stock analysis only
/// the further terms are such.
std::string article_terms(const StemmedColumns& columns, text::Analysis analysis);

/// Calls visit(term, places, extra) for each of an article_terms().
template <typename Visit>
void for_each_term(std::string_view terms, Visit visit) {
    while (!terms.empty()) {
        const std::string_view term = take_bytes(take_number(terms), terms);
        const auto places = static_cast<std::uint16_t>(take_number(terms));
        visit(term, places, static_cast<std::uint16_t>(take_number(terms)));
    }
}

/// Calls visit(id, terms) for each article, by ascending id, with the article_terms() that the index should
/// have.
void visit_article_terms(const Connection& connection,
                         const std::function<void(std::int64_t id, std::string_view terms)>& visit);

/// A term as the postings have it: FTS5 cuts off as much of a longer one.
inline std::string_view cut_term(std::string_view term) {
    return term.substr(0, 32768);
}

}  // namespace newsarc::store
