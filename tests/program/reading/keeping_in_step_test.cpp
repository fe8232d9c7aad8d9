#include <signal.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <vector>

#include "program/sandbox.hpp"
#include "support/catch.hpp"
#include "support/inotify_flood.hpp"

using namespace newsarc::tests;

namespace {

/// As if the file had been written an hour ago, so that its moment tells it apart from a later change.
void make_old(const Sandbox& sandbox, const std::string& name, int minutes = 60) {
    namespace fs = std::filesystem;
    fs::last_write_time(sandbox.at(name), fs::file_time_type::clock::now() - std::chrono::minutes(minutes));
}

std::string changed_port_article() {
    std::string out(port_article);
    out.replace(out.find("Monday"), 6, "Tuesday");
    return out;
}

}  // namespace

TEST_CASE("files that are as they were are counted, and not read") {
    const Sandbox sandbox;
    sandbox.write("in/a.txt", port_article);
    sandbox.write("in/b.txt", dyke_article);
    make_old(sandbox, "in/a.txt");
    make_old(sandbox, "in/b.txt");
    REQUIRE(sandbox.run({"add", "in"}).status == 0);
    const Run again = sandbox.run({"add", "in"});
    CHECK(again.status == 0);
    CHECK(again.out.starts_with("0 added, 2 unchanged (0.00 MB, "));
    CHECK(
        sandbox.run({"add", "-v", "in"}).out.starts_with("duplicate of 1  River Port Reopens After Flood\n"));
    const auto lines = sandbox.run({"add", "--json", "in"}).json_lines();
    REQUIRE(lines.size() == 3);
    CHECK(lines[0]["status"] == "duplicate");
    CHECK(lines[0]["id"] == 1);
    CHECK(lines[0]["of"] == 1);
    CHECK(lines[0]["path"] == "in/a.txt");
    CHECK(lines[0]["uid"] == sandbox.run({"show", "--json", "1"}).json()["uid"]);
    CHECK(lines[2]["summary"]["duplicates"] == 2);
    CHECK(lines[2]["summary"]["unchanged"] == 2);
    CHECK(lines[2]["summary"]["bytes"] == 0);
    // By whatever name the files are called.
    const Run elsewhere = sandbox.shell("cd in && newsarc add ../in/./a.txt b.txt");
    CHECK(elsewhere.out.starts_with("0 added, 2 unchanged (0.00 MB, "));
}

TEST_CASE("a file that was only touched is read, and nothing comes of it") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    make_old(sandbox, "a.txt", 60);
    REQUIRE(sandbox.run({"add", "a.txt"}).status == 0);
    make_old(sandbox, "a.txt", 30);
    auto lines = sandbox.run({"add", "--json", "a.txt"}).json_lines();
    CHECK(lines[0]["status"] == "duplicate");
    CHECK(lines[1]["summary"]["bytes"] == port_article.size());
    lines = sandbox.run({"add", "--json", "a.txt"}).json_lines();
    CHECK(lines[1]["summary"]["bytes"] == 0);
    CHECK(sandbox.run({"show", "--json", "--versions", "1"}).json()["versions"].size() == 1);
}

