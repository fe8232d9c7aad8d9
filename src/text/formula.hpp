#pragma once

#include <string_view>

namespace newsarc::text {

/// True of a text that a spreadsheet would compute rather than show: it begins, blanks and what cannot be
/// seen aside, with `=`, `+`, `-` or
/// `@`, their wide forms included, or with a tab or line end (OWASP, CSV Injection).
bool looks_like_formula(std::string_view text);

}  // namespace newsarc::text
