#pragma once

#include <newsarc/concordance.hpp>

#include "output/text/layout.hpp"

#include <ostream>
#include <string>

namespace newsarc::output {

/// A line a place: the id of its article, and the words, which stand below each other, with as much around
/// them as the width of the layout takes; 100 columns where it has none. Columns are counted as a terminal
/// does, two for a wide character.
void print_concordance(std::ostream& out, const Concordance& concordance, const Layout& layout);

std::string concordance_json(const ConcordanceLine& line);

/// A row of names, then one a place.
void print_concordance_csv(std::ostream& out, const Concordance& concordance);

}  // namespace newsarc::output
