#pragma once

#include <newsarc/article.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace newsarc::text {

/// Words as a reader counts them: runs of letters and digits, an apostrophe or hyphen between two
/// letters included; in scripts written without blanks (Chinese, Japanese) each character.
std::size_t count_words(std::string_view text);

/// Those of headline and body: Article::words.
std::int64_t count_words(const Article& article);

/// True for a letter, a digit or a mark of any script.
bool is_word_character(char32_t code_point);

/// True for Han characters and kana, which are written without blanks between words.
bool is_ideograph(char32_t code_point);

}  // namespace newsarc::text