TEST_CASE("a changed file is a new version of its article") {
    const Sandbox sandbox;
    sandbox.write("in/a.txt", port_article);
    REQUIRE(sandbox.run({"add", "in"}).status == 0);
    REQUIRE(sandbox.run({"tag", "+ports", "1"}).status == 0);
    sandbox.write("in/a.txt", changed_port_article());
    const Run plan = sandbox.run({"add", "--dry-run", "in"});
    CHECK(
        plan.out.starts_with("would update  River Port Reopens After Flood\n0 would be added, 1 updated ("));
    const Run run = sandbox.run({"add", "in"});
    CHECK(run.status == 0);
    CHECK(run.out.starts_with("updated 1  River Port Reopens After Flood\n0 added, 1 updated ("));
    CHECK(sandbox.run({"search", "--ids", "tuesday"}).out == "1\n");
    CHECK(sandbox.run({"search", "--ids", "monday"}).status == 1);
    CHECK(sandbox.run({"list", "--ids", "tag:ports"}).out == "1\n");

    const Run versions = sandbox.run({"show", "--versions", "1"});
    CHECK(versions.out.starts_with("   1  until 20"));
    CHECK(versions.out.find("\n   2  now ") != std::string::npos);
    CHECK(sandbox.run({"show", "1"}).out.find("1 former version: newsarc show --versions 1\n") !=
          std::string::npos);
    const Run former = sandbox.run({"show", "--at", "1", "1"});
    CHECK(former.out.find("reopened on Monday") != std::string::npos);
    CHECK(sandbox.run({"show", "--at", "1", "--format", "original", "1"}).out == port_article);
    CHECK(sandbox.run({"show", "--format", "original", "1"}).out == changed_port_article());
    CHECK(sandbox.run({"show", "--json", "--at", "1", "1"}).json()["body"] !=
          sandbox.run({"show", "--json", "1"}).json()["body"]);

    const Run difference = sandbox.run({"show", "--diff", "1"});
    CHECK(difference.status == 0);
    CHECK(difference.out.starts_with("--- version 1\n+++ version 2\n  ...\n"));
    CHECK(difference.out.find("\n- The river port of Portvale reopened on Monday, ") != std::string::npos);
    CHECK(difference.out.find("\n+ The river port of Portvale reopened on Tuesday, ") != std::string::npos);
    const auto changes = sandbox.run({"show", "--diff", "--json", "1"}).json();
    CHECK(changes["from"] == 1);
    CHECK(changes["to"] == 2);
    CHECK(changes["changes"].size() == 1);
    CHECK(sandbox.run({"check"}).status == 0);
}

TEST_CASE("the newest file is the one that sqlite3 -A extracts under its name") {
    Sandbox sandbox;
    if (sandbox.shell("command -v sqlite3").status != 0) return;
    sandbox.environment["NEWSARC_ARCHIVE"] = "archive.db";
    sandbox.write("in/a.txt", port_article);
    REQUIRE(sandbox.run({"add", "in"}).status == 0);
    sandbox.write("in/a.txt", changed_port_article());
    REQUIRE(sandbox.run({"add", "in"}).status == 0);
    REQUIRE(sandbox.shell("mkdir out && cd out && sqlite3 ../archive.db -A -x").status == 0);
    CHECK(sandbox.read("out/in/a.txt") == changed_port_article());
    CHECK(sandbox.read("out/in/a~former.txt") == port_article);
}

TEST_CASE("what there is no version of is said") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    REQUIRE(sandbox.run({"add", "a.txt"}).status == 0);
    const Run none = sandbox.run({"show", "--diff", "1"});
    CHECK(none.status == 1);
    CHECK(none.err == "newsarc: note: there is no version of article 1 before the only one\n");
    const Run missing = sandbox.run({"show", "--at", "2", "1"});
    CHECK(missing.status == 2);
    CHECK(missing.err.find("article 1 has no version 2") != std::string::npos);
    CHECK(sandbox.run({"show", "--versions", "9"}).status == 1);
    CHECK(sandbox.run({"show", "--versions", "--diff", "1"}).status == 2);
}

TEST_CASE("an edit keeps what was there before") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    REQUIRE(sandbox.run({"add", "a.txt"}).status == 0);
    REQUIRE(sandbox.run({"edit", "1", "--set", "headline=Port Opens"}).status == 0);
    const auto changes = sandbox.run({"show", "--diff", "--json", "1"}).json()["changes"];
    REQUIRE(changes.size() == 1);
    CHECK(changes[0]["part"] == "headline");
    CHECK(changes[0]["from"] == "River Port Reopens After Flood");
    CHECK(changes[0]["to"] == "Port Opens");
    // The file says what it said: the edit stays.
    CHECK(sandbox.run({"add", "a.txt"}).out.starts_with("0 added, 1 unchanged ("));
    CHECK(sandbox.run({"show", "--json", "1"}).json()["headline"] == "Port Opens");
}

