#pragma once

#include <newsarc/add.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "archive/prepared_input.hpp"
#include "store/article_writer.hpp"
#include "store/articles.hpp"
#include "store/connection.hpp"
#include "store/originals.hpp"

namespace newsarc::archive {

/// Puts what was read into the archive, and says what became of it: content that is known is not
/// stored twice, a key that is known updates its article.
class Keeper {
public:
    Keeper(const store::Connection& connection, const AddOptions& options);

    /// Begins a transaction; it is rolled back unless committed. Takes the write lock.
    void begin();

    /// Stores an input inside the transaction; `added` is the moment to record.
    std::vector<AddResult> keep(PreparedInput& input, const std::string& added);

    enum class Vocabulary { leave, refresh };

    /// Commits what was stored, unless it is a dry run, which rolls it back.
    void commit(Vocabulary vocabulary);

private:
    AddResult keep_article(PreparedInput& input, PreparedPart& part, std::optional<std::int64_t>& original);

    const store::Connection& connection_;
    const AddOptions& options_;
    store::KnownArticles known_;
    store::ArticleWriter articles_;
    store::OriginalWriter originals_;
    std::optional<store::Transaction> transaction_;
};

}  // namespace newsarc::archive
