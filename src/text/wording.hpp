#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::text {

/// `a, b, c`
template <std::ranges::input_range Parts>
std::string joined(const Parts& parts, std::string_view between = ", ") {
    std::string out;
    bool first = true;
    for (const auto& part : parts) {
        if (!first) out += between;
        out += part;
        first = false;
    }
    return out;
}

/// The names of the rows of a table; they live as long as it.
template <std::ranges::input_range Table, typename Name>
std::vector<std::string_view> names_of(const Table& table, Name name) {
    std::vector<std::string_view> out;
    for (const auto& row : table)
        out.emplace_back(std::invoke(name, row));
    return out;
}

/// A hint on a mistyped word: `did you mean --limit? REST`, where one of the candidates is near it, else
/// the rest alone. `mark` stands before the candidate, such as `--` or `@`.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates,
                         std::string_view rest = {}, std::string_view mark = {});

/// Edits (insertions, deletions, substitutions, transpositions of neighbours: the optimal string
/// alignment distance) that turn one text into the other, in code points; more than `limit` gives
/// limit + 1. Time is at most the product of the lengths.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate nearest to a mistyped word: at most a third of its length away, and at most 3.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace newsarc::text