TEST_CASE("other options of reading have an unchanged file read again") {
    const Sandbox sandbox;
    sandbox.write("a.txt", "Caf\xE9 reopens\n\nThe caf\xE9 by the port is open again.\n");
    make_old(sandbox, "a.txt");
    REQUIRE(sandbox.run({"add", "--encoding", "latin1", "a.txt"}).status == 0);
    CHECK(sandbox.run({"add", "--encoding", "latin1", "a.txt"}).out.starts_with("0 added, 1 unchanged ("));
    const Run other = sandbox.run({"add", "--encoding", "cp437", "a.txt"});
    CHECK(other.out.starts_with("updated 1  Caf\u0398 reopens\n"));
}

TEST_CASE("an article that was removed is stored again with its file") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    make_old(sandbox, "a.txt");
    REQUIRE(sandbox.run({"add", "a.txt"}).status == 0);
    REQUIRE(sandbox.run({"remove", "--force", "1"}).status == 0);
    CHECK(sandbox.run({"add", "--again", "a.txt"})
              .out.starts_with("added 2  River Port Reopens After Flood\n"));
}

TEST_CASE("files that are gone change nothing, and are told when that is asked") {
    const Sandbox sandbox;
    sandbox.write("in/a.txt", port_article);
    sandbox.write("in/b.txt", dyke_article);
    REQUIRE(sandbox.run({"add", "in"}).status == 0);
    std::filesystem::remove(sandbox.at("in/a.txt"));
    CHECK(sandbox.run({"add", "in"}).out.starts_with("0 added, 1 unchanged ("));
    const Run run = sandbox.run({"add", "--report-missing", "in"});
    CHECK(run.status == 0);
    CHECK(run.out.starts_with("missing 1  River Port Reopens After Flood  (/"));
    CHECK(run.out.find("/in/a.txt)\n0 added, 1 unchanged, 1 missing (") != std::string::npos);
    CHECK(sandbox.run({"list", "--ids"}).out.size() == 4);
    // Where it was moved to it is not missing.
    std::filesystem::rename(sandbox.at("in/b.txt"), sandbox.at("in/c.txt"));
    REQUIRE(sandbox.run({"add", "in"}).status == 0);
    std::filesystem::remove_all(sandbox.at("other"));
    auto lines = sandbox.run({"add", "--report-missing", "--json", "in"}).json_lines();
    REQUIRE(lines.size() == 3);
    CHECK(lines[1]["status"] == "missing");
    CHECK(lines[1]["id"] == 1);
    CHECK(lines[2]["summary"]["missing"] == 1);
    // All of its files may be gone, and the folder too.
    std::filesystem::remove_all(sandbox.at("in"));
    for (const bool there : {false, true}) {
        if (there) std::filesystem::create_directory(sandbox.at("in"));
        const Run gone = sandbox.run({"add", "--report-missing", "--json", "in"});
        CHECK(gone.status == 0);
        lines = gone.json_lines();
        REQUIRE(lines.size() == 3);
        CHECK(lines[2]["summary"]["missing"] == 2);
    }
    CHECK(sandbox.run({"add", "--report-missing", "elsewhere"}).status == 2);
}

