#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "input/page/json_ld.hpp"
#include "input/page/tree.hpp"

namespace newsarc::input {

/// What a page says of itself apart from what it shows.
struct Head {
    std::string title;                                      ///< of <title>
    std::vector<std::pair<std::string, std::string>> meta;  ///< name or property in lower case, content
    std::string canonical;
    std::string base;
    std::string language;
    std::string saved_from;  ///< the address that a browser noted when it saved the page
    std::optional<LinkedArticle> article;

    /// The first content of a name that is not empty; else empty.
    [[nodiscard]] std::string_view value(std::string_view name) const;
    [[nodiscard]] std::string_view first(std::initializer_list<std::string_view> names) const;
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
};

Head read_head(const Tree& tree);

}  // namespace newsarc::input
