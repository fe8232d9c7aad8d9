#pragma once

#include <string>
#include <vector>

#include "model/fields.hpp"
#include "store/sql/statement.hpp"

// The fields of an article that have one value each, as columns of `article` and `version`.

namespace newsarc::store {

using Fields = std::vector<const model::Field*>;

/// Those of an article but its id, in the order of the table of fields.
const Fields& article_columns();

/// Those of them that belong to a text of the article, and not to the article whatever its text.
const Fields& version_columns();

/// Their names, with `between` from one to the next and `after` behind each.
std::string names_of(const Fields& columns, std::string_view after = "", std::string_view between = ", ");

/// Binds the values of an article as the next parameters of a statement.
void bind_columns(Statement& statement, const Fields& columns, const Article& article);

/// Sets these fields to what stands in a row from its column `first` on.
void read_columns(const Statement& row, int first, const Fields& columns, Article& article);

}  // namespace newsarc::store
