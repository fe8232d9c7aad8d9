#pragma once

#include "parse/label/labels.hpp"

#include <cstddef>
#include <string_view>

// What stands between the words of a label and the value behind it.
namespace newsarc::parsing {

struct MarkFound {
    Mark mark = Mark::none;
    std::size_t end = 0;  ///< where the value begins
};

/// The marks after a label's last word. A hyphen is one when a blank stands at a side of it.
MarkFound read_marks(std::string_view text, std::size_t at);

/// True when the text begins with a link.
bool is_link_start(std::string_view text);

/// `READ ALSO Minister resigns`: a label in capitals, its title in ordinary letters. `Read also
/// Minister resigns` too, for there `also` says that a title follows.
bool is_shouted(std::string_view label, std::string_view rest);

/// `(Via X)`, `[Read also: X]`, `*Source: X*`: what was opened before the label is no part of the
/// value that closes it.
std::string_view unwrapped(std::string_view value, std::string_view before);

}  // namespace newsarc::parsing
