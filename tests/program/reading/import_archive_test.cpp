#include <archive.h>
#include <archive_entry.h>
#include <sqlite3.h>
#include <zlib.h>

#include <filesystem>

#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

namespace {

struct Entry {
    std::string path;
    std::string bytes;
    unsigned type = AE_IFREG;
};

const std::string ferry = "Ferry runs aground\n\nThe fog was thick that morning.\n";
const std::string market = "Market moves to the quay\n\nStalls open on Tuesday.\n";

/// The files of a good archive, and what is to be left out of it.
std::vector<Entry> entries() {
    return {{"in", "", AE_IFDIR},
            {"in/ferry.txt", ferry},
            {"in/link.txt", "ferry.txt", AE_IFLNK},
            {"in/.hidden.txt", "Hidden\n\nNot to be read.\n"},
            {"__MACOSX/in/ferry.txt", "Beside\n\nNot to be read.\n"},
            {"../../market.txt", market}};
}

using Choose = int (*)(archive*);

void pack(const std::string& path, const std::vector<Entry>& files, Choose format, Choose filter) {
    archive* out = archive_write_new();
    REQUIRE(format(out) == ARCHIVE_OK);
    REQUIRE(filter(out) == ARCHIVE_OK);
    REQUIRE(archive_write_open_filename(out, path.c_str()) == ARCHIVE_OK);
    for (const Entry& file : files) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, file.path.c_str());
        archive_entry_set_filetype(entry, file.type);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_mtime(entry, 1'700'000'000, 0);
        const bool is_link = file.type == AE_IFLNK;
        if (is_link) archive_entry_set_symlink(entry, file.bytes.c_str());
        archive_entry_set_size(entry, is_link ? 0 : static_cast<la_int64_t>(file.bytes.size()));
        REQUIRE(archive_write_header(out, entry) == ARCHIVE_OK);
        if (!is_link) archive_write_data(out, file.bytes.data(), file.bytes.size());
        archive_entry_free(entry);
    }
    REQUIRE(archive_write_close(out) == ARCHIVE_OK);
    archive_write_free(out);
}

