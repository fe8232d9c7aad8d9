#pragma once

#include <newsarc/article.hpp>

#include "parse/date/dates.hpp"
#include "parse/label/labels.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::parsing {

/// A line that says who and when: `By Jane Roe, Staff Writer | Published 21 Jan 2025 | 5 min read`.
struct Meta {
    std::string names;            ///< of the writers; empty when it names none
    std::vector<Author> authors;  ///< these, each with what the line says of it
    std::optional<DateFound> published;
    std::optional<DateFound> updated;
    bool labelled = false;  ///< a word such as `By` or `Published` said so
    bool relative = false;  ///< a date such as `3 hours ago` stood there
    bool bare = false;      ///< a name, a town or an outlet stood there without such a word
    bool other = false;     ///< it says more than that: reading time and the like
};

/// Reads a line that holds nothing else; empty for every other text. Time is bounded.
std::optional<Meta> read_meta(std::string_view text, const LabelSet& labels);

/// The same for a line whose words were matched before.
std::optional<Meta> read_meta(std::string_view text, const LabelSet& labels,
                              const std::optional<LabelMatch>& match);

}  // namespace newsarc::parsing
