#include <newsarc/archive.hpp>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/error_code.hpp"
#include "support/temporary_folder.hpp"

using namespace newsarc;

namespace {

/// SQL of values that no column of the type holds.
const std::vector<std::string>& wrong_values(const std::string& type) {
    static const std::vector<std::string> text{"x'00FF'", "CAST(x'C328FF' AS TEXT)"};
    static const std::vector<std::string> integer{"'x'", "NULL"};
    static const std::vector<std::string> real{"'x'"};
    static const std::vector<std::string> blob{"'x'"};
    if (type == "TEXT") return text;
    if (type == "REAL") return real;
    return type == "BLOB" ? blob : integer;
}

struct Column {
    std::string table;
    std::string name;
    std::string type;
    bool may_be_null = false;
    bool is_of_article = false;  ///< the row tells an article
};

/// An archive that has a row in every table: articles with everything, of which one has a former version.
class FullArchive {
public:
    FullArchive() {
        make();
        sound_ = folder_.read("archive.db");
        SQLite::Database database(path());
        SQLite::Statement select(
            database,
            "SELECT t.name, c.name, c.type, c.\"notnull\" = 0 OR c.pk > 0, "
            "c.name != 'article' AND (t.name = 'article' OR EXISTS (SELECT 1 FROM pragma_table_xinfo(t.name) "
            "WHERE name = 'article')) "
            "FROM sqlite_schema AS t, pragma_table_xinfo(t.name) AS c WHERE t.type = 'table' "
            "AND t.name NOT LIKE 'article_fts%' AND t.name NOT LIKE 'sqlite_%' "
            "AND t.name != 'article_vocabulary' AND t.sql NOT LIKE '%' || c.name || ' INTEGER PRIMARY KEY%'");
        while (select.executeStep()) {
            Column column{select.getColumn(0).getString(), select.getColumn(1).getString(),
                          select.getColumn(2).getString(), select.getColumn(3).getInt() != 0,
                          select.getColumn(4).getInt() != 0};
            columns_.push_back(column);
        }
        for (const char* sql :
             {"SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'"}) {
            SQLite::Statement tables(database, sql);
            while (tables.executeStep())
                tables_.emplace_back(tables.getColumn(0).getString(), tables.getColumn(1).getString());
        }
    }

    [[nodiscard]] std::string path() const { return folder_ / "archive.db"; }
    [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }

    void damage(const std::string& sql) const {
        folder_.write("archive.db", sound_);
        SQLite::Database(path(), SQLite::OPEN_READWRITE)
            .exec("PRAGMA foreign_keys = OFF; INSERT INTO tag VALUES (99, 'x');" + sql);
    }

