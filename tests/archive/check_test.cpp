#include <newsarc/archive.hpp>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <set>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/error_code.hpp"
#include "support/temporary_folder.hpp"

using namespace newsarc;
using newsarc::test::code_of;

namespace {

using Findings = std::set<std::string>;

/// Two articles from files, and three records of which two are near duplicates.
class SampleArchive {
public:
    SampleArchive() {
        Archive archive = open(Archive::Mode::create);
        AddOptions options;
        options.added = "2026-11-23T10:00:00Z";
        const std::vector<Source> sources{
            {.path = "in/port.txt",
             .bytes = "Credit: The Harbour Post\n\nRiver Port Reopens\n\nPublished: 2025-01-21\n\n"
                      "The U.S. ferry came back on Monday.\n\nREAD ALSO: Council Votes for Dykes\n"},
            {.path = "in/dykes.txt",
             .bytes =
                 "Council Votes for Dykes\n\nThe council voted on Tuesday.\n\nFarmers fear for meadows.\n"}};
        archive.add(sources, options);
        Article record;
        record.headline = "Market Grows";
        record.body = "Stalls now reach the old bridge.";
        record.tags = {"markets"};
        archive.add_records(std::vector<Article>{record}, options);
        // Nearly the same text twice.
        Article wire;
        wire.headline = "Night Train Runs Again";
        wire.body =
            "The night train to the coast runs again from the first of May, twice a week and with new "
            "sleeping cars, the railway said in the capital on Friday after a year of works.";
        Article copy = wire;
        copy.body += " Tickets are on sale.";
        archive.add_records(std::vector<Article>{wire, copy}, options);
    }

    [[nodiscard]] Archive open(Archive::Mode mode) const { return Archive::open(path(), mode); }
    [[nodiscard]] std::string path() const { return folder_ / "archive.db"; }

    /// What another program could do to the file.
    void damage(const std::string& sql) const {
        SQLite::Database(path(), SQLite::OPEN_READWRITE).exec("PRAGMA foreign_keys = OFF;" + sql);
    }

