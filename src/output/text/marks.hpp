#pragma once

#include <newsarc/search.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::output {

/// The text put together from its marked and its other pieces, each passed through a function.
/// Ranges that do not fit the text are cut to it.
std::string apply_marks(std::string_view text, const std::vector<Range>& marks,
                        const std::function<std::string(std::string_view)>& plain,
                        const std::function<std::string(std::string_view)>& marked);

/// The snippet as HTML: its text escaped, each marked piece in a `mark` element.
std::string snippet_html(const Snippet& snippet);

}  // namespace newsarc::output