TEST_CASE("a watch adds what comes, and Ctrl-C is its end") {
    const Sandbox sandbox;
    sandbox.write("in/there.txt", port_article);
    sandbox.write("later/sub/c.txt", "Ferry Fares Rise\n\nA crossing costs four crowns from May.\n");
    const auto move = [&](const char* from, const char* to) {
        std::filesystem::rename(sandbox.at(from), sandbox.at(to));
    };
    struct Step {
        const char* when;  ///< it has been shown
        std::function<void(int process)> act;
    };
    const std::vector<Step> steps{
        {"added 1  River Port Reopens After Flood",
         [&](int) { sandbox.write("in/b.txt", "Mill Opens\n\nFlour is ground at the old weir again.\n"); }},
        {"added 2  Mill Opens", [&](int) { move("later", "in/more"); }},
        {"added 3  Ferry Fares Rise",
         [&](int) {
             // As editors store a file.
             sandbox.write("in/.b.txt.new", "Mill Opens\n\nFlour is ground at the new weir again.\n");
             move("in/.b.txt.new", "in/b.txt");
         }},
        {"updated 2  Mill Opens",
         [&](int) { sandbox.write("in/x/y/d.txt", "Bridge Shut\n\nRivets are to be changed.\n"); }},
        {"added 4  Bridge Shut", [](int process) { kill(process, SIGINT); }},
    };
    std::size_t next = 0;
    const Run run = sandbox.run_on_terminal(
        {"add", "--watch", "--color", "never", "in"}, 80, [&](const std::string& shown, int process) {
            while (next < steps.size() && shown.find(steps[next].when) != std::string::npos)
                steps[next++].act(process);
        });
    INFO(run.out);
    CHECK(next == steps.size());
    CHECK(run.status == 0);
    CHECK(run.out.find("watching 1 folder; Ctrl-C ends it") != std::string::npos);
    CHECK(run.out.find("4 added, 1 updated (") != std::string::npos);
    CHECK(sandbox.run({"check"}).status == 0);
}

TEST_CASE("a watch looks at all again when more comes than the system can tell of") {
    const Sandbox sandbox;
    sandbox.write("in/there.txt", port_article);
    bool flooded = false;
    std::size_t step = 0;
    const Run run = sandbox.run_on_terminal(
        {"add", "--watch", "--color", "never", "in"}, 80, [&](const std::string& shown, int process) {
            if (step == 0 && shown.find("added 1  River Port") != std::string::npos) {
                kill(process, SIGSTOP);
                flooded = newsarc::test::flood_watchers_of(sandbox.at("in"));
                // Of these nothing is told any more.
                sandbox.write("in/b.txt", "Mill Opens\n\nFlour is ground at the old weir again.\n");
                sandbox.write("in/x/c.txt", "Bridge Shut\n\nRivets are to be changed.\n");
                kill(process, SIGCONT);
                step = 1;
            }
            if (step == 1 && shown.find("  Bridge Shut") != std::string::npos &&
                shown.find("  Mill Opens") != std::string::npos) {
                sandbox.write("in/x/d.txt", "Ferry Fares Rise\n\nA crossing costs four crowns from May.\n");
                step = 2;
            }
            if (step == 2 && shown.find("added 4  Ferry Fares Rise") != std::string::npos) {
                kill(process, SIGINT);
                step = 3;
            }
        });
    INFO(run.out);
    CHECK(step == 3);
    CHECK(run.status == 0);
    CHECK(run.out.find("4 added") != std::string::npos);
    if (!flooded) WARN("the system's queue of events is too long to be filled");
    CHECK(sandbox.run({"check"}).status == 0);
}

TEST_CASE("only folders can be watched") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    for (const char* path : {"a.txt", "-", "missing"})
        CHECK(sandbox.run({"add", "--watch", path}).status == 2);
    CHECK(sandbox.run({"add", "--watch", "--report-missing", "."}).status == 2);
}

