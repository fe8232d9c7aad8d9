#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "search/plan/session.hpp"
#include "search/plan/term.hpp"

namespace newsarc::search {

/// A query with its misspelt words replaced by the nearest ones that the archive knows; empty when
/// nothing better is known. Only words in no article are replaced, and, where the whole query
/// found next to nothing, those in far fewer than a word one edit away. A word is looked for among
/// those with the same first letter, at one edit for four to seven letters, two from eight on; numbers are
/// left alone, and a word with a capital is taken for a name, which only a name is suggested for. Nothing is
/// suggested for a query of more than ten words. `postings` are those of the terms.
std::optional<std::string> suggest(Session& session, std::string_view query, std::span<const Term> terms,
                                   std::span<const store::Postings> postings, bool found_little);

}  // namespace newsarc::search