    /// `area id` of each finding.
    [[nodiscard]] Findings check(bool quick = false) const {
        Findings out;
        const CheckSummary summary =
            open(Archive::Mode::read).check({.quick = quick}, [&](const Finding& finding) {
                UNSCOPED_INFO(to_string(finding.area) << ": " << finding.message);
                CHECK_FALSE(finding.message.empty());
                out.insert(std::string(to_string(finding.area)) +
                           (finding.article ? " " + std::to_string(*finding.article) : ""));
            });
        CHECK((summary.findings == 0) == out.empty());
        return out;
    }

private:
    test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("an archive that nothing happened to is sound") {
    const SampleArchive sample;
    CHECK(sample.check().empty());
    CHECK(sample.check(true).empty());
    const CheckSummary summary = sample.open(Archive::Mode::read).check({}, [](const Finding&) {});
    CHECK(summary.articles == 5);
    CHECK(summary.originals == 2);
    CHECK(code_of([] { Archive::open("", Archive::Mode::memory).check({}, [](const Finding&) {}); }) ==
          std::nullopt);
}

TEST_CASE("an archive of records alone, without a stored file, is sound") {
    const test::TemporaryFolder folder;
    Archive archive = Archive::open(folder / "archive.db", Archive::Mode::create);
    Article record;
    record.headline = "Market Grows";
    AddOptions options;
    options.added = "2026-11-23T10:00:00Z";
    archive.add_records(std::vector<Article>{record}, options);
    CHECK(archive.check({}, [](const Finding&) {}).findings == 0);
}

TEST_CASE("a repair records near duplicates anew") {
    const SampleArchive sample;
    sample.damage("DELETE FROM near_duplicate; UPDATE cluster SET first = 1; DELETE FROM shingle");
    sample.open(Archive::Mode::write).repair();
    const auto cluster = sample.open(Archive::Mode::read).duplicates_of(4);
    REQUIRE(cluster);
    CHECK(cluster->members.size() == 2);
}

TEST_CASE("each kind of damage is found, with its article, and mended where it can be") {
    struct Row {
        const char* sql;
        Findings found;
        Findings left;  ///< after a repair
    };
    const std::string delete_from_index =
        "INSERT INTO article_fts(article_fts, rowid, headline, body, headline_terms, body_terms) "
        "SELECT 'delete', id, headline, body, headline_terms, body_terms FROM article WHERE id = 2";
    for (const auto& row : {
             // Text that was changed behind newsarc's back.
             Row{"UPDATE article SET body = 'Nothing of the kind.' WHERE id = 2",
                 {"article 2", "index 2", "lengths 2", "postings 2"},
                 {}},
             Row{"UPDATE article SET headline = 'Market Shrinks' WHERE id = 3",
                 {"article 3", "index 3", "postings 3"},
                 {}},
             Row{"UPDATE article SET uid = '00000000000000000000000000000000' WHERE id = 1",
                 {"article 1"},
                 {}},
             Row{"UPDATE link SET url = 'https://elsewhere.example/' WHERE article = 1", {"article 1"}, {}},
             Row{"DELETE FROM link WHERE article = 1", {"article 1"}, {}},
             Row{"DELETE FROM article WHERE id = 2", {"index 2", "lengths 2", "reference"}, {"reference"}},
             // Columns that are made from others.
             Row{"UPDATE article SET headline_folded = 'x' WHERE id = 2", {"article 2"}, {}},
             Row{"UPDATE article SET published_at = 0 WHERE id = 1", {"article 1"}, {}},
             Row{"UPDATE article SET body_terms = NULL WHERE id = 1",
                 {"article 1", "index 1", "postings 1"},
                 {}},
             Row{"UPDATE link SET title_folded = NULL WHERE article = 1", {"article 1"}, {}},
             // The full-text index and what ranking reads.
             Row{delete_from_index.c_str(), {"index 2"}, {}},
             Row{"DELETE FROM article_fts_docsize WHERE id = 2", {"index 2", "index"}, {}},
             Row{"DELETE FROM article_fts_data WHERE id > 1000", {"index"}, {}},
             Row{"UPDATE article_fts_data SET block = zeroblob(40) WHERE id > 1000",
                 {"index 1", "index 2", "index 3", "index 4", "index 5"},
                 {}},
             Row{"INSERT INTO article_fts(rowid, headline, body) VALUES (7, 'stray', 'words')",
                 {"index 7"},
                 {}},
             Row{"UPDATE article_length SET lengths = zeroblob(2048)",
                 {"lengths 1", "lengths 2", "lengths 3", "lengths 4", "lengths 5"},
                 {}},
             Row{"UPDATE article_length SET lengths = zeroblob(7)", {"lengths"}, {}},
             Row{"DELETE FROM article_length",
                 {"lengths 1", "lengths 2", "lengths 3", "lengths 4", "lengths 5"},
                 {}},
             Row{"DELETE FROM posting_block", {"postings"}, {}},
             Row{"DELETE FROM posting_segment",
                 {"postings", "postings 1", "postings 2", "postings 3", "postings 4", "postings 5"},
                 {}},
             Row{"UPDATE posting_segment SET postings = postings + 1", {"postings"}, {}},
             Row{"UPDATE posting_segment SET id = id + 1000", {"postings"}, {}},
             Row{"UPDATE posting_block SET terms = substr(terms, 1, 50)", {"postings"}, {}},
             Row{"UPDATE posting_block SET terms = x'00'", {"postings"}, {}},
             Row{"UPDATE posting_block SET id = id + 1000", {"postings"}, {}},
             Row{"UPDATE posting_segment SET firsts = CAST(x'000121' || firsts AS BLOB)", {"postings"}, {}},
             Row{"UPDATE posting_segment SET firsts = substr(firsts, 1, 1)", {"postings"}, {}},
             Row{"INSERT INTO posting_block SELECT id + 1000 * 16777216, terms FROM posting_block",
                 {"postings"},
                 {}},
             Row{"INSERT INTO posting_superseded VALUES (3, 1000)", {"postings 3"}, {}},
             // Stored files cannot be made from anything else.
             Row{"UPDATE sqlar SET data = x'00112233' WHERE name = 'in/dykes.txt'",
                 {"original 2"},
                 {"original 2"}},
             Row{"UPDATE sqlar SET data = zeroblob(sz) WHERE name = 'in/port.txt'",
                 {"original 1"},
                 {"original 1"}},
             Row{"DELETE FROM sqlar WHERE name = 'in/port.txt'", {"original 1"}, {"original 1"}},
             Row{"UPDATE article SET original_length = 100000 WHERE id = 1", {"original 1"}, {"original 1"}},
             Row{"INSERT INTO sqlar VALUES ('extra.txt', 33188, 0, 1, x'78')", {"reference"}, {"reference"}},
             // What refers to nothing.
             Row{"DELETE FROM original WHERE id = 2", {"reference", "reference 2"}, {"reference"}},
             Row{"INSERT INTO tag VALUES (99, 'x')", {"reference 99"}, {}},
             Row{"INSERT INTO note VALUES (99, 0, 'editor', 'x')", {"reference 99"}, {}},
         }) {
        INFO(row.sql);
        const SampleArchive sample;
        sample.damage(row.sql);
        CHECK(sample.check() == row.found);
        CHECK_NOTHROW(sample.open(Archive::Mode::write).repair());
        CHECK(sample.check() == row.left);
        // Whoever looks for a word finds the articles that hold it.
        const Archive archive = sample.open(Archive::Mode::read);
        CHECK(archive.search({.query = "stalls"}).total ==
              archive.search({.query = "headline:market"}).total);
    }
}

TEST_CASE("an article that was changed is read again from its file") {
    const SampleArchive sample;
    const std::string body = sample.open(Archive::Mode::read).find(2)->body;
    sample.damage(
        "UPDATE article SET body = 'Nothing of the kind.', headline = NULL WHERE id = 2;"
        "UPDATE article SET body = 'Changed.' WHERE id = 3");
    const RepairSummary summary = sample.open(Archive::Mode::write).repair();
    CHECK(summary.articles_restored == 1);
    CHECK(summary.articles_renamed == 1);
    const Archive archive = sample.open(Archive::Mode::read);
    CHECK(archive.find(2)->body == body);
    CHECK(archive.find(2)->added == "2026-11-23T10:00:00Z");
    CHECK(archive.find(2)->path == "in/dykes.txt");
    CHECK(archive.original(2).has_value());
    CHECK(archive.search({.query = "meadows"}).total == 1);
    // Of a record there is nothing but itself: it stays, under the uid of what it says.
    CHECK(archive.find(3)->body == "Changed.");
    CHECK(archive.find(3)->tags == std::vector<std::string>{"markets"});
    CHECK(sample.check().empty());
}

TEST_CASE("an SQLite index that lacks a row is found and made anew") {
    const SampleArchive sample;
    std::string row;
    {
        SQLite::Database database(sample.path(), SQLite::OPEN_READWRITE);
        SQLite::Statement select(
            database,
            "SELECT format('INSERT INTO sqlite_schema VALUES (%Q,%Q,%Q,%d,%Q)', type, name, "
            "tbl_name, rootpage, sql) FROM sqlite_schema WHERE name = 'article_added'");
        REQUIRE(select.executeStep());
        row = select.getColumn(0).getString();
    }
    sample.damage("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'article_added'");
    sample.damage("UPDATE article SET added = '2020-01-01T00:00:00Z' WHERE id = 2");
    sample.damage("PRAGMA writable_schema = ON; " + row);
    CHECK(sample.check() == Findings{"file 2"});
    sample.open(Archive::Mode::write).repair();
    CHECK(sample.check().empty());
}

TEST_CASE("a quick check finds what the lists and a sample tell") {
    struct Row {
        const char* sql;
        Findings found;
    };
    for (const auto& row : {
             Row{"UPDATE article SET body = 'Nothing of the kind.' WHERE id = 2", {"article 2", "lengths 2"}},
             Row{"DELETE FROM article WHERE id = 2", {"index 2", "lengths 2"}},
             Row{"UPDATE sqlar SET data = x'00' WHERE name = 'in/port.txt'", {"original 1"}},
             Row{"DELETE FROM article_fts_docsize WHERE id = 2", {"index 2"}},
         }) {
        INFO(row.sql);
        const SampleArchive sample;
        sample.damage(row.sql);
        CHECK(sample.check(true) == row.found);
    }
}

TEST_CASE("a check of an archive that cannot be written, or is being written to, names the articles too") {
    const SampleArchive sample;
    sample.damage("UPDATE article_fts_data SET block = zeroblob(0) WHERE id = 0");
    sample.damage("INSERT INTO article_fts(article_fts) VALUES ('delete-all')");
    SQLite::Database other(sample.path(), SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    const Archive archive = Archive::open(sample.path(), Archive::Mode::read, std::chrono::milliseconds(10));
    Findings found;
    archive.check({}, [&](const Finding& finding) {
        if (finding.area == CheckArea::index && finding.article)
            found.insert(std::to_string(*finding.article));
    });
    CHECK(found == Findings{"1", "2", "3", "4", "5"});
    // Reading does not let it write.
    CHECK(code_of([&] { Archive::open(sample.path(), Archive::Mode::read).repair(); }).has_value());
}
