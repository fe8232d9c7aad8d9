#pragma once

#include <newsarc/search.hpp>

#include <span>
#include <string>
#include <vector>

#include "web/page/markup.hpp"
#include "web/page/search_state.hpp"

namespace newsarc::web {

/// The hits of a search as a list; each leads to its article, which knows the search.
void hits(Markup& out, std::span<const Hit> hits, const SearchState& state);

/// Hits by their headlines alone.
void short_hits(Markup& out, std::span<const Hit> hits);

/// Links to the page before and after; none where the address is empty.
void pages_links(Markup& out, const std::string& before, const std::string& after);

/// Tags, each a link to the articles that have it.
void tag_links(Markup& out, const std::vector<std::string>& tags);

}  // namespace newsarc::web
