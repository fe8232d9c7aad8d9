#pragma once

#include "input/page/tree.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newsarc::input {

/// What the JSON-LD of a page (schema.org) says of its article. Texts are squeezed, without tags and
/// entities.
struct LinkedArticle {
    std::string headline;
    std::string alternative;  ///< alternativeHeadline
    std::string description;
    std::string body;  ///< articleBody, a paragraph a line
    std::string published;
    std::string created;
    std::string updated;
    std::string publisher;
    std::string url;
    std::string language;
    std::vector<std::string> people;         ///< authors of type Person, or without a type
    std::vector<std::string> organizations;  ///< other authors
    bool is_partial = false;                 ///< isAccessibleForFree is false
};

/// The article of these blocks of JSON-LD: of several the one whose headline is among `titles` (folded), else
/// the one that says most. What is no JSON is mended once: line ends in strings, comments, commas before a
/// bracket. At most 50 blocks are read, each of at most 2 MB and 64 levels. Empty when none has an article.
std::optional<LinkedArticle> read_json_ld(const std::vector<std::string_view>& blocks,
                                          const std::vector<std::string>& titles);

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
