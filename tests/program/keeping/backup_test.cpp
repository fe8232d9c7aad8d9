#include <sqlite3.h>

#include <filesystem>

#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

using Archive = TwoArticles;

namespace {

const std::string archive_name = "home/.local/share/newsarc/archive.db";

std::size_t files_in(const std::string& folder) {
    const auto entries = std::filesystem::directory_iterator(folder);
    return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

}  // namespace

TEST_CASE("a backup is an archive with the same articles, private and alone") {
    const Archive archive;
    std::filesystem::create_directory(archive.at("safe"));
    const Run run = archive.run({"backup", "safe/news.db"});
    CHECK(run.status == 0);
    CHECK(run.out.starts_with("2 articles in safe/news.db ("));
    CHECK(run.err.empty());
    CHECK(files_in(archive.at("safe")) == 1);
    const auto mode = std::filesystem::status(archive.at("safe/news.db")).permissions();
    CHECK(mode == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {"list", "--json"}, {"search", "--ids", "dykes"}, {"show", "--format=original", "1"}}) {
        std::vector<std::string> of_backup{"-A", "safe/news.db"};
        of_backup.insert(of_backup.end(), arguments.begin(), arguments.end());
        CHECK(archive.run(of_backup).out == archive.run(arguments).out);
    }
    const auto json = archive.run({"backup", "--json", "--force", "safe/news.db"}).json();
    CHECK(json["backup"] == "safe/news.db");
    CHECK(json["articles"] == 2);
    CHECK(json["bytes"] == std::filesystem::file_size(archive.at("safe/news.db")));
}

TEST_CASE("a backup replaces a file only when it is told to") {
    const Archive archive;
    archive.write("mine.txt", "my notes");
    const Run refused = archive.run({"backup", "mine.txt"});
    CHECK(refused.status == 2);
    CHECK(refused.err.find("mine.txt is there already") != std::string::npos);
    CHECK(refused.err.find("--force") != std::string::npos);
    CHECK(archive.read("mine.txt") == "my notes");
    CHECK(archive.run({"backup", "--force", "mine.txt"}).status == 0);
    CHECK(archive.run({"-A", "mine.txt", "list", "--ids"}).out.size() == 4);
}

TEST_CASE("of a link what it points at is replaced, and a device is not") {
    const Archive archive;
    archive.write("mine.txt", "my notes");
    std::filesystem::create_symlink("mine.txt", archive.at("link.db"));
    std::filesystem::create_symlink("/dev/null", archive.at("null.db"));
    std::filesystem::create_symlink("nowhere", archive.at("dangling.db"));
    CHECK(archive.run({"backup", "link.db"}).status == 2);
    CHECK(archive.run({"backup", "--force", "link.db"}).status == 0);
    CHECK(std::filesystem::is_symlink(archive.at("link.db")));
    CHECK(archive.run({"-A", "mine.txt", "list", "--count"}).out == "2\n");
    for (const char* name : {"null.db", "dangling.db"}) {
        CHECK(archive.run({"backup", "--force", name}).status == 2);
        CHECK(std::filesystem::is_symlink(archive.at(name)));
    }
}

TEST_CASE("places that no backup can go to are told, and nothing is left there") {
    const Archive archive;
    archive.write("old.db-journal", "pages of another database");
    archive.write("wal.db-wal", "pages of another database");
    std::filesystem::create_directory(archive.at("folder"));
    std::filesystem::create_symlink(archive.at(archive_name), archive.at("link.db"));
    std::filesystem::create_hard_link(archive.at(archive_name), archive.at("hard.db"));
    const std::size_t files = files_in(archive.at(""));
    for (const char* name : {"old.db", "wal.db", "folder", "none/news.db", "link.db", "hard.db", "", "-",
                             "/dev/null", "home/.local/share/newsarc/archive.db"}) {
        for (const bool force : {false, true}) {
            INFO(name << (force ? " --force" : ""));
            std::vector<std::string> arguments{"backup", name};
            if (force) arguments.insert(arguments.begin() + 1, "--force");
            const Run run = archive.run(arguments);
            CHECK(run.status == 2);
            CHECK(run.out.empty());
            CHECK(run.err.find("\nhint: ") != std::string::npos);
        }
    }
    CHECK(files_in(archive.at("")) == files);
    CHECK(archive.run({"list", "--ids"}).out.size() == 4);
    const Sandbox empty;
    CHECK(empty.run({"backup", "news.db"}).err.find("newsarc add") != std::string::npos);
    CHECK_FALSE(empty.exists("news.db"));
}

TEST_CASE("a backup of a damaged archive is refused") {
    const Archive archive;
    std::string bytes = archive.read(archive_name);
    bytes.replace(bytes.size() / 2, 8192, 8192, '\xA5');
    archive.write(archive_name, bytes);
    const Run run = archive.run({"backup", "news.db"});
    CHECK(run.status == 2);
    CHECK(run.err.find("damaged") != std::string::npos);
    CHECK_FALSE(archive.exists("news.db"));
    CHECK(files_in(archive.at("")) == 2);  // home and in
}

TEST_CASE("a backup is made while another process is writing, without what it has not committed") {
    const Archive archive;
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(archive.at(archive_name).c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE; DELETE FROM tag; INSERT INTO tag VALUES (1, 'new')",
                         nullptr, nullptr, nullptr) == SQLITE_OK);
    CHECK(archive.run({"backup", "news.db"}).status == 0);
    REQUIRE(sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(other);
    CHECK(archive.run({"-A", "news.db", "show", "--json", "1"}).json()["tags"].empty());
    CHECK(archive.run({"show", "--json", "1"}).json()["tags"][0] == "new");
}
