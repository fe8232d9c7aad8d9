#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>
#include <stdexcept>

#include "program/sandbox.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"

using namespace newsarc::tests;
namespace fs = std::filesystem;

namespace {

/// A file system of so many bytes in a folder of the sandbox. Without the right to mount one the test is
/// skipped.
class SmallDisk {
public:
    SmallDisk(const Sandbox& sandbox, std::size_t bytes) : path_(sandbox.at("disk")) {
        fs::create_directory(path_);
        mount_with(0, bytes);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() { umount2(path_.c_str(), MNT_DETACH); }

    void resize(std::size_t bytes) const { mount_with(MS_REMOUNT, bytes); }
    void make_read_only() const { mount_with(MS_REMOUNT | MS_RDONLY, 50'000'000); }

private:
    void mount_with(unsigned long flags, std::size_t bytes) const {
        const std::string options = "size=" + std::to_string(bytes);
        if (mount("none", path_.c_str(), "tmpfs", flags, options.c_str()) != 0)
            throw std::runtime_error(std::string("SKIPPED: no file system to mount: ") + strerror(errno));
    }

    std::string path_;
};

std::string article(int number) {
    std::string text = "Ferry " + std::to_string(number) + " runs again\n\n";
    for (int i = 0; i < 200; ++i)
        text +=
            "w" + std::to_string((number * 7919 + i * 104729) % 1'000'003) + (i % 20 == 19 ? "\n\n" : " ");
    return text;
}

void write_articles(const Sandbox& sandbox, int count) {
    for (int i = 0; i < count; ++i)
        sandbox.write("in/" + std::to_string(1000 + i) + ".txt", article(i));
}

std::set<std::string> uids(const Sandbox& sandbox, const std::string& archive) {
    std::set<std::string> out;
    for (const auto& line : sandbox.run({"-A", archive, "list", "--json", "-n", "100000"}).json_lines())
        out.insert(line["uid"].get<std::string>());
    return out;
}

std::set<std::string> reported(const Run& run) {
    std::set<std::string> out;
    for (const auto& line : run.json_lines()) {
        if (line.contains("status") && line["uid"].is_string()) out.insert(line["uid"].get<std::string>());
    }
    return out;
}

/// An error of the disk, told as one.
void check_error(const Run& run, const std::string& message) {
    INFO(run.err);
    CHECK(run.status == 2);
    CHECK(run.err.find("newsarc: error: ") != std::string::npos);
    CHECK(run.err.find(message) != std::string::npos);
    CHECK(run.err.find("\nhint: ") != std::string::npos);
    CHECK(run.err.find("defect") == std::string::npos);
}

/// In words of the shell: as a user who may not do everything.
const std::string as_nobody = geteuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : "";

Run run_as_nobody(const Sandbox& sandbox, const std::string& arguments) {
    return sandbox.shell(as_nobody + "'" + newsarc::test::program_path() + "' " + arguments);
}

}  // namespace

TEST_CASE("a backup for which there is no room says so, and leaves nothing") {
    const Sandbox sandbox;
    write_articles(sandbox, 60);
    REQUIRE(sandbox.run({"-A", "a.db", "add", "-q", "in"}).status == 0);
    const SmallDisk disk(sandbox, 100'000);
    check_error(sandbox.run({"-A", "a.db", "backup", "disk/b.db"}),
                "cannot make the backup disk/b.db: no space is left on its disk");
    CHECK(fs::is_empty(sandbox.at("disk")));
}

TEST_CASE("a full disk ends an add with an error, and what was there before is sound") {
    const Sandbox sandbox;
    const SmallDisk disk(sandbox, 600'000);
    sandbox.write("first.txt", port_article);
    REQUIRE(sandbox.run({"-A", "disk/a.db", "add", "first.txt"}).status == 0);
    write_articles(sandbox, 300);
    const Run full = sandbox.run({"-A", "disk/a.db", "add", "--json", "in"});
    check_error(full, "no space is left");
    CHECK(full.json_error()["code"] == "io");
    const auto kept = uids(sandbox, "disk/a.db");
    CHECK(kept.size() == 1 + reported(full).size());
    CHECK(sandbox.run({"-A", "disk/a.db", "check"}).status == 0);
    CHECK(sandbox.run({"-A", "disk/a.db", "search", "--count", "barges"}).out == "1\n");
    for (const char* command : {"backup disk/copy.db", "export -o disk/out.jsonl"}) {
        REQUIRE(sandbox.shell("cat /dev/zero >disk/filler").status == 1);
        const Run run = sandbox.shell("newsarc -A disk/a.db " + std::string(command));
        INFO(command << run.err);
        CHECK(run.status == 2);
        fs::remove(sandbox.at("disk/filler"));
        // Nothing half is left.
        CHECK_FALSE(sandbox.exists("disk/copy.db"));
        CHECK_FALSE(sandbox.exists("disk/out.jsonl"));
        const auto entries = fs::directory_iterator(sandbox.at("disk"));
        CHECK(std::distance(begin(entries), end(entries)) == 1);
    }
    // With a little room left, what makes the archive smaller still works.
    disk.resize(50'000'000);
    CHECK(sandbox.run({"-A", "disk/a.db", "add", "in"}).status == 0);
    CHECK(uids(sandbox, "disk/a.db").size() == 301);
    CHECK(sandbox.run({"-A", "disk/a.db", "check"}).status == 0);
}

TEST_CASE("a disk too small for an archive leaves none") {
    const Sandbox sandbox;
    const SmallDisk disk(sandbox, 16'000);
    sandbox.write("first.txt", port_article);
    check_error(sandbox.run({"-A", "disk/a.db", "add", "first.txt"}), "space");
    CHECK(fs::is_empty(sandbox.at("disk")));
}

TEST_CASE("a limit on the size of files ends an add with an error, and what was there before is sound") {
    const Sandbox sandbox;
    sandbox.write("first.txt", port_article);
    REQUIRE(sandbox.run({"-A", "a.db", "add", "first.txt"}).status == 0);
    write_articles(sandbox, 300);
    const auto blocks = fs::file_size(sandbox.at("a.db")) / 512 + 50;
    const Run run = sandbox.shell("ulimit -f " + std::to_string(blocks) + "; newsarc -A a.db add in");
    check_error(run, "cannot be");
    CHECK(sandbox.run({"-A", "a.db", "check"}).status == 0);
    CHECK(uids(sandbox, "a.db").size() == 1);
    CHECK(sandbox.run({"-A", "a.db", "add", "in"}).status == 0);
}

TEST_CASE("an archive that may only be read is read, and not written") {
    const Sandbox sandbox;
    sandbox.write("first.txt", port_article);
    sandbox.write("second.txt", dyke_article);
    REQUIRE(sandbox.run({"-A", "a.db", "add", "first.txt"}).status == 0);
    fs::permissions(sandbox.at(""), fs::perms(0555));
    fs::permissions(sandbox.at("a.db"), fs::perms(0444));
    if (run_as_nobody(sandbox, "--version").status != 0)
        throw std::runtime_error("SKIPPED: the program cannot be run as another user");
    for (const char* question : {"list", "search barges", "show 1", "stats", "check", "export"}) {
        const Run run = run_as_nobody(sandbox, "-A a.db " + std::string(question));
        INFO(question << "\n" << run.err);
        CHECK(run.status == 0);
    }
    for (const char* change : {"add second.txt", "tag +seen 1", "remove --force 1", "optimize",
                               "edit 1 --set headline=Other", "search --save x barges"}) {
        const Run run = run_as_nobody(sandbox, "-A a.db " + std::string(change));
        INFO(change);
        check_error(run, "a.db");
    }
    check_error(run_as_nobody(sandbox, "-A b.db add first.txt"), "b.db");
    check_error(run_as_nobody(sandbox, "-A sub/b.db add first.txt"), "sub");
    check_error(run_as_nobody(sandbox, "-A a.db backup copy.db"), "copy.db");
    check_error(run_as_nobody(sandbox, "-A a.db export -o out.jsonl"), "out.jsonl");
    fs::permissions(sandbox.at("a.db"), fs::perms(0));
    check_error(run_as_nobody(sandbox, "-A a.db list"), "Permission denied");
    fs::permissions(sandbox.at(""), fs::perms(0700));
    fs::permissions(sandbox.at("a.db"), fs::perms(0600));
    CHECK(sandbox.run({"-A", "a.db", "list", "--ids"}).out == "1\n");
}

TEST_CASE("an archive on a medium that is read-only is read, and not written") {
    const Sandbox sandbox;
    const SmallDisk disk(sandbox, 50'000'000);
    sandbox.write("first.txt", port_article);
    sandbox.write("second.txt", dyke_article);
    REQUIRE(sandbox.run({"-A", "disk/a.db", "add", "first.txt"}).status == 0);
    disk.make_read_only();
    CHECK(sandbox.run({"-A", "disk/a.db", "search", "--ids", "barges"}).out == "1\n");
    CHECK(sandbox.run({"-A", "disk/a.db", "check"}).status == 0);
    check_error(sandbox.run({"-A", "disk/a.db", "add", "second.txt"}), "cannot be written");
    check_error(sandbox.run({"-A", "disk/new.db", "add", "second.txt"}), "Read-only");
}

TEST_CASE("without a home folder an archive has to be named, and then works") {
    Sandbox sandbox;
    sandbox.write("first.txt", port_article);
    for (const std::string home : {"", "/nonexistent", "relative"}) {
        sandbox.environment["HOME"] = home;
        INFO(home);
        CHECK(sandbox.run({"-A", "a.db", "add", "first.txt"}).status == 0);
        CHECK(sandbox.run({"-A", "a.db", "search", "barges"}).status == 0);
    }
    sandbox.environment.erase("HOME");
    check_error(sandbox.run({"add", "first.txt"}), "HOME");
}

TEST_CASE("an archive behind a link is the one file") {
    const Sandbox sandbox;
    sandbox.write("real/keep", "");
    sandbox.write("first.txt", port_article);
    sandbox.write("second.txt", dyke_article);
    REQUIRE(sandbox.run({"-A", "real/a.db", "add", "first.txt"}).status == 0);
    fs::create_symlink("real/a.db", sandbox.at("link.db"));
    fs::create_symlink("nowhere.db", sandbox.at("dangling.db"));
    CHECK(sandbox.run({"-A", "link.db", "add", "second.txt"}).status == 0);
    CHECK(fs::is_symlink(sandbox.at("link.db")));
    CHECK(sandbox.run({"-A", "real/a.db", "list", "--ids"}).out.size() == 4);
    CHECK(sandbox.run({"-A", "link.db", "optimize"}).status == 0);
    CHECK(sandbox.run({"-A", "link.db", "check", "--repair"}).status == 0);
    check_error(sandbox.run({"-A", "dangling.db", "add", "first.txt"}), "a link to a file that is not there");
    CHECK_FALSE(sandbox.exists("nowhere.db"));
}

TEST_CASE("a writer whose archive was replaced or deleted meanwhile stores nothing, and says so") {
    for (const bool replaced : {true, false}) {
        const Sandbox sandbox;
        sandbox.write("first.txt", port_article);
        sandbox.write("second.txt", dyke_article);
        REQUIRE(sandbox.run({"-A", "a.db", "add", "first.txt"}).status == 0);
        REQUIRE(sandbox.run({"-A", "a.db", "backup", "copy.db"}).status == 0);
        // It waits for this lock with the archive open.
        sqlite3* other = nullptr;
        REQUIRE(sqlite3_open(sandbox.at("a.db").c_str(), &other) == SQLITE_OK);
        REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
        const std::string meanwhile = replaced ? "mv copy.db a.db" : "rm a.db";
        REQUIRE(
            sandbox
                .shell("newsarc -A a.db add second.txt >out 2>err & echo $! >process; sleep 1; " + meanwhile)
                .status == 0);
        sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
        sqlite3_close(other);
        const Run waited =
            sandbox.shell("while kill -0 $(cat process) 2>/dev/null; do sleep 0.1; done; cat err");
        INFO(waited.out);
        CHECK(waited.out.find("was moved, replaced or deleted while it was in use") != std::string::npos);
        CHECK(sandbox.read("out").find("added 2") == std::string::npos);
        if (!replaced) continue;
        CHECK(sandbox.run({"-A", "a.db", "check"}).status == 0);
        CHECK(sandbox.run({"-A", "a.db", "list", "--ids"}).out == "1\n");
    }
}
