#pragma once

#include <newsarc/article.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "model/fields.hpp"

namespace newsarc::input {

/// An article read from a record of another program, and the names in it that are no field of newsarc: what
/// stood under them is in the article's `extra`.
struct Record {
    Article article;
    std::vector<std::string> unknown_fields;
};

/// Sets a field to what a record says. Where that cannot be its value nothing is lost: it is kept in `extra`,
/// and a warning says so.
void take(Article& article, const model::Field& field, std::string_view value);

/// Keeps a value that has no field.
void keep_extra(Article& article, std::string_view name, std::string_view value);

/// To be called last: a record without a key is known by its address. Throws Error(input) when there is
/// neither a headline nor a body.
void finish(Article& article, bool has_key);

}  // namespace newsarc::input
