#include "store/consistency.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <vector>

#include "store/articles.hpp"
#include "store/index.hpp"
#include "store/lengths.hpp"
#include "store/near_duplicates.hpp"
#include "store/originals.hpp"
#include "store/statement.hpp"
#include "text/fingerprint.hpp"
#include "text/fold.hpp"
#include "text/hash.hpp"
#include "text/shingles.hpp"

namespace newsarc::store {
namespace {

std::vector<std::int64_t> ids(const Connection& connection, const char* sql) {
    Statement select(connection.database(), sql);
    std::vector<std::int64_t> out;
    while (select.step())
        out.push_back(select.integer(0));
    return out;
}

std::vector<std::int64_t> article_ids(const Connection& connection) {
    return ids(connection, "SELECT id FROM article ORDER BY id");
}

/// What is derived in an article's own row.
class DerivedColumns {
public:
    explicit DerivedColumns(const Connection& connection)
        : row_(connection.database(),
               "SELECT headline_folded, published_at, headline_terms, body_terms FROM article WHERE id = ?"),
          titles_(connection.database(),
                  "SELECT title, title_folded FROM link WHERE article = ? AND kind = 'related'"),
          lengths_(load_lengths(connection)) {}

    void check(const Article& article, const FindingVisitor& visit) {
        const std::int64_t id = *article.id;
        const auto expect = [&](bool right, const char* what) {
            if (!right) visit({id, what});
        };
        const IndexedText text = indexed_text(article.headline, article.body);
        row_.bind(id).step();
        expect(article.uid == text::content_uid(article), "the uid is not that of its content");
        const std::string folded = text::fold(article.headline.value_or(""));
        expect(row_.optional_text(0).value_or("") == folded, "the folded headline is wrong");
        std::optional<std::int64_t> published;
        if (article.published) published = to_unix_seconds(*article.published);
        expect(row_.optional_integer(1) == published, "the moment of publication is wrong");
        expect(row_.optional_text(2) == text.headline_terms, "the further terms of the headline are wrong");
        expect(row_.optional_text(3) == text.body_terms, "the further terms of the body are wrong");
        row_.reset();
        const auto place = static_cast<std::size_t>(id);
        expect(place < lengths_.size() && lengths_[place] == encode_length(text.length),
               "the length for ranking is wrong");
        titles_.bind(id);
        while (titles_.step()) {
            expect(text::fold(titles_.optional_text(0).value_or("")) == titles_.optional_text(1).value_or(""),
                   "the folded title of a related line is wrong");
        }
        titles_.reset();
    }

private:
    Statement row_;
    Statement titles_;
    std::vector<std::uint8_t> lengths_;
};

using Sketches = std::map<std::int64_t, std::vector<std::int32_t>>;
using Pair = std::pair<std::int64_t, std::int64_t>;
using Pairs = std::map<Pair, double>;

Sketches stored_sketches(const Connection& connection) {
    Statement select(connection.database(), "SELECT article, hash FROM shingle ORDER BY article, hash");
    Sketches out;
    while (select.step())
        out[select.integer(0)].push_back(static_cast<std::int32_t>(select.integer(1)));
    return out;
}

Pairs stored_pairs(const Connection& connection) {
    Statement select(connection.database(), "SELECT article, other, similarity FROM near_duplicate");
    Pairs out;
    while (select.step())
        out[{select.integer(0), select.integer(1)}] = select.real(2);
    return out;
}

/// The smallest id of each article's cluster, as the pairs have it.
std::map<std::int64_t, std::int64_t> clusters_of(const Pairs& pairs) {
    std::map<std::int64_t, std::int64_t> first;
    for (const auto& [pair, similarity] : pairs)
        first[pair.first] = pair.first;
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto& [pair, similarity] : pairs) {
            const auto other = first.find(pair.second);
            if (other == first.end() || other->second >= first[pair.first]) continue;
            first[pair.first] = other->second;
            changed = true;
        }
    }
    return first;
}

void check_pair(const Connection& connection, const Pairs& pairs, const Pair& pair, double similarity,
                const FindingVisitor& visit) {
    const auto back = pairs.find({pair.second, pair.first});
    if (back == pairs.end() || back->second != similarity) {
        visit({pair.first, "a near duplicate is on record one way only"});
    }
    if (pair.first > pair.second) return;
    const auto a = find_article(connection, pair.first);
    const auto b = find_article(connection, pair.second);
    if (!a || !b) return;  // an orphan
    const auto exact = text::similarity(text::shingles(a->headline.value_or(""), a->body),
                                        text::shingles(b->headline.value_or(""), b->body));
    if (std::abs(exact - similarity) > 1e-9)
        visit({pair.first, "the similarity of near duplicates is wrong"});
}

