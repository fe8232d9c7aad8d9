#include "archive/adding.hpp"

#include <newsarc/error.hpp>

#include <optional>
#include <string>
#include <utility>

#include "archive/results.hpp"
#include "store/article_writer.hpp"
#include "store/articles.hpp"
#include "store/originals.hpp"
#include "store/vocabulary.hpp"
#include "text/path_names.hpp"

namespace newsarc::archive {
namespace {

/// A source and what was read out of it: articles, or the failure.
struct ReadSource {
    const Source& source;
    std::vector<ParsedArticle> articles;
    std::optional<AddResult> failure;
};

ReadSource read(const Source& source, const ParseOptions& options) {
    ReadSource out{source, {}, std::nullopt};
    ParseOptions own = options;
    own.path = source.path.empty() ? std::nullopt : std::optional(text::readable_path(source.path));
    try {
        out.articles = parse(source.bytes, own);
    } catch (const Error& error) {
        // An encoding that does not exist is the caller's mistake, not this source's.
        if (error.code() != ErrorCode::input) throw;
        out.failure = failed(own.path, error.what(), error.hint());
        return out;
    }
    if (out.articles.empty()) {
        out.failure = failed(own.path, "there is no text in it", "an article needs at least a word");
    }
    return out;
}

/// Stores one source after another. To be used inside a transaction.
class Writer {
public:
    Writer(const store::Connection& connection, const AddOptions& options)
        : connection_(connection), options_(options), articles_(connection) {}

    void write(ReadSource& read) {
        if (read.failure) {
            results_.push_back(*read.failure);
            return;
        }
        std::optional<std::int64_t> original;  // stored with the first article that is new
        for (ParsedArticle& parsed : read.articles)
            write(read.source, parsed, original);
    }

    std::vector<AddResult> take() { return std::move(results_); }

private:
    void write(const Source& source, ParsedArticle& parsed, std::optional<std::int64_t>& original) {
        Article& article = parsed.article;
        article.added = options_.added;
        if (const auto known = store::id_of_uid(connection_, article.uid)) {
            results_.push_back(duplicate_of(*known, article));
            return;
        }
        const store::Comparison comparison = articles_.compare(article);
        if (!comparison.like.empty() && options_.near_duplicates == NearDuplicatePolicy::skip) {
            results_.push_back(added_or_like(std::nullopt, article, comparison));
            return;
        }
        if (!original) original = store::put_original(connection_, source);
        const std::int64_t id =
            articles_.insert(article, store::Origin{*original, parsed.offset, parsed.length}, comparison);
        results_.push_back(added_or_like(id, article, comparison));
    }

    const store::Connection& connection_;
    const AddOptions& options_;
    store::ArticleWriter articles_;
    std::vector<AddResult> results_;
};

}  // namespace

std::vector<AddResult> add(const store::Connection& connection, std::span<const Source> sources,
                           const AddOptions& options) {
    // All reading comes first: the write lock is held for the writing alone.
    std::vector<ReadSource> all;
    all.reserve(sources.size());
    for (const Source& source : sources)
        all.push_back(read(source, options.parse));

    store::Transaction transaction(connection);
    Writer writer(connection, options);
    for (ReadSource& one : all)
        writer.write(one);
    if (!options.dry_run) {
        store::refresh_vocabulary(connection);
        transaction.commit();
    }
    return writer.take();
}

}  // namespace newsarc::archive
