#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/fields.hpp"
#include "store/sql/statement.hpp"

// The fields of an article that are lists: a table each, named by the column of the field, with the id of the
// article, the position, unless the order says nothing, and a column a part. A former version keeps each
// in a column, as JSON.

namespace newsarc::store {

/// Writes the lists of articles; keeps its statements prepared.
class ListWriter {
public:
    explicit ListWriter(const SQLite::Database& database);

    void put(std::int64_t id, const Article& article);

    /// Takes away the lists that belong to a text of the article: tags stay, they are the keeper's.
    void remove(std::int64_t id);

private:
    struct Table {
        const model::Field* field;
        Statement insert;
        Statement remove;
    };
    std::vector<Table> tables_;
};

/// Reads them; keeps its statements prepared.
class ListReader {
public:
    explicit ListReader(const SQLite::Database& database);

    void read(std::int64_t id, Article& article);

private:
    struct Table {
        const model::Field* field;
        Statement select;
    };
    std::vector<Table> tables_;
};

/// The lists that a former version keeps.
std::vector<const model::Field*> version_lists();

/// SQL: the list of the row of `article` at hand, as JSON.
std::string list_as_json(const model::Field& field);

/// SQL: the members of the list of a former version, a row each; its parameters are article and number.
std::string members_of_version(const model::Field& field);

/// SQL: 1 when the list of a former version is JSON of the form that list_as_json() gives, else 0 or no row.
std::string soundness_of_version(const model::Field& field);

/// Sets a list to what these rows, or those of its table, hold.
void read_list(Statement& rows, const model::Field& field, Article& article);

}  // namespace newsarc::store