void run_sql(const std::string& path, const std::string& sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    INFO(sql);
    CHECK(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

constexpr const char* create_sqlar =
    "CREATE TABLE sqlar(name TEXT PRIMARY KEY, mode INT, mtime INT, sz INT, data BLOB);";

std::string quoted(const std::string& text) {
    return "'" + text + "'";
}

}  // namespace

TEST_CASE("the files of an archive are added as those of a folder are") {
    Sandbox sandbox;
    pack(sandbox.at("a.zip"), entries(), archive_write_set_format_zip, archive_write_add_filter_none);
    pack(sandbox.at("a.tar"), entries(), archive_write_set_format_ustar, archive_write_add_filter_none);
    pack(sandbox.at("a.tgz"), entries(), archive_write_set_format_pax_restricted,
         archive_write_add_filter_gzip);
    pack(sandbox.at("a.txz"), entries(), archive_write_set_format_ustar, archive_write_add_filter_xz);
    run_sql(sandbox.at("a.sqlar"),
            std::string(create_sqlar) +
                "INSERT INTO sqlar VALUES ('in', 16877, 0, 0, NULL), ('in/ferry.txt', 33188, 7, " +
                std::to_string(ferry.size()) + ", CAST(" + quoted(ferry) +
                " AS BLOB)), ('in/link.txt', 41471, 0, -1, 'ferry.txt'), ('in/.hidden', 33188, 0, 1, 'x'), "
                "('../../market.txt', 33188, 0, " +
                std::to_string(market.size()) + ", CAST(" + quoted(market) + " AS BLOB))");
    for (const std::string name : {"a.zip", "a.tar", "a.tgz", "a.txz", "a.sqlar"}) {
        INFO(name);
        const std::string db = name + ".db";
        const Run run = sandbox.run({"-A", db, "import", name, "--json"});
        CHECK(run.status == 0);
        CHECK(run.json_lines().size() == 3);
        CHECK(sandbox.run({"-A", db, "show", "1", "2", "--format", "{headline} {path}"}).out ==
              "Ferry runs aground " + name + "/in/ferry.txt\nMarket moves to the quay " + name +
                  "/../../market.txt\n");
        CHECK(sandbox.run({"-A", db, "show", "1", "--format", "original"}).out == ferry);
        CHECK(sandbox.run({"-A", db, "search", "--ids", "fog"}).out == "1\n");
    }
    sandbox.standard_input = sandbox.read("a.tgz");
    CHECK(sandbox.run({"import", "--format", "archive", "-"}).status == 0);
    CHECK(sandbox.run({"list", "--ids"}).out == "2\n1\n");
}

TEST_CASE("a file that is too large is named, and the others are stored") {
    Sandbox sandbox;
    const std::vector<Entry> files{{"large.txt", "Large\n\n" + std::string(5000, 'x')}, {"ferry.txt", ferry}};
    pack(sandbox.at("a.zip"), files, archive_write_set_format_zip, archive_write_add_filter_none);
    run_sql(sandbox.at("a.sqlar"),
            std::string(create_sqlar) +
                "INSERT INTO sqlar VALUES ('large.txt', 33188, 0, 5000, zeroblob(5000)), "
                "('lie.txt', 33188, 0, 4000000000, x'00'), ('negative.txt', 33188, 0, -7, x'00'), "
                "('damaged.txt', 33188, 0, 900, x'0011223344'), ('ferry.txt', 33188, 0, " +
                std::to_string(ferry.size()) + ", CAST(" + quoted(ferry) + " AS BLOB))");
    for (const auto& [name, failures] : {std::pair<std::string, std::size_t>{"a.zip", 1}, {"a.sqlar", 4}}) {
        INFO(name);
        const Run run = sandbox.run({"-A", name + ".db", "import", "--max-size", "4K", name, "--json"});
        CHECK(run.status == 3);
        CHECK(run.err.find(name + "/large.txt") != std::string::npos);
        CHECK(run.err.find("--max-size") != std::string::npos);
        const auto summary = run.json_lines().back()["summary"];
        CHECK(summary["added"] == 1);
        CHECK(summary["failed"] == failures);
    }
}

TEST_CASE("an archive made to burst is read no further") {
    Sandbox sandbox;
    const std::string large(30'000'000, 'x');
    pack(sandbox.at("a.zip"),
         {{"ferry.txt", ferry}, {"1.txt", large}, {"2.txt", large}, {"market.txt", market}},
         archive_write_set_format_zip, archive_write_add_filter_none);
    const Run run = sandbox.run({"import", "--max-size", "1M", "a.zip"});
    CHECK(run.status == 3);
    CHECK(run.err.find("more than 200 times its size") != std::string::npos);
    CHECK(sandbox.run({"list", "--ids"}).out == "1\n");
    // SQLite's kind: the fourth of the rows goes too far.
    const std::string zeros(15'000'000, '\0');
    std::string packed(compressBound(zeros.size()), '\0');
    uLongf length = packed.size();
    REQUIRE(compress2(reinterpret_cast<Bytef*>(packed.data()), &length,
                      reinterpret_cast<const Bytef*>(zeros.data()), zeros.size(), 9) == Z_OK);
    std::string hex;
    for (std::size_t i = 0; i < length; ++i) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(packed[i]);
        hex.append({digits[byte >> 4U], digits[byte & 15U]});
    }
    std::string rows;
    for (const char* name : {"b.txt", "c.txt", "d.txt", "e.txt"})
        rows += ", ('" + std::string(name) + "', 33188, 0, 15000000, x'" + hex + "')";
    run_sql(sandbox.at("a.sqlar"), std::string(create_sqlar) +
                                       "INSERT INTO sqlar VALUES ('a.txt', 33188, 0, " +
                                       std::to_string(ferry.size()) + ", CAST(" + quoted(ferry) +
                                       " AS BLOB))" + rows + ", ('f.txt', 33188, 0, 1, x'41')");
    const Run sqlar = sandbox.run({"-A", "b.db", "import", "--near-duplicates", "skip", "a.sqlar"});
    CHECK(sqlar.status == 3);
    CHECK(sqlar.err.find("more than 200 times its size") != std::string::npos);
}

