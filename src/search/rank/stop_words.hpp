#pragma once

#include <string_view>

namespace newsarc::search {

/// True for an English word that says nothing about what a text is on (articles, pronouns,
/// prepositions, auxiliary verbs, question words). Lower case.
bool is_stop_word(std::string_view word);

/// True for a word that a question is put with and that says nothing about what it is on, such as
/// `interested`, `articles` or `describe`. Lower case.
bool is_asking_word(std::string_view word);

}  // namespace newsarc::search
