#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace newsarc::parsing {

/// The names at the front of a text.
struct NamesFound {
    std::string_view names;  ///< as written: `Jane Roe, Ali Bin Khan and J.T. O'Neil-Smith`
    std::string_view title;  ///< what is said of them after a comma, bracket or `in`; may be empty
    std::size_t length = 0;  ///< bytes of the text that both took
};

/// The names of people, desks or agencies that the text after `By` begins with. A name is of one to
/// six words that begin with a capital (initials, hyphens, apostrophes and particles such as `van`
/// and `de` among them), or of letters without case. Empty when the text begins otherwise: with a
/// weekday, with `the`, with words of a sentence.
std::optional<NamesFound> read_names(std::string_view text);

/// True for the name of a desk or an outlet rather than of a person, which may begin with an
/// article: `The Associated Press`, `Our Correspondent`, `staff and agencies`.
bool is_desk(std::string_view text);

/// True for a short line such as `Staff Writer` or `Political Correspondent, NewsX`: what somebody
/// is, as it stands on the line after a name.
bool is_job_title(std::string_view text);

}  // namespace newsarc::parsing
