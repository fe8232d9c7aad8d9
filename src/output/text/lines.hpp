#pragma once

#include <newsarc/search.hpp>

#include "output/text/text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace newsarc::output {

/// Text of an article made fit for one line: cleaned, newlines and tabs turned into blanks.
std::string on_one_line(std::string_view text);

/// The text cleaned and broken to fit the layout with an indent before each line; lines that it
/// holds already are kept.
std::vector<std::string> broken(std::string_view text, const Layout& layout, std::size_t indent = 0);

/// The same for text with marks, which the style shows; the text is one paragraph.
std::vector<std::string> broken_marked(std::string_view text, const std::vector<Range>& marks,
                                       const Layout& layout, std::size_t indent = 0);

/// `12 articles`, `1 article`.
std::string counted(std::size_t count, std::string_view singular);

/// The parts that are there, joined by ` · `.
std::string dotted(const std::vector<std::string>& parts);

}  // namespace newsarc::output
