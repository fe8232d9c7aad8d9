#pragma once

#include <newsarc/article.hpp>

#include <cstdint>
#include <string>

#include "store/article/article_writer.hpp"
#include "store/sql/connection.hpp"

/// An archive in memory that tests put small articles into.
class SampleArchive {
public:
    SampleArchive()
        : connection(":memory:", newsarc::store::Access::memory, std::chrono::milliseconds(0)),
          writer_(connection) {}

    std::int64_t put(newsarc::Article article) {
        const std::string number = std::to_string(++count_);
        article.uid = std::string(32 - number.size(), '0') + number;
        if (!article.added) article.added = "2025-03-20T10:30:00Z";
        return writer_.insert(article, std::nullopt);
    }

    std::int64_t put(const std::string& headline, const std::string& body) {
        newsarc::Article article;
        article.headline = headline;
        article.body = body;
        return put(std::move(article));
    }

    newsarc::store::Connection connection;

private:
    newsarc::store::ArticleWriter writer_;
    int count_ = 0;
};
