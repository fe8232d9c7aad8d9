#pragma once

#include <newsarc/article.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace newsarc::input {

/// An article read from a record, and the names of the fields that newsarc does not know.
struct Record {
    Article article;
    std::vector<std::string> unknown_fields;
};

/// Reads an article from the JSON object that newsarc prints: at least a headline or a body, every
/// other field optional, null the same as absent. What an archive gives or derives itself (`id`,
/// `uid`, `words`, `published_precision`, the `host` and `article` of a link) is passed over.
/// The text must be UTF-8; NUL is dropped from strings.
/// Throws Error(input) with what is wrong and in which field.
Record read_json_article(std::string_view json);

}  // namespace newsarc::input
