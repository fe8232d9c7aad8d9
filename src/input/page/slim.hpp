#pragma once

#include <string>
#include <string_view>

namespace newsarc::input {

/// The same HTML without what nothing is read from: styles, pictures of vectors, scripts other than JSON-LD,
/// comments other than those in which browsers note what they saved, attributes that are not known, and
/// `data:` addresses. An attribute stands once in a tag, and is cut after 64 KB unless it is a link or a
/// `content`; tags deeper than 1,000 open ones are left out and their text is kept. The parser behind takes
/// time that grows with the square of these. Time is linear.
std::string slim_html(std::string_view html);

}  // namespace newsarc::input
