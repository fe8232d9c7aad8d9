#include <sqlite3.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;
namespace fs = std::filesystem;

namespace {

void execute(const std::string& path, const std::string& sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    CHECK(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

/// An archive `a.db` of two articles, links to it, and databases of others.
class Places : public Sandbox {
public:
    Places() {
        write("port.txt", port_article);
        write("dyke.txt", dyke_article);
        REQUIRE(run({"-A", "a.db", "add", "port.txt", "dyke.txt"}).status == 0);
        fs::create_symlink("a.db", at("link"));
        fs::create_hard_link(at("a.db"), at("same"));
        fs::create_directory_symlink(".", at("here"));
        fs::copy_file(at("a.db"), at("other.db"));
        fs::copy_file(at("a.db"), at("a.db.format-1"));
        execute(at("foreign.db"), "CREATE TABLE t(a)");
    }
};

/// Names a stored file otherwise, as a file of that name would have been.
void name_original(const Sandbox& sandbox, const std::string& name) {
    for (const char* table : {"sqlar", "original"}) {
        execute(sandbox.at("a.db"),
                "UPDATE " + std::string(table) + " SET name = '" + name + "' WHERE name = 'port.txt'");
    }
}

}  // namespace

TEST_CASE("no output is written over a database, or where SQLite keeps something beside one") {
    const Places places;
    const std::string sound = places.read("a.db");
    for (const std::vector<std::string>& command :
         std::vector<std::vector<std::string>>{{"export", "-o"},
                                               {"export", "zeppelin", "-o"},
                                               {"export", "--force", "--format", "csv", "-o"},
                                               {"stats", "--svg"},
                                               {"stats", "zeppelin", "--svg"}}) {
        for (const char* place : {"a.db", "./a.db", "here/a.db", "link", "same", "a.db-journal", "a.db-wal",
                                  "a.db-shm", "here/a.db-journal", "a.db.format-1", "other.db",
                                  "other.db-wal", "foreign.db", "foreign.db-journal"}) {
            std::vector<std::string> line{"-A", "a.db"};
            line.insert(line.end(), command.begin(), command.end());
            line.emplace_back(place);
            const bool was_there = places.exists(place);
            const Run run = places.run(line);
            INFO(command.front() << " " << place << ": " << run.err);
            CHECK(run.status == 2);
            CHECK(run.err.find("hint: nothing was written") != std::string::npos);
            CHECK(places.exists(place) == was_there);
        }
    }
    CHECK(places.read("a.db") == sound);
    CHECK(places.read("other.db") == sound);
    CHECK(places.run({"-A", "a.db", "check"}).status == 0);
    // Names that only look like these are free.
    CHECK(places.run({"-A", "a.db", "export", "-o", "notes-journal"}).status == 0);
}

TEST_CASE("no stored file is written over the archive, whatever its name is and what is forced") {
    for (const char* name :
         {"a.db", "a.db-journal", "a.db-wal", "a.db-shm", "a.db.format-1", "same", "A.DB"}) {
        INFO(name);
        const Places places;
        name_original(places, name);
        const std::string sound = places.read("a.db");
        const Run run = places.run({"-A", "a.db", "export", "--format", "original", "-o", ".", "--force"});
        CHECK(run.status == (std::string(name) == "A.DB" ? 0 : 2));
        CHECK(places.read("a.db") == sound);
        CHECK(places.run({"-A", "a.db", "list", "--count"}).out == "2\n");
        CHECK(places.run({"-A", "a.db", "check"}).status == 0);
    }
}

TEST_CASE(
    "no backup and no archive is made where SQLite would take it for what belongs to another database") {
    const Places places;
    for (const char* place :
         {"a.db-journal", "a.db-wal", "a.db-shm", "foreign.db-journal", "here/a.db-wal"}) {
        INFO(place);
        for (const bool force : {false, true}) {
            std::vector<std::string> line{"-A", "a.db", "backup", place};
            if (force) line.emplace_back("--force");
            const Run run = places.run(line);
            CHECK(run.status == 2);
            CHECK(run.err.find("is where SQLite keeps changes to") != std::string::npos);
        }
        CHECK(places.run({"-A", place, "add", "port.txt"}).status == 2);
        CHECK_FALSE(places.exists(place));
    }
    CHECK(places.run({"-A", "a.db", "check"}).status == 0);
}

TEST_CASE("what is written keeps the permissions of the file there, but never runs as somebody else") {
    const Places places;
    places.write("out.jsonl", "former");
    REQUIRE(chmod(places.at("out.jsonl").c_str(), 06751) == 0);
    REQUIRE(places.run({"-A", "a.db", "export", "-o", "out.jsonl"}).status == 0);
    struct stat facts {};
    REQUIRE(stat(places.at("out.jsonl").c_str(), &facts) == 0);
    CHECK((facts.st_mode & 07777U) == 0751U);
}

TEST_CASE("standard output by a name of a file is written to as it stands") {
    const Places places;
    const std::string expected = places.run({"-A", "a.db", "export"}).out;
    for (const char* name : {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "out"}) {
        INFO(name);
        const Run run = places.shell("{ echo first; newsarc -A a.db export -q -o " + std::string(name) +
                                     "; echo last; } >out");
        CHECK(run.status == 0);
        CHECK(places.read("out") == "first\n" + expected + "last\n");
    }
}

TEST_CASE("what goes to a terminal by a name of a file is cleaned too") {
    Sandbox sandbox;
    sandbox.write("a.jsonl", R"({"headline":"Ferry\u001b]0;title\u0007 aground","body":"Fog\u009b31m."})");
    REQUIRE(sandbox.run({"import", "a.jsonl"}).status == 0);
    for (const char* name : {"/dev/stdout", "/dev/tty"}) {
        INFO(name);
        const Run run = sandbox.run_on_terminal({"export", "--format", "csv", "-o", name});
        CHECK(is_harmless(run.out));
    }
}

TEST_CASE("two exports into one folder at once give each article its own file") {
    Sandbox sandbox;
    std::string records;
    constexpr int articles = 300;
    for (int i = 1; i <= articles; ++i) {
        const std::string number = std::to_string(i);
        records += R"({"headline":"Ferry )" + number + R"( aground","body":"The fog of day )" + number +
                   R"( was thick."})" + "\n";
    }
    sandbox.write("a.jsonl", records);
    REQUIRE(sandbox.run({"-q", "import", "a.jsonl"}).status == 0);
    const std::string line = "newsarc export -q --format markdown -o out/";
    const Run run = sandbox.shell(line + " & one=$!; " + line + " & two=$!; " + line +
                                  " --force || exit 3; wait $one || exit 4; wait $two || exit 5");
    CHECK(run.status == 0);
    CHECK(run.err.empty());
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(sandbox.at("out"))) {
        const std::string name = entry.path().filename().string();
        if (name == ".newsarc-export") continue;
        ++files;
        const std::string id = name.substr(0, name.find('-'));
        INFO(name);
        CHECK(sandbox.read("out/" + name).find("Ferry " + id + " aground") != std::string::npos);
    }
    CHECK(files == articles);
}
