#pragma once

#include <newsarc/article.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace newsarc {

/// Which links of the archive; each member that is set narrows them.
struct LinkRequest {
    std::vector<std::int64_t> from = {};  ///< those that stand in these articles, in this order; none: in all
    /// Those that point at this article: related lines with its headline, and addresses that are its
    /// key, with or without a slash at the end, and whether of http or https.
    std::optional<std::int64_t> to = {};
    std::optional<LinkKind> kind = {};
    std::optional<std::string> host = {};  ///< of the address; subdomains count
    bool unresolved = false;               ///< related lines for which the archive holds no article
    std::optional<std::size_t> limit = {};
    std::size_t offset = 0;
};

/// A link, and the article that it stands in.
struct FoundLink {
    std::int64_t from = 0;
    std::optional<std::string> headline;  ///< of the article it stands in
    Link link;
};

/// How often a host is linked to.
struct HostCount {
    std::string host;
    std::size_t links = 0;
    std::size_t articles = 0;  ///< that hold one of them

    friend bool operator==(const HostCount&, const HostCount&) = default;
};

}  // namespace newsarc
