#pragma once

#include <string_view>

namespace newsarc::search {

/// True for an English word that says nothing about what a text is on (articles, pronouns,
/// prepositions, auxiliary verbs, question words). Lower case.
bool is_stop_word(std::string_view word);

}  // namespace newsarc::search
