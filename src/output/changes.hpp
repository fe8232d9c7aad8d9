#pragma once

#include <newsarc/article.hpp>
#include <newsarc/change.hpp>
#include <newsarc/maintenance.hpp>
#include <newsarc/search.hpp>

#include "output/text/layout.hpp"

#include <cstddef>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What remove, tag and optimize have done.

namespace newsarc::output {

/// One line: `removed 12  Headline`, and what else there is to say, faint.
void print_changed(std::ostream& out, std::string_view what, const Article& article, std::string_view more,
                   const Style& style);

/// What was removed, or would be.
std::string removed_json(std::span<const Article> removed, const std::vector<std::string>& missing,
                         bool dry_run);

/// One line: the id that it had, when it was removed, its headline, or its uid where that is forgotten, and
/// the file that it came from.
void print_removal(std::ostream& out, const Removal& removal, const Style& style);

std::string removal_json(const Removal& removal);

/// The articles whose tags changed, or would, with the tags they have then.
std::string tagged_json(std::span<const Article> changed, std::size_t unchanged,
                        const std::vector<std::string>& missing, bool dry_run);

/// A line a tag: how many articles have it, and its name.
void print_tags(std::ostream& out, const Facet& tags, const Style& style);

std::string tags_json(const Facet& tags);

/// One line: the sizes before and after.
void print_optimized(std::ostream& out, const OptimizeResult& result);

std::string optimized_json(const OptimizeResult& result);

}  // namespace newsarc::output
