#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace newsarc::text {

/// Edits (insertions, deletions, substitutions, transpositions of neighbours: the optimal string
/// alignment distance) that turn one text into the other, in code points; more than `limit` gives
/// limit + 1. Time is at most the product of the lengths.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate nearest to a mistyped word: at most a third of its length away, and at most 3.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace newsarc::text