    /// As it was, but for one value in each table row that is not the greatest of its column, and a second
    /// damage, a tag of an article that is not there.
    bool damage(const Column& column, const std::string& value) const {
        folder_.write("archive.db", sound_);
        loosen();
        int changed = 0;
        {
            SQLite::Database database(path(), SQLite::OPEN_READWRITE);
            database.exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
            changed = database.exec("UPDATE OR IGNORE " + column.table + " SET " + column.name + " = " +
                                    value + " WHERE " + column.name + " IS (SELECT max(" + column.name +
                                    ") FROM " + column.table + ")");
            database.exec("INSERT INTO tag VALUES (99, 'x')");
        }
        tighten();
        return changed > 0;
    }

private:
    void make() const {
        Archive archive = Archive::open(path(), Archive::Mode::create);
        AddOptions options;
        options.added = "2026-11-23T10:00:00Z";
        Source source{.path = "in/port.txt",
                      .bytes =
                          "Credit: The Harbour Post\n\nRiver Port Reopens\n\nPublished: 2025-01-21\n\n"
                          "The U.S. ferry came back on Monday.\n\nREAD ALSO: Council Votes\n\n"
                          "(c) 2025 The Harbour Post\n"};
        source.file = FileState{.path = "/in/port.txt", .size = 9, .modified = 5, .inode = 7};
        archive.add(std::vector<Source>{source}, options);
        Article wire;
        wire.key = "night-train";
        wire.headline = "Night Train Runs Again";
        wire.deck = "Twice a week";
        wire.credit = "Coast Wire";
        wire.byline = "Jane Roe";
        wire.dateline = Dateline{"PORTVALE, May 1 (Wavepress) -", "PORTVALE", "2025-05-01", "Wavepress"};
        wire.published = from_iso("2025-05-01");
        wire.updated = from_iso("2025-05-02");
        wire.language = "en";
        wire.tags = {"trains"};
        wire.url = "https://coast.example/night-train";
        wire.titles = {"Sleeping Cars to the Coast"};
        wire.authors = {{"Jane Roe", "Staff Writer", "Portvale", "Coast Wire"}};
        wire.extra = {{"section", "Travel"}};
        wire.path = "wire.jsonl";
        wire.warnings = {"the date may be read two ways"};
        Link link;
        link.url = "https://coast.example/";
        link.title = "Coast";
        wire.links = {link};
        wire.notes = {{NoteKind::copyright, "(c) 2025 Coast Wire"}};
        wire.body =
            "The night train to the coast runs again from the first of May, twice a week and with new "
            "sleeping cars, the railway said in the capital on Friday after a year of works.";
        Article copy = wire;
        copy.key.reset();
        copy.body += " Tickets are on sale.";
        archive.add_records(std::vector<Article>{wire, copy}, options);
        wire.headline = "Night Train Runs Once More";
        archive.add_records(std::vector<Article>{wire}, options);
        archive.save_search({.name = "trains", .query = "night train", .saved = "2026-11-23T10:00:00Z"});
        SQLite::Database(path(), SQLite::OPEN_READWRITE)
            .exec(
                "INSERT INTO edited VALUES (1, 'credit', 'The Post'); "
                "INSERT INTO removed VALUES (4, lower(hex(zeroblob(16))), 'Mill Opens', 'k', 'in/mill.txt', "
                "'2026-11-23T10:00:00Z'); INSERT INTO removed_mark VALUES (zeroblob(16), 4);"
                "INSERT INTO posting_list VALUES (16777216, x'0101');"
                "INSERT OR IGNORE INTO posting_superseded VALUES (1, 1)");
    }

    /// Columns then take any value, as no statement of SQLite's own would let them.
    void loosen() const {
        SQLite::Database database(path(), SQLite::OPEN_READWRITE);
        database.exec(
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = "
            "replace(replace(replace(replace(replace(replace(sql, ' TEXT', ' BLOB'), ' REAL', ' BLOB'), "
            "' INTEGER', ' BLOB'), ' BLOB PRIMARY KEY AUTO', ' INTEGER PRIMARY KEY AUTO'), "
            "'id BLOB PRIMARY KEY', 'id INTEGER PRIMARY KEY'), ' NOT NULL', '') "
            "WHERE type = 'table' AND sql LIKE '%STRICT%'");
        database.exec(
            "UPDATE sqlite_schema SET sql = replace(replace(replace(sql, 'article BLOB PRIMARY KEY', "
            "'article INTEGER PRIMARY KEY'), 'block BLOB PRIMARY KEY', 'block INTEGER PRIMARY KEY'), "
            "') STRICT', ')') WHERE type = 'table' AND sql LIKE '%STRICT%'");
        database.exec(
            "UPDATE sqlite_schema SET sql = replace(sql, '), WITHOUT ROWID', ') WITHOUT ROWID') "
            "WHERE type = 'table'");
    }

