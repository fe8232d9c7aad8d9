#include <SQLiteCpp/Database.h>

#include <functional>
#include <string>
#include <vector>

#include "store/article/article_writer.hpp"
#include "store/original/files.hpp"
#include "store/original/originals.hpp"
#include "store/sql/statement.hpp"
#include "support/catch.hpp"

// SQLite sets a savepoint for some statements (RETURNING, ON CONFLICT and others), at which FTS5 writes out
// what it has gathered in memory. Where one is run for each article, a large import takes three times as
// long.

using namespace newsarc;
using namespace newsarc::store;

namespace {

Article made_article(int number) {
    Article article;
    const std::string digits = std::to_string(number);
    article.uid = std::string(32 - digits.size(), '0') + digits;
    article.key = "k" + digits;
    article.headline = "Report " + digits;
    article.body = "The old ferry over the river carries " + digits +
                   " people a day, said the company, which wants to build a second pier for it next spring "
                   "where the timber yard has been until now, at the end of the quay below the mill.";
    article.path = "in/" + digits + ".txt";
    article.added = "2025-03-20T10:30:00Z";
    article.links = {{LinkKind::body, "https://example.org/a", std::nullopt, "example.org", {}},
                     {LinkKind::related, std::nullopt, "Pier Wanted", std::nullopt, {}, "READ ALSO"}};
    article.notes = {{NoteKind::copyright, "All rights reserved."}, {NoteKind::other, "Page 3"}};
    article.tags = {"ferry", "river"};
    article.warnings = {"a guess"};
    return article;
}

struct Fixture {
    /// What FTS5 has written; not what it has in memory.
    std::int64_t written() {
        Statement rows(connection.database(), "SELECT count(*) FROM article_fts_data");
        rows.step();
        return rows.integer(0);
    }

    std::int64_t add(int number) {
        const PreparedArticle prepared = preparer.prepare(made_article(number));
        Comparison comparison = articles.compare(prepared);
        if (number > 0) comparison.like = {{1, 0.9}};
        return articles.insert(prepared, std::nullopt, comparison);
    }

    static FileState state_of(int number) {
        FileState state;
        state.path = "/in/" + std::to_string(number) + ".txt";
        state.size = 100 + number;
        return state;
    }

    Connection connection{"", Access::memory, std::chrono::milliseconds(0)};
    Preparer preparer;
    ArticleWriter articles{connection};
    OriginalWriter originals{connection};
    FileWriter files{connection};
};

}  // namespace

TEST_CASE("what is stored is gathered by the index until the transaction ends") {
    struct Row {
        const char* what;
        std::function<void(Fixture&, int number)> run;
    };
    const std::vector<Row> rows{
        {"an article with all its parts, like others", [](Fixture& to, int number) { to.add(number); }},
        {"a stored file",
         [](Fixture& to, int number) {
             Source source;
             source.path = "in/" + std::to_string(number) + ".txt";
             source.bytes = "Report";
             to.originals.put(prepare_original(source));
         }},
        {"a file that is to be known again",
         [](Fixture& to, int number) {
             to.files.put(std::nullopt, Fixture::state_of(number), text::Sha256{}, "r",
                          std::vector<GivenPart>{{1, "a"}});
         }},
        {"a known file with other content",
         [](Fixture& to, int) {
             to.files.put(to.files.find(Fixture::state_of(0))->id, Fixture::state_of(0), text::Sha256{}, "r",
                          std::vector<GivenPart>{{1, "b"}});
         }},
        {"a known file with the same content",
         [](Fixture& to, int) {
             to.files.refresh(to.files.find(Fixture::state_of(0))->id, Fixture::state_of(0));
         }},
    };
    for (const Row& row : rows) {
        Fixture archive;
        {
            Transaction transaction(archive.connection);
            archive.add(0);
            archive.files.put(std::nullopt, Fixture::state_of(0), text::Sha256{}, "r",
                              std::vector<GivenPart>{{1, "a"}});
            archive.articles.flush();
            transaction.commit();
        }
        Transaction transaction(archive.connection);
        archive.add(1);
        const std::int64_t before = archive.written();
        for (int number = 2; number < 6; ++number) {
            archive.add(100 + number);
            row.run(archive, number);
        }
        INFO(row.what);
        CHECK(archive.written() == before);
        Statement clusters(archive.connection.database(),
                           "SELECT count(DISTINCT first), count(*) FROM cluster");
        clusters.step();
        CHECK(clusters.integer(0) == 1);
        CHECK(clusters.integer(1) >= 6);
    }
}
