#include "store/duplicate/near_duplicates.hpp"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <cstring>
#include <set>
#include <string>

#include "store/duplicate/shingle_index.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

// Bounds on the work for one article. A shingle that more articles have in their sketches is a
// common turn of phrase, or a text that is printed over and over.
constexpr std::size_t articles_a_shingle = 12;
constexpr std::size_t articles_compared = 8;

/// Values that the sketches of two articles must share for them to be compared. With eight values,
/// articles of similarity .6 pass in 99 of 100 cases; a turn of phrase alone does not.
constexpr int least_shared = 2;

/// Articles whose estimated similarity is lower are not compared word for word: three standard deviations
/// of the estimate below what counts as similar.
constexpr double least_estimate = least_similarity - 0.2;

constexpr const char* put_signature_sql = "INSERT INTO signature(article, minima) VALUES (?, ?)";

void run_put(Statement& put_signature, std::int64_t id, const text::Signature& signature) {
    put_signature.bind(id);
    put_signature.bind_blob(2, {reinterpret_cast<const char*>(signature.data()), signature.size()});
    put_signature.run();
}

struct Candidate {
    std::int64_t article = 0;
    int shared = 0;
};

}  // namespace

struct NearDuplicates::Statements {
    explicit Statements(const SQLite::Database& database)
        : shingles(database),
          text(database, "SELECT headline, body FROM article WHERE id = ?"),
          signature(database, "SELECT minima FROM signature WHERE article = ?"),
          put_signature(database, put_signature_sql),
          remove_signature(database, "DELETE FROM signature WHERE article = ?"),
          put_pair(database, "INSERT INTO near_duplicate(article, other, similarity) VALUES (?, ?, ?)"),
          others(database, "SELECT other FROM near_duplicate WHERE article = ?"),
          remove_pair(database, "DELETE FROM near_duplicate WHERE article = ? AND other = ?"),
          cluster_of(database, "SELECT first FROM cluster WHERE article = ?"),
          members(database, "SELECT article FROM cluster WHERE first = ?"),
          move_member(database, "UPDATE cluster SET first = ? WHERE article = ?"),
          put_member(database, "INSERT INTO cluster(article, first) VALUES (?, ?)"),
          remove_member(database, "DELETE FROM cluster WHERE article = ?") {}

    std::vector<std::int64_t> ids(Statement& select, std::int64_t about) {
        std::vector<std::int64_t> out;
        select.bind(about);
        while (select.step())
            out.push_back(select.integer(0));
        select.reset();
        return out;
    }

    std::vector<Candidate> candidates(const std::vector<std::int32_t>& sketch) {
        std::vector<std::int64_t> seen = shingles.find(sketch, articles_a_shingle);
        std::ranges::sort(seen);
        std::vector<Candidate> out;
        for (auto at = seen.begin(); at != seen.end();) {
            const auto end = std::upper_bound(at, seen.end(), *at);
            if (end - at >= least_shared) out.push_back({*at, static_cast<int>(end - at)});
            at = end;
        }
        std::ranges::stable_sort(out, std::greater{}, &Candidate::shared);
        if (out.size() > articles_compared) out.resize(articles_compared);
        return out;
    }

    text::Shingles shingles_of(std::int64_t id) {
        text::Shingles out;
        if (text.bind(id).step()) out = text::shingles(text.blob(0), text.blob(1));
        text.reset();
        return out;
    }

    /// False when an article is surely not similar to one of this signature.
    bool may_resemble(const text::Signature& own, std::int64_t id) {
        std::optional<double> estimate;
        if (signature.bind(id).step()) {
            text::Signature other{};
            const std::string_view bytes = signature.blob(0);
            std::memcpy(other.data(), bytes.data(), std::min(bytes.size(), other.size()));
            estimate = text::estimated_similarity(own, other);
        }
        signature.reset();
        return estimate.value_or(1) >= least_estimate;
    }

    /// Puts articles that resemble each other, and all that resemble one of them, into one cluster.
    void join(std::vector<std::int64_t> articles) {
        std::set<std::int64_t> clusters;
        for (const std::int64_t article : articles) {
            for (const std::int64_t first : ids(cluster_of, article))
                clusters.insert(first);
        }
        std::int64_t first = std::ranges::min(articles);
        if (!clusters.empty()) first = std::min(first, *clusters.begin());
        for (const std::int64_t cluster : clusters) {
            if (cluster == first) continue;
            const auto joined = ids(members, cluster);
            articles.insert(articles.end(), joined.begin(), joined.end());
        }
        for (const std::int64_t article : articles) {
            // Not INSERT OR REPLACE: SQLite sets a savepoint for that, at which FTS5 writes out all that it
            // gathers in memory.
            if (ids(cluster_of, article).empty()) {
                put_member.bind(article, first).run();
            } else {
                move_member.bind(first, article).run();
            }
        }
    }

    ShingleIndex shingles;
    Statement text;
    Statement signature;
    Statement put_signature;
    Statement remove_signature;
    Statement put_pair;
    Statement others;
    Statement remove_pair;
    Statement cluster_of;
    Statement members;
    Statement move_member;
    Statement put_member;
    Statement remove_member;
};

