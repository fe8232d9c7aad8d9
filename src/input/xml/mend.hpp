#pragma once

#include <string>
#include <string_view>

namespace newsarc::input {

/// XML without what a parser would stop at or should not see: what stands before the first tag, declarations,
/// the DTD, control characters. Entities of HTML become what they stand for, and a bare `&` is written out.
/// Time is linear.
std::string mend_xml(std::string_view xml);

}  // namespace newsarc::input
