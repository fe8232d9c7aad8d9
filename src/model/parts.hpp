#pragma once

#include <newsarc/article.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// What the authors, links and notes of an article have, each stated once, as model/fields.hpp states what the
// article has.

namespace newsarc::model {

template <typename Whole>
struct Part {
    std::string_view name;  ///< in JSON, and the column in the archive
    std::optional<std::string> (*get)(const Whole&);
    void (*set)(Whole&, const std::optional<std::string>&);  ///< throws Error(input) for what it cannot be
    std::string_view shown = {};  ///< in the form of a line; none: a line does not tell it
    std::size_t place = 0;        ///< in the line
    bool derived = false;         ///< newsarc's own: never taken from a record
    bool in_uid = true;
    bool is_number = false;  ///< in JSON
};

/// In the order of JSON.
template <typename Whole>
std::span<const Part<Whole>> parts();

/// Why one with so little in it cannot be; empty when it can.
std::string_view what_is_missing(const Author& author);
std::string_view what_is_missing(const Link& link);
std::string_view what_is_missing(const Note& note);

}  // namespace newsarc::model
