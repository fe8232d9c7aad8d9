#pragma once

#include <newsarc/article.hpp>

#include "parse/name/jobs.hpp"
#include "parse/name/names.hpp"

#include <string_view>
#include <vector>

namespace newsarc::parsing {

/// The writers of a byline that is stated as such, whatever it looks like: read_names(), or the whole as
/// one name.
NamesFound read_byline(std::string_view text);

/// Adds what the line after a byline says of the writers: their job, their outlet. False when it says
/// something else.
bool add_to_authors(std::vector<Author>& authors, std::string_view text, Aside how = Aside::bar);

}  // namespace newsarc::parsing