TEST_CASE("nothing is written beside an SQLite archive that is read, and none is read without its journal") {
    Sandbox sandbox;
    const std::string rows = "INSERT INTO sqlar VALUES ('a.txt', 33188, 0, " + std::to_string(ferry.size()) +
                             ", CAST(" + quoted(ferry) + " AS BLOB));";
    const std::string name = "in/a b?c#d%41.sqlar";
    std::filesystem::create_directory(sandbox.at("in"));
    run_sql(sandbox.at(name), std::string(create_sqlar) + rows + "PRAGMA journal_mode = WAL");
    std::filesystem::permissions(sandbox.at(name), std::filesystem::perms::owner_read);
    CHECK(sandbox.run({"import", name}).status == 0);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(sandbox.at("in")))
        ++files;
    CHECK(files == 1);
    for (const char* suffix : {"-wal", "-journal"}) {
        sandbox.write(name + suffix, "pages");
        const Run run = sandbox.run({"import", name});
        CHECK(run.status == 2);
        CHECK(run.err.find("changes to it are in") != std::string::npos);
        std::filesystem::remove(sandbox.at(name + suffix));
    }
}

TEST_CASE("a damaged archive keeps what stood before the damage") {
    Sandbox sandbox;
    pack(sandbox.at("whole.tar"), {{"ferry.txt", ferry}, {"market.txt", market}},
         archive_write_set_format_ustar, archive_write_add_filter_none);
    sandbox.write("cut.tar", sandbox.read("whole.tar").substr(0, 1100));
    const Run run = sandbox.run({"import", "cut.tar"});
    CHECK(run.status == 3);
    CHECK(sandbox.run({"list", "--ids"}).out == "1\n");
    sandbox.write("noise.zip", "PK\x03\x04 and then no archive at all");
    CHECK(sandbox.run({"import", "noise.zip"}).status != 0);
}

TEST_CASE("a database that is no archive of files is refused") {
    Sandbox sandbox;
    run_sql(sandbox.at("other.db"), "CREATE TABLE t(x)");
    run_sql(sandbox.at("view.db"),
            "CREATE TABLE t(x); CREATE VIEW sqlar AS SELECT 'a' AS name, 33188 AS mode, "
            "0 AS mtime, 1 AS sz, 'x' AS data FROM t");
    sandbox.write("text.txt", ferry);
    REQUIRE(sandbox.run({"-A", "ours.db", "add", "text.txt"}).status == 0);
    for (const std::string name : {"other.db", "view.db"}) {
        INFO(name);
        const Run run = sandbox.run({"import", name});
        CHECK(run.status == 2);
        CHECK(run.err.find("without a table sqlar") != std::string::npos);
    }
    const Run ours = sandbox.run({"import", "ours.db"});
    CHECK(ours.status == 2);
    CHECK(ours.err.find("newsarc -A ours.db export | newsarc import -") != std::string::npos);
}

TEST_CASE("a folder of mail is imported message by message, as add reads it whole") {
    Sandbox sandbox;
    const auto message = [](int number, const std::string& text) {
        return "From jane@post.example Tue Jan 21 08:00:00 2025\nFrom: Jane Roe "
               "<jane@post.example>\nSubject: Bridge " +
               std::to_string(number) + " closed\nDate: Tue, 21 Jan 2025 08:00:00 +0100\nMessage-ID: <" +
               std::to_string(number) + "@post.example>\n\n" + text + "\n\n";
    };
    const std::string mails = message(1, ">From the quay it was seen first.\n\nFrom now on nothing passes.") +
                              message(2, std::string(3000, 'x')) + message(3, "The ferry has taken over.");
    sandbox.write("all.mbox", mails);
    REQUIRE(sandbox.run({"-A", "added.db", "add", "all.mbox"}).status == 0);
    // No message is as large as the file.
    REQUIRE(sandbox.run({"-A", "imported.db", "import", "--max-size", "3500", "all.mbox"}).status == 0);
    const auto texts = [&](const char* archive) {
        return sandbox.run({"-A", archive, "export", "--format", "text"}).out;
    };
    CHECK(texts("imported.db") == texts("added.db"));
    CHECK(texts("imported.db").find("\nFrom the quay") != std::string::npos);
    CHECK(sandbox.run({"-A", "imported.db", "show", "--format", "original", "3"}).out ==
          message(3, "The ferry has taken over."));
    const Run small = sandbox.run({"-A", "small.db", "import", "--max-size", "1k", "all.mbox"});
    CHECK(small.status == 3);
    CHECK(small.err.find("all.mbox: a message larger than 1000 bytes") != std::string::npos);
    CHECK(sandbox.run({"-A", "small.db", "list", "--ids"}).out == "2\n1\n");
}
