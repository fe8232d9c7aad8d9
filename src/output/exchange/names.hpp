#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::output {

/// An author as citations want one: in parts, or as it stands (`literal`) where it is no person's name
/// or its parts cannot be told.
struct Name {
    std::string given = {};
    std::string particle = {};  ///< `van der`
    std::string family = {};
    std::string suffix = {};  ///< `Jr.`
    std::string literal = {};

    friend bool operator==(const Name&, const Name&) = default;
};

/// The authors of a byline, in its order: names stand between commas, semicolons, ampersands and the
/// words for `and`. The last word of a name is taken for the family name, with the words in lower case
/// before it as its particle: true of most bylines in Latin and Cyrillic script, wrong for some.
std::vector<Name> split_byline(std::string_view byline);

/// The name on one line: `van der Berg, Jan, Jr.`; a literal as it is.
std::string inverted(const Name& name);

}  // namespace newsarc::output
