#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/record/record.hpp"

namespace newsarc::input {

/// Reads an article from the JSON object that newsarc prints, or one whose fields have the usual names that
/// other programs give them (`title`, `author`, …): at least a headline or a body, every other field
/// optional, null the same as absent. A number is taken for its digits, and where a text is wanted an object
/// with a `name` for that, and an array for its members. What an archive gives or derives itself (`id`,
/// `uid`, `words`, `published_precision`, the `host` and `article` of a link) is passed over. The text must
/// be UTF-8; NUL is dropped from strings. Throws Error(input) with what is wrong and in which field.
Record read_json_article(std::string_view json, const RecordOptions& options = {});

/// The objects of the one list of objects that an object holds, itself or in one of its own, as services
/// answer: `{"status": "ok", "articles": [{…}, {…}]}`. Of an object that has a headline or a body, and of one
/// that holds no such list, there are none. Throws Error(input) for one that holds several.
std::vector<std::string> objects_within(std::string_view json, const RecordOptions& options = {});

}  // namespace newsarc::input