    void tighten() const {
        SQLite::Database database(path(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA writable_schema = ON");
        for (const auto& [name, sql] : tables_) {
            SQLite::Statement update(database,
                                     "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?");
            update.bind(1, sql);
            update.bind(2, name);
            update.exec();
        }
    }

    test::TemporaryFolder folder_;
    std::string sound_;
    std::vector<Column> columns_;
    std::vector<std::pair<std::string, std::string>> tables_;
};

/// Nothing but the error that says the archive is damaged may come out of a reader.
void read_all(const std::string& path) {
    const Archive archive = Archive::open(path, Archive::Mode::read);
    const auto attempt = [](const char* what, const std::function<void()>& work) {
        try {
            work();
        } catch (const Error& error) {
            INFO(what << ": " << error.what());
            CHECK(error.code() == ErrorCode::archive_damaged);
        }
    };
    attempt("list", [&] { archive.list({}, [](const Article&) { return true; }); });
    attempt("search", [&] {
        (void)archive.search({.query = "night ferry", .facets = {FacetField::credit, FacetField::year}});
    });
    attempt("grouped", [&] { (void)archive.search({.query = "train tag:trains", .group = true}); });
    attempt("related", [&] { (void)archive.related({.id = 2}); });
    attempt("stats", [&] { (void)archive.stats({}); });
    attempt("links", [&] { archive.links({}, [](const FoundLink&) { return true; }); });
    attempt("hosts", [&] { (void)archive.link_hosts({}); });
    attempt("duplicates", [&] { archive.duplicates({}, [](const Cluster&) { return true; }); });
    attempt("saved searches", [&] { (void)archive.saved_searches(); });
    attempt("files", [&] { (void)archive.files_below("/in"); });
    for (std::int64_t id = 1; id <= 3; ++id) {
        attempt("original", [&] { (void)archive.original(id); });
        attempt("versions", [&] {
            for (const Version& version : archive.versions(id))
                attempt("version", [&] { (void)archive.find_version(id, version.number); });
        });
    }
}

struct Checked {
    bool sentinel = false;  ///< the second damage was found
    bool found = false;     ///< the first one, too
    bool with_article = false;
};

Checked check(const std::string& path) {
    Checked out;
    const Archive archive = Archive::open(path, Archive::Mode::read);
    archive.check({}, [&](const Finding& finding) {
        UNSCOPED_INFO(to_string(finding.area)
                      << " " << finding.article.value_or(0) << ": " << finding.message);
        if (finding.article == 99) {
            out.sentinel = true;
        } else {
            out.found = true;
            out.with_article = out.with_article || finding.article;
        }
    });
    return out;
}

/// What can be mended is; a repair that has to give up says that the archive is damaged, and changes nothing.
void check_repair(const std::string& path) {
    try {
        Archive::open(path, Archive::Mode::write).repair();
        CHECK_FALSE(check(path).sentinel);
    } catch (const Error& error) {
        INFO(error.what());
        CHECK(error.code() == ErrorCode::archive_damaged);
        CHECK(check(path).sentinel);
    }
}

}  // namespace

TEST_CASE(
    "a value of the wrong type is found in any column, with its article, and stops neither check nor "
    "repair") {
    const FullArchive sample;
    REQUIRE(sample.columns().size() > 60);
    for (const Column& column : sample.columns()) {
        for (const std::string& value : wrong_values(column.type)) {
            if (value == "NULL" && column.may_be_null) continue;
            INFO(column.table << "." << column.name << " = " << value);
            // The words of the index may be cut within a character.
            if (column.name == "first" && value.starts_with("CAST")) continue;
            REQUIRE(sample.damage(column, value));
            const Checked checked = check(sample.path());
            CHECK(checked.sentinel);
            CHECK(checked.found);
            CHECK((checked.with_article || !column.is_of_article));
            read_all(sample.path());
            check_repair(sample.path());
        }
    }
}

TEST_CASE("an extreme number in any column stops neither readers nor check nor repair") {
    const FullArchive sample;
    for (const Column& column : sample.columns()) {
        if (column.type == "TEXT" || column.type == "BLOB") continue;
        for (const char* value : {"9223372036854775807", "-9223372036854775807 - 1", "1e300"}) {
            if ((column.type == "REAL") != (std::string(value) == "1e300")) continue;
            INFO(column.table << "." << column.name << " = " << value);
            REQUIRE(sample.damage(column, value));
            CHECK(check(sample.path()).sentinel);
            read_all(sample.path());
            check_repair(sample.path());
        }
    }
}

TEST_CASE("what is no JSON, or JSON of another form, in a former version is found with its article") {
    const FullArchive sample;
    for (const char* name : {"links", "notes", "warnings", "authors", "titles", "extra"}) {
        for (const char* value : {"''", "'{'", "'7'", "'[[]]'", "'[null]'"}) {
            INFO(name << " = " << value);
            REQUIRE(sample.damage({"version", name, "TEXT"}, value));
            const Checked checked = check(sample.path());
            CHECK(checked.sentinel);
            CHECK(checked.with_article);
            read_all(sample.path());
            try {
                (void)Archive::open(sample.path(), Archive::Mode::read).find_version(2, 1);
                CHECK(false);
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::archive_damaged);
                CHECK(std::string(error.what()).find("version 1 of article 2") != std::string::npos);
            }
            check_repair(sample.path());
        }
    }
}

TEST_CASE("an id that no article can have stops neither readers nor check, and repair does no harm") {
    const FullArchive sample;
    for (const char* id : {"-5", "0", "4294967298", "9223372036854775807", "-9223372036854775807 - 1"}) {
        INFO(id);
        const std::string text(id);
        sample.damage("UPDATE article SET id = " + text +
                      " WHERE id = 3; UPDATE article_fts_docsize SET id = " + text +
                      " WHERE id = 3; UPDATE tag SET article = " + text + " WHERE article = 3");
        const Checked checked = check(sample.path());
        CHECK(checked.sentinel);
        CHECK(checked.found);
        read_all(sample.path());
        check_repair(sample.path());
    }
}

TEST_CASE("ids that have come to their end are told as such, found and mended") {
    const FullArchive sample;
    for (const char* seq : {"9223372036854775807", "4294967298", "'x'"}) {
        INFO(seq);
        sample.damage("UPDATE sqlite_sequence SET seq = " + std::string(seq) + " WHERE name = 'article'");
        CHECK(check(sample.path()).found);
        Article record;
        record.headline = "Market Grows";
        const auto add = [&] {
            AddOptions options;
            options.added = "2026-11-23T10:00:00Z";
            Archive::open(sample.path(), Archive::Mode::write)
                .add_records(std::vector<Article>{record}, options);
        };
        const auto refused = test::code_of(add);
        CHECK((refused == ErrorCode::archive_damaged || !refused));
        Archive::open(sample.path(), Archive::Mode::write).repair();
        CHECK_FALSE(check(sample.path()).found);
        record.headline = "Market Shrinks";
        CHECK_NOTHROW(add());
    }
}

TEST_CASE("settings of the full-text index that are damaged are told as damage, and mended") {
    const FullArchive sample;
    for (const char* sql :
         {"UPDATE article_fts_config SET v = 99 WHERE k = 'version'", "DELETE FROM article_fts_config",
          "UPDATE article_fts_config SET v = x'00FF'", "DELETE FROM article_fts_data WHERE id = 10",
          "UPDATE article_fts_data SET block = x'' WHERE id = 10",
          "UPDATE article_fts_data SET block = zeroblob(9) WHERE id = 1",
          "INSERT INTO article_fts_config VALUES ('rank', 'drop()')",
          "INSERT INTO article_fts_config VALUES ('pgsz', 7)"}) {
        INFO(sql);
        sample.damage(sql);
        const Checked checked = check(sample.path());
        CHECK(checked.sentinel);
        read_all(sample.path());
        check_repair(sample.path());
    }
}
