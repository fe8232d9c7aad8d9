#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::parsing {

/// A link as it stands in a text.
struct LinkFound {
    std::string url;                   ///< with a scheme: `www.` is given `https://`, an address `mailto:`
    std::optional<std::string> title;  ///< of a Markdown link, `[title](url)`
    std::string_view remark = {};  ///< of a Markdown link, what stands after its url: `[title](url "remark")`
    std::size_t begin = 0;         ///< where it stands in the text, brackets included
    std::size_t end = 0;
};

/// The links of a text in order: http, https and ftp URLs (RFC 3986, and letters of any script),
/// `www.` names, e-mail addresses, Markdown links. Punctuation that closes a sentence and brackets
/// that were opened before the link are no part of it. Time is linear in the text.
std::vector<LinkFound> find_links(std::string_view text);

/// The host of a URL, lower case, without user, port and `www.`; empty for an e-mail address.
std::optional<std::string> host_of(std::string_view url);

}  // namespace newsarc::parsing
