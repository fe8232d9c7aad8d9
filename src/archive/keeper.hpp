#pragma once

#include <newsarc/add.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "archive/prepared_input.hpp"
#include "store/article/article_writer.hpp"
#include "store/article/articles.hpp"
#include "store/article/edits.hpp"
#include "store/article/removed.hpp"
#include "store/article/versions.hpp"
#include "store/original/files.hpp"
#include "store/original/originals.hpp"
#include "store/original/passages.hpp"
#include "store/sql/connection.hpp"

namespace newsarc::archive {

/// Puts what was read into the archive, and says what became of it: content that is known is not
/// stored twice, a key that is known updates its article, and so does a file that was added before and
/// has changed. What was updated keeps its former version. A dry run says the same and writes nothing to the
/// archive, which may be open for reading alone: what is new goes into one that is gone with the Keeper.
class Keeper {
public:
    Keeper(const store::Connection& connection, const AddOptions& options);
    ~Keeper();

    /// Begins a transaction; it is rolled back unless committed. Takes the write lock.
    void begin();

    /// Stores an input inside the transaction; `added` is the moment to record.
    std::vector<AddResult> keep(PreparedInput& input, const std::string& added);

    enum class Work { goes_on, is_done };

    /// Commits what was stored. When the work is done, small pieces of the index are merged.
    void commit(Work work);

private:
    /// What keeping one input knows of its file.
    struct Target;

    /// Where a dry run keeps what the archive would get.
    struct Rehearsal;

    void find_removed(PreparedInput& input, const Target& target);
    std::vector<AddResult> keep_articles(PreparedInput& input, const std::string& added);
    std::vector<AddResult> keep_parts(PreparedInput& input, Target& target, const std::string& added);
    AddResult keep_article(PreparedInput& input, PreparedPart& part, Target& target,
                           const store::FilePart* former, const std::string& moment);
    AddResult revise(std::int64_t id, const store::PreparedArticle& source, const std::string& moment);
    AddResult keep_key(std::int64_t known, std::int64_t same, const Article& article);
    AddResult keep_new(PreparedInput& input, PreparedPart& part, Target& target, const std::string& moment);
    [[nodiscard]] Article with_settings(Article article) const;
    AddResult store_new(PreparedInput& input, PreparedPart& part, const store::PreparedArticle& prepared,
                        Target& target, const std::string& moment);
    bool follow_move(const PreparedInput& input, Target& target);
    AddResult rehearse(const PreparedPart& part, const store::Comparison& comparison,
                       const std::string& moment);
    store::Origin origin_of(const PreparedInput& input, const PreparedPart& part, Target& target);
    void replace(std::int64_t id, const store::PreparedArticle& prepared, const std::string& moment);
    void move_unchanged(const PreparedInput& input, std::vector<AddResult>& results, Target& target);
    void record_file(const PreparedInput& input, const Target& target, const std::vector<AddResult>& results);

    const store::Connection& connection_;
    const AddOptions& options_;
    store::KnownArticles known_;
    store::ArticleWriter articles_;
    store::OriginalWriter originals_;
    store::VersionWriter versions_;
    store::Passages passages_;
    store::FileWriter files_;
    store::RemovedArticles removed_;
    store::EditWriter edits_;
    store::Preparer preparer_;
    std::optional<store::Transaction> transaction_;
    std::unique_ptr<Rehearsal> rehearsal_;  ///< of a dry run
};

}  // namespace newsarc::archive
