#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

namespace {

/// An error: its status, nothing on standard output, what went wrong and a hint on standard error.
void check_error(const Run& run, int status, const std::string& message, const std::string& hint) {
    INFO(run.err);
    CHECK(run.status == status);
    CHECK(run.out.empty());
    CHECK(run.err.starts_with("newsarc: error: "));
    CHECK(run.err.find(message) != std::string::npos);
    const std::size_t found = run.err.find("\nhint: ");
    REQUIRE(found != std::string::npos);
    CHECK(run.err.find(hint, found) != std::string::npos);
}

constexpr std::string_view png = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xDE";

}  // namespace

TEST_CASE("usage errors have status 2, what was typed, and a hint") {
    const Sandbox sandbox;
    check_error(sandbox.run({"serch", "x"}), 2, "there is no command 'serch'", "did you mean search?");
    check_error(sandbox.run({"ls"}), 2, "there is no command 'ls'", "here that is: newsarc list");
    check_error(sandbox.run({"rm", "3"}), 2, "there is no command 'rm'", "newsarc remove ID");
    check_error(sandbox.run({"frobnicate"}), 2, "'frobnicate'", "newsarc --help");
    check_error(sandbox.run({"search", "--limt", "5", "x"}), 2, "'--limt'", "did you mean --limit?");
    check_error(sandbox.run({"--jsn", "list"}), 2, "'--jsn'", "did you mean --json?");
    check_error(sandbox.run({"-n", "5", "list"}), 2, "'-n'", "newsarc --help");
    check_error(sandbox.run({"search", "taliban", "-x"}), 2, "'-x'", "goes after --");
    check_error(sandbox.run({"search"}), 2, "QUERY", "usage: newsarc search [options] QUERY...");
    check_error(sandbox.run({"add"}), 2, "PATH", "usage: newsarc add [options] PATH...");
    check_error(sandbox.run({"related", "1", "extra"}), 2, "'extra'", "usage: newsarc related [options] ID");
    check_error(sandbox.run({"list", "-n", "many"}), 2, "'many'", "usage: newsarc list");
    check_error(sandbox.run({"list", "--sort", "newst"}), 2, "'newst'", "did you mean newest?");
    check_error(sandbox.run({"-A"}), 2, "--archive needs a value", "newsarc --help");
    check_error(sandbox.run({"--color=red", "list"}), 2, "'red'", "auto, always, never");
}

TEST_CASE("an archive that is not there yet is an error that names the command to run first") {
    const Sandbox sandbox;
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"list"}, {"search", "x"}, {"show", "1"}}) {
        const Run run = sandbox.run(arguments);
        check_error(run, 2, sandbox.at("home/.local/share/newsarc/archive.db"), "newsarc add");
    }
    CHECK_FALSE(sandbox.exists("home/.local"));
}

TEST_CASE("a file that is no archive is refused and left as it was") {
    const Sandbox sandbox;
    sandbox.write("notes.txt", "These are my notes, and no archive at all.\n");
    sandbox.write("a.txt", port_article);
    check_error(sandbox.run({"-A", "notes.txt", "list"}), 2, "notes.txt", "");
    check_error(sandbox.run({"-A", "notes.txt", "add", "a.txt"}), 2, "notes.txt", "");
    CHECK(sandbox.read("notes.txt") == "These are my notes, and no archive at all.\n");
}

TEST_CASE("an input that holds no article is an error with a hint") {
    const Sandbox sandbox;
    sandbox.write("empty.txt", "");
    sandbox.write("picture.png", png);
    std::filesystem::create_directory(sandbox.at("folder"));
    REQUIRE(mkfifo(sandbox.at("fifo").c_str(), 0600) == 0);
    for (const char* name : {"empty.txt", "picture.png", "missing.txt", "folder", "fifo", "/dev/null"}) {
        const Run run = sandbox.run({"add", "-q", name});
        check_error(run, 2, name, "");
        check_error(sandbox.run({"parse", name}), 2, name, "");
    }
    if (geteuid() == 0) return;  // root may read everything
    sandbox.write("secret.txt", port_article);
    REQUIRE(chmod(sandbox.at("secret.txt").c_str(), 0) == 0);
    check_error(sandbox.run({"add", "-q", "secret.txt"}), 2, "secret.txt", "permissions");
}

