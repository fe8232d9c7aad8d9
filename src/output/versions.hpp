#pragma once

#include <newsarc/article.hpp>
#include <newsarc/change.hpp>

#include "output/text/layout.hpp"

#include <cstdint>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

/// A field, paragraph, link or note as two versions of an article have it: in both, or in one.
struct PartChange {
    std::string_view part;  ///< `headline`, `paragraph`, `link`, …
    std::optional<std::string> from;
    std::optional<std::string> to;
    bool is_field = false;  ///< there is one of it, and its name says what it is

    [[nodiscard]] bool is_same() const { return from == to; }
};

/// All parts of two versions of an article, in order. Of parts that were replaced, each stands
/// with the one that took its place.
std::vector<PartChange> article_changes(const Article& from, const Article& to);

}  // namespace newsarc::output
