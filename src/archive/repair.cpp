#include "archive/repair.hpp"

#include <newsarc/error.hpp>
#include <newsarc/parse.hpp>

#include <optional>

#include "store/article/article_writer.hpp"
#include "store/article/articles.hpp"
#include "store/check/check_steps.hpp"
#include "store/check/repair.hpp"
#include "store/original/originals.hpp"
#include "text/likeness/fingerprint.hpp"

namespace newsarc::archive {
namespace {

/// The article with this uid as its original tells it, if it does.
std::optional<Article> read_again(const store::Connection& connection, const Article& article) {
    try {
        const std::optional<Source> source = store::get_original(connection, *article.id);
        if (!source) return std::nullopt;
        ParseOptions options;
        options.path = article.path;
        for (ParsedArticle& parsed : parse(source->bytes, options)) {
            if (text::content_uid(parsed.article) == article.uid) return std::move(parsed.article);
        }
    } catch (const Error& error) {
        // A damaged original, or one that cannot be read without what the user once said of it.
        if (error.code() != ErrorCode::archive_damaged && error.code() != ErrorCode::input) throw;
    }
    return std::nullopt;
}

}  // namespace

RepairSummary repair(const store::Connection& connection) {
    store::Transaction transaction(connection);
    RepairSummary summary;
    summary.rows_removed = store::mend_rows(connection);
    store::ArticleWriter writer(connection);
    for (const std::int64_t id : store::ids_of(connection, "SELECT id FROM article")) {
        const std::optional<Article> article = store::find_article(connection, id);
        if (!article) continue;
        const std::string uid = text::content_uid(*article);
        if (uid == article->uid) continue;
        if (std::optional<Article> former = read_again(connection, *article)) {
            former->uid = article->uid;
            former->added = article->added;
            writer.update(id, *former);
            ++summary.articles_restored;
        } else if (store::set_uid(connection, id, uid)) {
            ++summary.articles_renamed;
        }
    }
    store::derive_all(connection);
    transaction.commit();
    return summary;
}

}  // namespace newsarc::archive
