#include "store/index/vocabulary.hpp"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/index/fulltext.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

/// A word in fewer articles than one of so many is not common.
constexpr std::int64_t common_of = 200;

/// Articles that stand for all of a large archive.
constexpr std::int64_t sample_size = 2048;

std::int64_t select_integer(const Connection& connection, const char* sql) {
    Statement select(connection.database(), sql);
    return select.step() ? select.integer(0) : 0;
}

std::int64_t count_indexed(const Connection& connection) {
    return select_integer(connection, "SELECT count(*) FROM article_fts_docsize");
}

}  // namespace

void create_vocabulary(SQLite::Database& database) {
    database.exec(R"sql(
CREATE VIRTUAL TABLE article_vocabulary USING fts5vocab('article_fts', 'row');

CREATE TABLE common_word(
    stem TEXT PRIMARY KEY,
    articles INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row: how many articles there were when the common words were counted.
CREATE TABLE common_word_count(articles INTEGER NOT NULL) STRICT;
INSERT INTO common_word_count VALUES (0);
)sql");
}

void refresh_vocabulary(const Connection& connection) {
    guarded([&] {
        const std::int64_t counted = select_integer(connection, "SELECT articles FROM common_word_count");
        const std::int64_t now = count_indexed(connection);
        if (std::abs(now - counted) * 4 > counted) count_vocabulary(connection);
    });
}

namespace {

void count_all(const Connection& connection, std::int64_t articles) {
    Statement(connection.database(),
              "INSERT INTO common_word SELECT term, doc FROM article_vocabulary WHERE doc * ? >= ?")
        .bind(common_of, articles)
        .run();
}

/// In how many articles of a sample each stem is.
class Sample {
public:
    void add(const Statement& article, int first_column, int end_column) {
        ++articles_;
        for (int column = first_column; column < end_column; ++column) {
            tokenizer_.tokenize(article.blob(column), [&](std::string_view stem, std::size_t, std::size_t) {
                auto at = counts_.find(stem);
                if (at == counts_.end()) at = counts_.emplace(stem, Count{}).first;
                if (std::exchange(at->second.last, articles_) != articles_) ++at->second.articles;
                return true;
            });
        }
    }

    /// Puts the common ones on record, counted for an archive of so many articles.
    void put(const Connection& connection, std::int64_t all) const {
        Statement insert(connection.database(), "INSERT INTO common_word VALUES (?, ?)");
        for (const auto& [stem, count] : counts_) {
            if (count.articles * common_of < articles_) continue;
            insert.bind(stem, count.articles * all / articles_).run();
        }
    }

private:
    struct Count {
        std::int64_t articles = 0;
        std::int64_t last = 0;  ///< the article that was counted last, by its number in the sample
    };
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    Tokenizer tokenizer_;
    std::unordered_map<std::string, Count, Hash, std::equal_to<>> counts_;
    std::int64_t articles_ = 0;
};

void count_sample(const Connection& connection, std::int64_t articles) {
    const std::int64_t last = select_integer(connection, "SELECT max(id) FROM article");
    Statement select(connection.database(),
                     "SELECT id, headline, body, headline_terms, body_terms FROM article WHERE id >= ? "
                     "ORDER BY id LIMIT 1");
    Sample sample;
    std::int64_t next = 0;
    for (std::int64_t i = 0; i < sample_size; ++i) {
        next = std::max(next, last / sample_size * i + last % sample_size * i / sample_size);
        if (!select.bind(next).step()) break;
        next = select.integer(0) + 1;
        sample.add(select, 1, 5);
    }
    select.reset();
    sample.put(connection, articles);
}

}  // namespace

void count_vocabulary(const Connection& connection, std::int64_t exact_up_to) {
    guarded([&] {
        const std::int64_t articles = count_indexed(connection);
        connection.database().exec("DELETE FROM common_word");
        if (articles <= exact_up_to) {
            count_all(connection, articles);
        } else {
            count_sample(connection, articles);
        }
        connection.database().exec("DELETE FROM common_word_count");
        Statement(connection.database(), "INSERT INTO common_word_count VALUES (?)").bind(articles).run();
    });
}

struct CommonWords::State {
    explicit State(const SQLite::Database& database)
        : select(database, "SELECT articles FROM common_word WHERE stem = ?"),
          count(database, "SELECT doc FROM article_vocabulary WHERE term = ?") {}

    Statement select;
    Statement count;
    double counted = 1;  ///< articles there were at the last count
    double now = 1;
};

CommonWords::CommonWords(const Connection& connection) {
    guarded([&] {
        state_ = std::make_unique<State>(connection.database());
        const auto counted = select_integer(connection, "SELECT articles FROM common_word_count");
        if (counted > 0) state_->counted = static_cast<double>(counted);
        state_->now = static_cast<double>(count_indexed(connection));
    });
}

CommonWords::CommonWords(CommonWords&&) noexcept = default;
CommonWords& CommonWords::operator=(CommonWords&&) noexcept = default;
CommonWords::~CommonWords() = default;

std::optional<double> CommonWords::share(std::string_view stem) {
    return guarded([&]() -> std::optional<double> {
        std::optional<double> out;
        if (state_->select.bind(stem).step()) {
            out = static_cast<double>(state_->select.integer(0)) / state_->counted;
        }
        state_->select.reset();
        return out;
    });
}

double CommonWords::articles(std::string_view stem) {
    if (const auto common = share(stem)) return *common * state_->now;
    return guarded([&] {
        const double out =
            state_->count.bind(stem).step() ? static_cast<double>(state_->count.integer(0)) : 0;
        state_->count.reset();
        return out;
    });
}

namespace {

/// A bound that all terms below `term` are below, and `term` is not: FTS5 reads the postings of
/// a term at its bound before SQLite can leave it out.
std::string just_before(std::string term) {
    if (term.empty() || term.back() == '\0') return term;
    term.back() = static_cast<char>(static_cast<unsigned char>(term.back()) - 1);
    return term + "\xff\xff\xff\xff";
}

std::string just_after(const std::string& term) {
    return term + '\x01';
}

struct CountedStem {
    std::string stem;
    std::int64_t articles;
};

std::vector<CountedStem> common_stems(const Connection& connection, std::string_view first,
                                      std::string_view last) {
    Statement select(connection.database(),
                     "SELECT stem, articles FROM common_word WHERE stem >= ? AND stem < ? ORDER BY stem");
    select.bind(first, last);
    std::vector<CountedStem> out;
    while (select.step())
        out.push_back({select.text(0), select.integer(1)});
    return out;
}

}  // namespace

void list_stems(const Connection& connection, std::string_view first, std::string_view last,
                const std::function<bool(std::string_view stem, std::int64_t articles)>& visit) {
    guarded([&] {
        Statement select(connection.database(),
                         "SELECT term, doc FROM article_vocabulary WHERE term >= ? AND term <= ?");
        const auto visit_between = [&](const std::string& from, const std::string& to) {
            select.bind(from, to);
            while (select.step()) {
                if (!visit(select.text(0), select.integer(1))) return false;
            }
            return true;
        };
        std::string from(first);
        for (const CountedStem& common : common_stems(connection, first, last)) {
            if (!visit_between(from, just_before(common.stem))) return;
            if (!visit(common.stem, common.articles)) return;
            from = just_after(common.stem);
        }
        visit_between(from, just_before(std::string(last)));
    });
}

}  // namespace newsarc::store