TEST_CASE("an archive is not made for inputs that cannot be read") {
    const Sandbox sandbox;
    sandbox.write("empty.txt", "");
    sandbox.write("blank.txt", " \n\n");
    sandbox.write("picture.png", png);
    for (const char* name : {"missing.txt", "empty.txt", "blank.txt", "picture.png", ""}) {
        INFO(name);
        const Run run = sandbox.run({"-A", "new/a.db", "add", name});
        CHECK(run.status == 2);
        CHECK(run.out.find("0 added, 1 failed") != std::string::npos);
        CHECK_FALSE(sandbox.exists("new"));
    }
    CHECK(sandbox.run({"-A", "new/a.db", "add", "picture.png", "empty.txt"}).status == 2);
    CHECK_FALSE(sandbox.exists("new"));
    CHECK(sandbox.run({"-A", "new/a.db", "add", "--encoding", "klingon-8", "blank.txt"}).status == 2);
    CHECK_FALSE(sandbox.exists("new"));
    sandbox.write("a.txt", port_article);
    CHECK(sandbox.run({"-A", "new/a.db", "add", "picture.png", "empty.txt", "a.txt"}).status == 3);
    CHECK(sandbox.exists("new/a.db"));
}

TEST_CASE("an archive that cannot be made is an error, and nothing is summed up") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    sandbox.write("record.jsonl", "{\"headline\": \"One\"}\n");
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {"add", "a.txt"}, {"import", "record.jsonl"}, {"add", "--json", "a.txt"}}) {
        std::vector<std::string> all{"-A", "a.txt/archive.db"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        check_error(sandbox.run(all), 2, "a.txt/archive.db", "--archive FILE");
    }
}

TEST_CASE("an empty name is told as one") {
    const Sandbox sandbox;
    for (const char* command : {"add", "parse", "import"})
        check_error(sandbox.run({command, "-q", ""}), 2, "an empty name is no file", "name a file");
    CHECK(sandbox.run({"add", "--json", ""}).json_lines().front()["path"].is_null());
}

TEST_CASE("a hint repeats the archive that the user named") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    check_error(sandbox.run({"-A", "my news.db", "list"}), 2, "my news.db",
                "newsarc -A 'my news.db' add FILE");
    REQUIRE(sandbox.run({"-A", "my news.db", "add", "a.txt"}).status == 0);
    check_error(sandbox.run({"-A", "my news.db", "show", "9"}), 1, "9", "newsarc -A 'my news.db' list");
    CHECK(sandbox.run({"-A", "my news.db", "--json", "show", "9"}).json_error()["hint"] ==
          "newsarc -A 'my news.db' list shows the articles with their ids");
}

TEST_CASE("with --json an error is a JSON object too, wherever --json stands") {
    const Sandbox sandbox;
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"--json", "serch"},
                                                      {"serch", "--json"},
                                                      {"list", "--sort", "x", "--json"},
                                                      {"--json", "list"},
                                                      {"list", "--json"}}) {
        const Run run = sandbox.run(arguments);
        CHECK(run.status == 2);
        CHECK(run.err.starts_with("newsarc: error: "));
        const auto error = run.json_error();
        CHECK(error["code"].is_string());
        CHECK(error["message"].is_string());
        CHECK(error["hint"].is_string());
    }
    CHECK(sandbox.run({"list", "--json"}).json_error()["code"] == "archive_missing");
    CHECK(sandbox.run({"serch", "--json"}).json_error()["code"] == "usage");
    CHECK(sandbox.run({"serch", "--", "--json"}).err.find("{\"error\"") == std::string::npos);
}

