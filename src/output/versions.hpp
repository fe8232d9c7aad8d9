#pragma once

#include <newsarc/article.hpp>
#include <newsarc/versions.hpp>

#include "output/text/text.hpp"

#include <cstdint>
#include <ostream>
#include <span>
#include <string>

// What an article said before, and what changed.

namespace newsarc::output {

/// A line a version: its number, when it was replaced, its words and headline; the headline below where the
/// line is too short for it.
void print_versions(std::ostream& out, std::span<const Version> versions, const Layout& layout);

/// Says, below an article, how many former versions there are and how they are seen; nothing where there are
/// none.
void print_former_versions(std::ostream& out, std::size_t former, std::int64_t id, const Layout& layout);

std::string versions_json(std::int64_t article, std::span<const Version> versions);

/// An article as two versions have it.
struct VersionPair {
    std::int64_t from_number = 0;
    std::int64_t to_number = 0;
    const Article& from;
    const Article& to;
};

/// What changed, as `diff -u` has it for lines: fields, paragraphs, links and notes that went with `-` before
/// them, those that came with `+`, and one paragraph around. Where a paragraph took the place of
/// another, the words that differ are marked.
void print_difference(std::ostream& out, const VersionPair& pair, const Layout& layout);

/// The same as one object; `changes` holds what went, in `from`, and what came, in `to`.
std::string difference_json(const VersionPair& pair);

}  // namespace newsarc::output