void create_near_duplicates(SQLite::Database& database) {
    database.exec(R"sql(
CREATE TABLE shingle(
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (hash, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE near_duplicate(
    article INTEGER NOT NULL REFERENCES article(id),
    other INTEGER NOT NULL,
    similarity REAL NOT NULL,
    PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE cluster(
    article INTEGER PRIMARY KEY REFERENCES article(id),
    first INTEGER NOT NULL
) STRICT;
CREATE INDEX cluster_first ON cluster(first);
)sql");
}

NearDuplicates::NearDuplicates(const Connection& connection)
    : statements_(guarded([&] { return std::make_unique<Statements>(connection.database()); })) {}

NearDuplicates::~NearDuplicates() = default;

SketchedText sketched(std::string_view headline, std::string_view body) {
    return sketched(text::read_words(headline), text::read_words(body));
}

SketchedText sketched(const text::TextWords& headline, const text::TextWords& body) {
    const text::Shingles shingles = text::shingles(headline, body);
    return {text::sketch(shingles), text::signature(shingles)};
}

Comparison NearDuplicates::compare(const SketchedText& sketched, std::string_view headline,
                                   std::string_view body) {
    return guarded([&] {
        Comparison out{sketched.sketch, sketched.signature, {}};
        std::optional<text::ShingleSet> own;
        for (const Candidate& candidate : statements_->candidates(out.sketch)) {
            if (!statements_->may_resemble(out.signature, candidate.article)) continue;
            if (!own) own = text::as_set(text::shingles(headline, body));
            const double similarity =
                text::similarity(*own, text::as_set(statements_->shingles_of(candidate.article)));
            if (similarity >= least_similarity) out.like.push_back({candidate.article, similarity});
        }
        std::ranges::sort(out.like, {}, &NearDuplicate::article);
        std::ranges::stable_sort(out.like, std::greater{}, &NearDuplicate::similarity);
        return out;
    });
}

void NearDuplicates::put(std::int64_t id, const Comparison& comparison) {
    guarded([&] {
        statements_->shingles.put(id, comparison.sketch);
        if (!comparison.sketch.empty()) {
            run_put(statements_->put_signature, id, comparison.signature);
        }
        if (comparison.like.empty()) return;
        std::vector<std::int64_t> alike{id};
        for (const NearDuplicate& each : comparison.like) {
            statements_->put_pair.bind(id, each.article, each.similarity).run();
            statements_->put_pair.bind(each.article, id, each.similarity).run();
            alike.push_back(each.article);
        }
        statements_->join(std::move(alike));
    });
}

void NearDuplicates::flush() {
    guarded([&] { statements_->shingles.write(); });
}

void NearDuplicates::remove(std::int64_t id) {
    guarded([&] {
        Statements& run = *statements_;
        run.shingles.remove(id, text::sketch(run.shingles_of(id)));
        run.remove_signature.bind(id).run();
        const auto others = run.ids(run.others, id);
        if (others.empty()) return;
        for (const std::int64_t other : others) {
            run.remove_pair.bind(id, other).run();
            run.remove_pair.bind(other, id).run();
        }
        // What it held together may fall apart: the others are joined anew, pair by pair.
        std::vector<std::int64_t> left;
        for (const std::int64_t first : run.ids(run.cluster_of, id))
            left = run.ids(run.members, first);
        for (const std::int64_t member : left)
            run.remove_member.bind(member).run();
        for (const std::int64_t member : left) {
            auto alike = run.ids(run.others, member);
            if (alike.empty()) continue;
            alike.push_back(member);
            run.join(std::move(alike));
        }
    });
}

void create_signatures(SQLite::Database& database) {
    database.exec(R"sql(
CREATE TABLE signature(
    article INTEGER PRIMARY KEY REFERENCES article(id),
    minima BLOB NOT NULL
) STRICT;
)sql");
    Statement articles(database, "SELECT id, headline, body FROM article");
    Statement put(database, put_signature_sql);
    while (articles.step()) {
        const text::Shingles shingles = text::shingles(articles.blob(1), articles.blob(2));
        if (!text::sketch(shingles).empty()) run_put(put, articles.integer(0), text::signature(shingles));
    }
}

void rebuild_near_duplicates(const Connection& connection) {
    guarded([&] {
        SQLite::Database& database = connection.database();
        database.exec(
            "DELETE FROM shingle; DELETE FROM signature; DELETE FROM near_duplicate; DELETE FROM cluster");
        NearDuplicates near_duplicates(connection);
        Statement articles(database, "SELECT id, headline, body FROM article ORDER BY id");
        while (articles.step()) {
            const std::string headline(articles.blob(1));
            const std::string body(articles.blob(2));
            const Comparison comparison = near_duplicates.compare(sketched(headline, body), headline, body);
            near_duplicates.put(articles.integer(0), comparison);
        }
        near_duplicates.flush();
    });
}

}  // namespace newsarc::store
