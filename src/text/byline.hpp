#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsarc::text {

/// The names in a byline, in its order, where nothing better is known of its authors: they stand between
/// commas, semicolons, ampersands and the words for `and`, without what says where one wrote from or for
/// whom. `Roe, Jane` is one, and so is `Tom Ray, Jr.`.
std::vector<std::string> names_in_byline(std::string_view byline);

/// True for an agency, a desk, a ministry: what signs and is no person. Told by its words.
bool is_organisation(std::string_view name);

/// True for what stands behind a name as a part of it (`Jr.`) or tells a degree (`Ph.D.`).
bool is_generation(std::string_view word);
bool is_degree(std::string_view word);

/// A name as citations want it: in parts, or as it stands (`literal`) where it is no person's name
/// or its parts cannot be told.
struct Name {
    std::string given = {};
    std::string particle = {};  ///< `van der`
    std::string family = {};
    std::string suffix = {};  ///< `Jr.`
    std::string literal = {};

    friend bool operator==(const Name&, const Name&) = default;
};

/// A name in its parts. The last word is taken for the family name, with the words in lower case before it as
/// its particle: true of most bylines in Latin and Cyrillic script, wrong for some. Titles (`Dr.`) and
/// degrees are left out; what signs and is no person stays whole.
Name split_name(std::string_view name);

}  // namespace newsarc::text
