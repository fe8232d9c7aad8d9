#pragma once

#include <newsarc/article.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::parsing {

/// Those who wrote, as the front of a text tells.
struct NamesFound {
    std::string names;            ///< `Jane Roe, Ali Bin Khan and J.T. O'Neil-Smith`, nothing else
    std::vector<Author> authors;  ///< each of them, with what is said of it
    std::string_view title;  ///< the words behind the first names that are of no further one; may be empty
    std::size_t length = 0;  ///< bytes of the text that all took
    bool all_told = true;    ///< false when words were taken that no author has
};

/// The names of people, desks or agencies that the text after `By` begins with. A name is of one to
/// six words that begin with a capital (initials, hyphens, apostrophes and particles such as `van`
/// and `de` among them), or of letters without case. Empty when the text begins otherwise: with a
/// weekday, with `the`, with words of a sentence.
///
/// What stands with a name goes to its author: `Jane Roe in Kabul and Ali Khan in Rome`, `Jane Roe, Staff
/// Writer, NewsX`, `Jane Roe (Kano, reporter)`, `Jane Roe, MD`, `Jane Roe for NewsX`, `记者 王小明`; behind
/// names joined by `and` it is said of all of them.
std::optional<NamesFound> read_names(std::string_view text);

}  // namespace newsarc::parsing