/// Checks the file that an article came from, and gives back its size.
std::optional<std::int64_t> check_file(const Connection& connection, std::int64_t article,
                                       const FindingVisitor& visit) {
    Statement hash(connection.database(),
                   "SELECT sha256 FROM original JOIN article ON original = original.id WHERE article.id = ?");
    try {
        const auto file = get_original(connection, article);
        if (!file || !hash.bind(article).step()) {
            visit({article, "the file it came from is missing"});
            return std::nullopt;
        }
        const text::Sha256 digest = text::sha256(file->bytes);
        const std::string_view bytes(reinterpret_cast<const char*>(digest.data()), digest.size());
        if (hash.blob(0) != bytes) visit({article, "the file it came from does not have its hash"});
        return static_cast<std::int64_t>(file->bytes.size());
    } catch (const Error& error) {
        visit({article, error.what()});
        return std::nullopt;
    }
}

/// What should belong to something, and the ids of what does not.
struct Orphans {
    const char* what;
    const char* sql;
    bool of_article = true;
};

constexpr std::array<Orphans, 10> orphans{{
    {"a link", "SELECT DISTINCT article FROM link WHERE article NOT IN (SELECT id FROM article)"},
    {"a note", "SELECT DISTINCT article FROM note WHERE article NOT IN (SELECT id FROM article)"},
    {"a tag", "SELECT DISTINCT article FROM tag WHERE article NOT IN (SELECT id FROM article)"},
    {"a warning", "SELECT DISTINCT article FROM warning WHERE article NOT IN (SELECT id FROM article)"},
    {"a shingle", "SELECT DISTINCT article FROM shingle WHERE article NOT IN (SELECT id FROM article)"},
    {"a near duplicate",
     "SELECT DISTINCT article FROM near_duplicate WHERE article NOT IN (SELECT id FROM article)"},
    {"a near duplicate",
     "SELECT DISTINCT other FROM near_duplicate WHERE other NOT IN (SELECT id FROM article)"},
    {"a cluster", "SELECT DISTINCT article FROM cluster WHERE article NOT IN (SELECT id FROM article)"},
    {"a stored file",
     "SELECT id FROM original WHERE id NOT IN (SELECT original FROM article WHERE original IS NOT NULL)",
     false},
    {"a file in sqlar", "SELECT rowid FROM sqlar WHERE name NOT IN (SELECT name FROM original)", false},
}};

}  // namespace

void check_articles(const Connection& connection, const FindingVisitor& visit) {
    guarded([&] {
        if (const auto wrong = check_index(connection)) visit({std::nullopt, *wrong});
        DerivedColumns derived(connection);
        for (const std::int64_t id : article_ids(connection)) {
            if (const auto article = find_article(connection, id)) derived.check(*article, visit);
        }
    });
}

void check_near_duplicates(const Connection& connection, const FindingVisitor& visit) {
    guarded([&] {
        Sketches stored = stored_sketches(connection);
        for (const std::int64_t id : article_ids(connection)) {
            const auto article = find_article(connection, id);
            if (!article) continue;
            auto own = text::sketch(text::shingles(article->headline.value_or(""), article->body));
            std::ranges::sort(own);
            own.erase(std::unique(own.begin(), own.end()), own.end());
            if (stored[id] != own) visit({id, "the sketch for finding near duplicates is wrong"});
        }
        const Pairs pairs = stored_pairs(connection);
        for (const auto& [pair, similarity] : pairs)
            check_pair(connection, pairs, pair, similarity, visit);
        auto expected = clusters_of(pairs);
        Statement clusters(connection.database(), "SELECT article, first FROM cluster");
        while (clusters.step()) {
            const auto known = expected.extract(clusters.integer(0));
            if (known.empty() || known.mapped() != clusters.integer(1)) {
                visit({clusters.integer(0), "it is in the wrong cluster of near duplicates"});
            }
        }
        for (const auto& [article, first] : expected)
            visit({article, "it is in no cluster of near duplicates"});
    });
}

void check_originals(const Connection& connection, const FindingVisitor& visit) {
    guarded([&] {
        Statement select(connection.database(),
                         "SELECT id, original, original_offset, original_length FROM article "
                         "WHERE original IS NOT NULL ORDER BY original, id");
        std::int64_t original = 0;
        std::optional<std::int64_t> size;  // of that one, when it can be read
        while (select.step()) {
            const std::int64_t article = select.integer(0);
            if (select.integer(1) != original) {
                original = select.integer(1);
                size = check_file(connection, article, visit);
            }
            const std::int64_t offset = select.integer(2);
            const std::int64_t length = select.integer(3);
            if (size && (offset < 0 || length < 0 || offset > *size - length)) {
                visit({article, "its passage reaches beyond the file it came from"});
            }
        }
    });
}

void check_orphans(const Connection& connection, const FindingVisitor& visit) {
    guarded([&] {
        for (const Orphans& kind : orphans) {
            for (const std::int64_t id : ids(connection, kind.sql))
                visit({kind.of_article ? std::optional(id) : std::nullopt,
                       std::string(kind.what) + " is left over"});
        }
    });
}

void check_consistency(const Connection& connection, const FindingVisitor& visit) {
    check_orphans(connection, visit);
    check_articles(connection, visit);
    check_near_duplicates(connection, visit);
    check_originals(connection, visit);
}

}  // namespace newsarc::store
