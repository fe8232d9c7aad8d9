#pragma once

#include <string>
#include <string_view>

#include "store/sql/connection.hpp"

// Half the time of filling the index goes into cutting text into words and stemming them, and FTS5
// does it in the thread that writes. Here it can be done before, in any thread: FTS5 is given the
// stems instead of the text, in a form that our connections' tokenizer tells from a text. What is
// stored is the same, to the byte.

namespace newsarc::store {

/// Begins the words of a text that are put into article_fts in its place: a byte that is in no UTF-8.
inline constexpr char stemmed_text_mark = '\xFF';

/// Appends a word as it stands there: its size in a byte, or 255 and the size in the bytes of a std::size_t,
/// and its stem.
void append_stem(std::string& text, std::string_view stem);

/// Makes the tokenizer of the index take such text on this database. To be called once after
/// opening it.
void register_stemmed_text(SQLite::Database& database);

}  // namespace newsarc::store