TEST_CASE("a file that was moved keeps its article, and the path follows") {
    Sandbox sandbox;
    sandbox.environment["NEWSARC_ARCHIVE"] = sandbox.at("news.db");
    sandbox.write("in/a.txt", port_article);
    sandbox.write("in/b.txt", dyke_article);
    REQUIRE(sandbox.run({"add", "-q", "in"}).status == 0);
    REQUIRE(sandbox.run({"edit", "-q", "2", "--set", "credit=Dyke Monthly"}).status == 0);
    sandbox.write("done/x", "");
    std::filesystem::remove(sandbox.at("done/x"));
    for (const char* name : {"a.txt", "b.txt"})
        std::filesystem::rename(sandbox.at(std::string("in/") + name),
                                sandbox.at(std::string("done/") + name));
    CHECK(sandbox.run({"add", "--dry-run", "done"}).out.find("would move  River Port") == 0);
    const Run run = sandbox.run({"add", "done"});
    CHECK(run.out.find("moved 1  River Port Reopens After Flood  (done/a.txt)\n") == 0);
    CHECK(run.out.find("moved 2  Council Votes for Higher Dykes  (done/b.txt)\n") != std::string::npos);
    CHECK(run.out.find("0 added, 2 moved (") != std::string::npos);
    CHECK(sandbox.run({"list", "--ids"}).out.size() == 4);
    CHECK(sandbox.run({"show", "--json", "1"}).json()["path"] ==
          std::filesystem::canonical(sandbox.at("done/a.txt")).string());
    CHECK(sandbox.run({"list", "--ids", "path:done/b.txt"}).out == "2\n");
    CHECK(sandbox.run({"list", "--ids", "path:in/"}).status == 1);
    CHECK(sandbox.run({"add", "done"}).out.find("0 added, 2 unchanged (") == 0);
    CHECK(sandbox.run({"add", "--report-missing", "done"}).out.find("missing") == std::string::npos);
    // A changed file at the new path is a new version of the same article.
    sandbox.write("done/a.txt", std::string(port_article) + "\nA word more.\n");
    CHECK(sandbox.run({"add", "done"}).out.find("updated 1  ") == 0);
    CHECK(sandbox.run({"check"}).status == 0);
}

TEST_CASE("a copy is no move, and neither is a file of other words") {
    Sandbox sandbox;
    sandbox.environment["NEWSARC_ARCHIVE"] = sandbox.at("news.db");
    sandbox.write("in/a.txt", port_article);
    REQUIRE(sandbox.run({"add", "-q", "in"}).status == 0);
    sandbox.write("copy/a.txt", port_article);
    CHECK(sandbox.run({"add", "copy"}).out.find("duplicate of 1") == 0);
    CHECK(sandbox.run({"list", "--ids", "path:in/a.txt"}).out == "1\n");
    std::filesystem::remove(sandbox.at("in/a.txt"));
    sandbox.write("other/a.txt", dyke_article);
    CHECK(sandbox.run({"add", "other"}).out.find("added 2") == 0);
}

TEST_CASE("a file that takes the place of another is known by its words") {
    Sandbox sandbox;
    sandbox.environment["NEWSARC_ARCHIVE"] = sandbox.at("news.db");
    sandbox.write("in/a.txt", port_article);
    sandbox.write("in/b.txt", dyke_article);
    REQUIRE(sandbox.run({"add", "-q", "in"}).status == 0);
    std::filesystem::rename(sandbox.at("in/b.txt"), sandbox.at("in/a.txt"));
    CHECK(sandbox.run({"add", "in"}).out.find("moved 2  Council Votes for Higher Dykes  (in/a.txt)\n") == 0);
    CHECK(sandbox.run({"list", "--ids"}).out.size() == 4);
    CHECK(sandbox.run({"check"}).status == 0);
}

TEST_CASE("paths hold from any folder") {
    Sandbox sandbox;
    sandbox.environment["NEWSARC_ARCHIVE"] = sandbox.at("news.db");
    sandbox.write("in/deep/a.txt", port_article);
    const Run run = sandbox.shell("cd in && newsarc add --json deep");
    CHECK(run.json_lines()[0]["path"] == "deep/a.txt");
    CHECK(sandbox.run({"list", "--ids", "path:in/deep"}).out == "1\n");
    CHECK(sandbox.run({"list", "--ids", "path:deep/a"}).out == "1\n");
}