TEST_CASE("hostile text in an error is shown, not sent") {
    const Sandbox sandbox;
    const std::string hostile = "x\x1B]0;title\x07\x1B[2J\xC2\x9B\xE2\x80\xAE\rnewsarc: error:\nhint: rm";
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{hostile},
                                                      {"search", "--" + hostile},
                                                      {"list", "--sort", hostile},
                                                      {"add", hostile},
                                                      {"parse", hostile},
                                                      {"-A", hostile, "list"}}) {
        const Run run = sandbox.run(arguments);
        CHECK(run.status == 2);
        CHECK(is_harmless(run.err));
        CHECK(run.err.find("\nhint: rm") == std::string::npos);
    }
}

TEST_CASE("an archive that another process holds is busy, with a status of its own") {
    const TwoArticles sandbox;
    sandbox.write("c.txt", "Tuesday market grows\n\nStalls now reach the old bridge.\n");
    const std::string archive = sandbox.at("home/.local/share/newsarc/archive.db");
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(archive.c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
    const Run write = sandbox.run({"add", "--json", "c.txt"});
    const Run read = sandbox.run({"list", "--ids"});
    REQUIRE(sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(other);
    CHECK(write.status == 4);
    CHECK(write.out.empty());
    CHECK(write.err.find(archive + ": the archive is busy") != std::string::npos);
    if (std::filesystem::exists("/proc/locks"))
        CHECK(write.err.find("process " + std::to_string(getpid())) != std::string::npos);
    CHECK(write.json_error()["code"] == "busy");
    // Who writes does not keep the others from reading.
    CHECK(read.status == 0);
    CHECK(sandbox.run({"add", "c.txt"}).status == 0);
}

TEST_CASE("a message keeps to a few lines, however long what it quotes") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    REQUIRE(sandbox.run({"add", "a.txt"}).status == 0);
    const std::string word(70'000, 'x');
    std::string words = "zeppelin";
    while (words.size() < 70'000)
        words += " zeppelin";
    const std::string path = "long/" + std::string(3000, 'p') + "/a.txt";
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"search", word},
                                               {"search", words},
                                               {"search", "since:" + word},
                                               {"search", "--sort", word, "port"},
                                               {"search", "-n", word, "port"},
                                               {"search", "--recent", word, "port"},
                                               {"search", "--format", word, "port"},
                                               {"search", "--format", "{" + word + "}", "port"},
                                               {"search", "--" + word},
                                               {word},
                                               {"show", word},
                                               {"related", word},
                                               {"list", word},
                                               {"list", "-A", word},
                                               {"add", path},
                                               {"parse", path},
                                               {"import", path},
                                               {"add", "--encoding", word, "a.txt"},
                                               {"add", "--labels", path, "a.txt"}}) {
        for (const bool json : {false, true}) {
            std::vector<std::string> all = arguments;
            if (json) all.insert(all.begin(), "--json");
            const Run run = sandbox.run(all);
            INFO(arguments.front() << " " << run.err.substr(0, 200));
            CHECK(run.status != 0);
            CHECK_FALSE(run.err.empty());
            CHECK(run.err.size() < 4000);
        }
    }
    const Run missing = sandbox.run({"add", path});
    CHECK(missing.err.find("newsarc: error: long/ppp") == 0);
    CHECK(missing.err.find("ppp/a.txt: ") != std::string::npos);
}

TEST_CASE("the error of a damaged archive names its file") {
    Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    REQUIRE(sandbox.run({"-A", "a.db", "add", "a.txt"}).status == 0);
    sandbox.write("a.db", sandbox.read("a.db").substr(0, 5000));
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {"list"}, {"search", "port"}, {"show", "1"}, {"add", "a.txt"}}) {
        INFO(arguments.front());
        std::vector<std::string> all{"-A", "a.db"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        const Run run = sandbox.run(all);
        CHECK(run.status == 2);
        CHECK(run.err.find("a.db: the archive is damaged") != std::string::npos);
    }
}
