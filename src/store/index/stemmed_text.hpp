#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "store/index/tokenizer.hpp"
#include "store/sql/connection.hpp"

// Half the time of filling the index goes into cutting text into words and stemming them, and FTS5
// does it in the thread that writes. Here it can be done before, in any thread: FTS5 is given the
// stems instead of the text, in a form that our connections' tokenizer tells from a text. What is
// stored is the same, to the byte.

namespace newsarc::store {

/// The words of a text as the index holds them, to be put into article_fts in its place. It begins
/// with the byte FF, which is in no UTF-8, and each word ends in a newline, which is in no word.
std::string stemmed_text(const Tokenizer& tokenizer, std::string_view text);

/// Calls visit(stem) for each word of a stemmed_text(), in order.
template <typename Visit>
void for_each_stem(std::string_view stemmed, Visit visit) {
    for (std::size_t at = 1; at < stemmed.size();) {
        const std::size_t end = std::min(stemmed.find('\n', at), stemmed.size());
        visit(stemmed.substr(at, end - at));
        at = end + 1;
    }
}

/// Makes the tokenizer of the index take stemmed_text() on this database. To be called once after
/// opening it.
void register_stemmed_text(SQLite::Database& database);

}  // namespace newsarc::store
