#pragma once

#include <string_view>

namespace newsarc::search {

/// True for a word of a language (BCP 47) that says nothing of what a text is on (`the`, `of`, `what`).
/// `folded` as text::fold_word leaves it. False for languages that no list is known of.
bool is_stop_word(std::string_view folded, std::string_view language = "en");

/// True for a word that tells what a text is on: no single character, no number, and neither it nor its stem
/// a stop word of English.
bool says_something(std::string_view stem, std::string_view word);

/// True for a word that a question is put with and that says nothing about what it is on, such as
/// `interested`, `articles` or `describe`. Lower case.
bool is_asking_word(std::string_view word);

}  // namespace newsarc::search
