#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "store/sql/connection.hpp"

namespace SQLite {
class Database;
}

// What was set by hand in articles, and what their source said in its place: a source that changes elsewhere
// must not undo it.

namespace newsarc::store {

/// By the name of a field that was set by hand, what the source said of it, as model::to_text() writes it.
using Edits = std::map<std::string, std::string>;

/// Keeps the record of edits; keeps its statements prepared. To be used inside a transaction.
class EditWriter {
public:
    explicit EditWriter(const Connection& connection);
    ~EditWriter();

    Edits of(std::int64_t article);

    /// Puts these in the place of those that an article has. `given` is the uid of what its source says.
    void put(std::int64_t article, const Edits& edits, std::string_view given);

    /// The article that was edited since its source said the text of this uid.
    std::optional<std::int64_t> with_given(std::string_view uid);

    /// The uid of what the source of an article says, if the article was edited.
    std::optional<std::string> given_of(std::int64_t article);

private:
    struct Statements;
    std::unique_ptr<Statements> statements_;
};

/// Records the edits of articles that were edited before they were recorded: what differs from the former
/// version that their file gave. To be called inside a transaction.
void find_former_edits(const SQLite::Database& database);

}  // namespace newsarc::store
