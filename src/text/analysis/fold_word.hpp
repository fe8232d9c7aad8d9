#pragma once

#include <string>
#include <string_view>

namespace newsarc::text {

/// A word as readers of its script take it to be the same: compatibility forms (full width, ligatures,
/// presentation forms) and case folded (Unicode NFKC casefold), signs that only shape a text dropped (soft
/// hyphen, joiners, tatweel), digits of every script as ASCII ones. Marks go where readers do without them
/// (Latin, Greek, Cyrillic, Hebrew, Arabic) and stay where they are vowels or tones (Indic scripts, Thai,
/// Lao, Khmer, Burmese). Letters that are written in several ways are made one: ł, ø, đ, ß, æ, œ, þ, ı and
/// the hooks of Hausa as ASCII letters, forms of alef, ya, kaf, ha and ta marbuta, final letters of Hebrew.
std::string fold_word(std::string_view word);

/// A name or another value of a field as readers take it to be the same: its letters as fold_word has them,
/// curly quotes straight, every dash a hyphen, white space squeezed. `ŁÓDŹ POST` is `Lodz Post`.
std::string fold_value(std::string_view value);

}  // namespace newsarc::text
