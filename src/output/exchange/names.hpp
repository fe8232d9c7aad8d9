#pragma once

#include <newsarc/article.hpp>

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

/// A name in its parts. The last word is taken for the family name, with the words in lower case before it as
/// its particle: true of most bylines in Latin and Cyrillic script, wrong for some. Titles (`Dr.`) and
/// degrees are left out; what signs and is no person stays whole.
Name split_name(std::string_view name);

/// Who wrote an article, in its order: its authors, or where these are not known the names in its byline.
std::vector<Name> authors_of(const Article& article);

/// The name on one line: `van der Berg, Jan, Jr.`; a literal as it is.
std::string inverted(const Name& name);

}  // namespace newsarc::output
