#pragma once

#include "store/sql/connection.hpp"

// Half the time of filling the index goes into cutting text into words and stemming them, and FTS5
// does it in the thread that writes. Here it can be done before, in any thread: FTS5 is given the
// stems instead of the text, in a form that our connections' tokenizer tells from a text. What is
// stored is the same, to the byte.

namespace newsarc::store {

// The words of a text as the index holds them, to be put into article_fts in its place: this byte, which is
// in no UTF-8, then each word with a newline behind it, which is in no word.
inline constexpr char stemmed_text_mark = '\xFF';
inline constexpr char end_of_stem = '\n';

/// Makes the tokenizer of the index take such text on this database. To be called once after
/// opening it.
void register_stemmed_text(SQLite::Database& database);

}  // namespace newsarc::store
