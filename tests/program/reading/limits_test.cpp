#include <sqlite3.h>
#include <sys/stat.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "program/sandbox.hpp"
#include "support/catch.hpp"
#include "support/effort.hpp"

using namespace newsarc::tests;
using newsarc::test::effort;

namespace {

constexpr std::string_view article = "Ferry aground\n\nThe fog was thick that morning.\n";

void check_sound(const Sandbox& sandbox) {
    const Run check = sandbox.run({"check"});
    INFO(check.out);
    CHECK(check.status == 0);
}

void run_sql(const std::string& path, const std::string& sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    CHECK(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

/// 400 MB, of which the program itself needs a part; the address sanitizer needs far more.
#ifdef __SANITIZE_ADDRESS__
const std::string little_memory;
#else
const std::string little_memory = "ulimit -v 400000; ";
#endif

}  // namespace

TEST_CASE("more threads are asked for than the system gives, and it goes on with fewer") {
    const Sandbox sandbox;
    sandbox.write("in/a.txt", article);
    CHECK(sandbox.run({"add", "-j", "100000", "in"}).status == 0);
    sandbox.write("in/b.txt", "Ferry afloat\n\nThe tide came at noon.\n");
    const Run run = sandbox.shell(little_memory + "newsarc add -j 100000 in");
    INFO(run.err);
    // The stacks of threads may leave too little room for the work; that is told then.
    CHECK((run.status == 0 || run.status == 2));
    check_sound(sandbox);
}

TEST_CASE("a file larger than --max-size is named and passed over") {
    const Sandbox sandbox;
    sandbox.write("in/a.txt", article);
    sandbox.write("in/large.txt", "Large\n\n" + std::string(5000, 'x'));
    const Run run = sandbox.run({"add", "--max-size", "4K", "in"});
    CHECK(run.status == 3);
    CHECK(run.err.find("in/large.txt: larger than 4000 bytes\nhint: --max-size allows more") !=
          std::string::npos);
    CHECK(sandbox.run({"list", "--ids"}).out == "1\n");
    CHECK(sandbox.run({"add", "--max-size", "6K", "in"}).status == 0);
    for (const char* size : {"", "0", "-1", "4Q", "2G", "99999999999999999999"})
        CHECK(sandbox.run({"add", "--max-size", size, "in"}).status == 2);
}

TEST_CASE("an input without an end is given up, whatever command it is given to") {
    const Sandbox sandbox;
    sandbox.write("a.txt", article);
    REQUIRE(sandbox.run({"add", "a.txt"}).status == 0);
    struct Case {
        const char* line;
        const char* told;
    };
    for (const auto& [line, told] : {
             Case{"newsarc add --max-size 1M - </dev/zero", "1000000 bytes"},
             Case{"yes x | newsarc add --max-size 1M -", "1000000 bytes"},
             Case{"newsarc import --max-size 1M - </dev/zero", "binary"},
             Case{"newsarc import --max-size 1M --format csv - </dev/zero", "binary"},
             Case{"newsarc import --max-size 1M /dev/zero", "binary"},
             Case{"(printf '{\"headline\": \"'; tr '\\0' x </dev/zero) | newsarc import --max-size 1M -",
                  "1000000 bytes"},
         }) {
        const Run run = sandbox.shell(line);
        INFO(line << "\n" << run.err);
        CHECK(run.status == 2);
        CHECK(run.err.find(told) != std::string::npos);
    }
    CHECK(sandbox.run({"list", "--ids"}).out == "1\n");
}

TEST_CASE("a FIFO of records is opened once, and all that is written to it is stored") {
    const Sandbox sandbox;
    REQUIRE(mkfifo(sandbox.at("fifo").c_str(), 0600) == 0);
    for (int i = 0; i < 10; ++i) {
        const std::string name = std::to_string(i) + ".db";
        const Run run = sandbox.shell(
            "{ sleep 0.1; newsarc -A " + name +
            " import -q fifo & reader=$!; "
            "printf '{\"headline\":\"Ferry\"}\\n{\"headline\":\"Fog\"}\\n' >fifo || exit 7; wait $reader; }");
        INFO(run.err);
        CHECK(run.status == 0);
        CHECK(sandbox.run({"-A", name, "list", "--count"}).out == "2\n");
    }
    // Nor does one that is refused take the reader away from who writes.
    const Run refused = sandbox.shell(
        "{ echo text >fifo & writer=$!; newsarc add fifo >/dev/null 2>told; cat fifo; wait $writer || exit "
        "7; }");
    CHECK(refused.status == 0);
    CHECK(refused.out == "text\n");
    CHECK(sandbox.read("told").find("not a regular file") != std::string::npos);
}

TEST_CASE("an error of storing ends an import whose input goes on") {
    const Sandbox sandbox;
    REQUIRE(mkfifo(sandbox.at("fifo").c_str(), 0600) == 0);
    sandbox.write("a.jsonl", "{\"headline\":\"Ferry\"}\n");
    REQUIRE(sandbox.run({"import", "-q", "a.jsonl"}).status == 0);
    std::string records;
    for (int i = 0; i < 400; ++i)
        records +=
            R"({"headline":"Ferry )" + std::to_string(i) + R"(","body":")" + std::string(900, 'x') + "\"}\n";
    sandbox.write("b.jsonl", records);
    // Who writes waits longer than a test may take.
    const Run run = sandbox.shell(
        "{ cat b.jsonl; exec sleep 1000; } >fifo & writer=$!; "
        "( ulimit -f 300; newsarc import - <fifo ); status=$?; kill $writer; exit $status");
    INFO(run.err);
    CHECK(run.status == 2);
    CHECK(run.err.find("error: ") != std::string::npos);
}

TEST_CASE("devices and pipes are no files, and nothing waits for them") {
    const Sandbox sandbox;
    sandbox.write("a.txt", article);
    REQUIRE(sandbox.run({"add", "a.txt"}).status == 0);
    REQUIRE(mkfifo(sandbox.at("fifo").c_str(), 0600) == 0);
    for (const std::string name : {"fifo", "/dev/zero"}) {
        for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
                 {"add", name},
                 {"parse", name},
                 {"add", "--labels", name, "a.txt"},
                 {"search", "--batch", name},
                 {"edit", "1", "--from", name},
                 {"-A", name, "list"},
                 {"-A", name, "add", "a.txt"},
                 {"backup", name},
             }) {
            const Run run = sandbox.run(arguments);
            INFO(arguments.front() << " " << name << "\n" << run.err);
            CHECK(run.status == 2);
            CHECK(run.err.find(name) != std::string::npos);
        }
    }
}

TEST_CASE("a folder that holds itself by a link is walked once") {
    const Sandbox sandbox;
    sandbox.write("in/a.txt", article);
    std::filesystem::create_directory_symlink("..", sandbox.at("in/up"));
    std::filesystem::create_directory_symlink(".", sandbox.at("in/self"));
    std::filesystem::create_symlink("broken", sandbox.at("in/broken"));
    const Run run = sandbox.run({"add", "in"});
    CHECK(run.status == 3);
    CHECK(run.err.find("in/self: a link to a folder, not followed") != std::string::npos);
    CHECK(run.err.find("in/broken: cannot be read") != std::string::npos);
    CHECK(sandbox.run({"list", "--ids"}).out == "1\n");
}

TEST_CASE("a file that grows or shrinks while it is read is stored as it was read") {
    const Sandbox sandbox;
    sandbox.write("log.txt", article);
    std::atomic<bool> done = false;
    std::thread writer([&] {
        std::ofstream file(sandbox.at("log.txt"), std::ios::app);
        const std::string more(4000, 'y');
        for (int i = 0; !done; ++i) {
            file << more << '\n' << std::flush;
            if (i % 50 == 49) std::filesystem::resize_file(sandbox.at("log.txt"), article.size());
        }
    });
    int stored = 0;
    for (int i = 0; i < 10; ++i) {
        const Run run = sandbox.run({"add", "--max-size", "1M", "log.txt"});
        INFO(run.err);
        CHECK((run.status == 0 || run.err.find("larger than") != std::string::npos));
        stored += run.status == 0 ? 1 : 0;
    }
    done = true;
    writer.join();
    CHECK(stored > 0);
    check_sound(sandbox);
}

TEST_CASE("one word of megabytes, or many, is stored and found around") {
    const Sandbox sandbox;
    // A hundred megabytes in the long run.
    const std::size_t size = std::min<std::size_t>(100'000'000 - 1000, 4'000'000 * effort());
    std::string lines;
    while (lines.size() < size / 10)
        lines += std::to_string(lines.size() * 7919 % 1'000'003) + (lines.size() % 70 == 0 ? "\n\n" : " ");
    sandbox.write("word.txt", "Zeppelin lands\n\n" + std::string(size, 'x') + " airship\n");
    sandbox.write("accents.txt", "Airship leaves\n\na" + std::string(size / 10, '\xCC') + "\n");
    sandbox.write("numbers.txt", "Numbers of an airship\n\n" + lines);
    sandbox.write("breaks.txt", "Breaks in an airship\n\n" + std::string(size / 10, '\n') + "end\n");
    sandbox.write("brackets.txt", "Brackets round an airship\n\n" + std::string(size / 10, '[') + "\n");
    for (const char* name : {"word.txt", "accents.txt", "numbers.txt", "breaks.txt", "brackets.txt"}) {
        const Run run = sandbox.run({"add", "--max-size", "100M", name});
        INFO(name << ": " << run.err);
        CHECK(run.status == 0);
    }
    CHECK(sandbox.run({"search", "--count", "airship"}).out == "5\n");
    CHECK(sandbox.run({"show", "1"}).out.size() > size);
    check_sound(sandbox);
}

TEST_CASE("a stored file that claims to be larger than it can be is damage, and takes no memory") {
    const Sandbox sandbox;
    sandbox.write("in/a.txt", article);
    sandbox.write("in/b.txt", port_article);
    REQUIRE(sandbox.run({"-A", "a.db", "add", "in"}).status == 0);
    for (const char* change : {
             "UPDATE sqlar SET sz = 900000000",
             "UPDATE sqlar SET sz = 9223372036854775807",
             "UPDATE sqlar SET sz = -1",
             "UPDATE sqlar SET sz = 4000000000, data = zeroblob(20000000)",
         }) {
        INFO(change);
        run_sql(sandbox.at("a.db"), change);
        for (const char* command : {"show 1 --format original", "export --format original -o out", "check"}) {
            const Run run = sandbox.shell(little_memory + "newsarc -A a.db " + std::string(command));
            INFO(command << "\n" << run.out << run.err);
            CHECK(run.status == (std::string_view(command) == "check" ? 1 : 2));
            CHECK((run.out + run.err).find("memory") == std::string::npos);
        }
    }
}

TEST_CASE("the archive is no input of its own") {
    const Sandbox sandbox;
    sandbox.write("in/a.txt", article);
    REQUIRE(sandbox.run({"-A", "in/a.db", "add", "in"}).status == 0);
    sandbox.write("in/b.txt", port_article);
    const Run walked = sandbox.run({"-A", "in/a.db", "add", "in"});
    CHECK(walked.status == 0);
    CHECK(walked.err.find("in/a.db: the archive itself, left out") != std::string::npos);
    std::filesystem::create_symlink("in/a.db", sandbox.at("link"));
    for (const char* command : {"add", "import"}) {
        for (const char* name : {"in/a.db", "link"}) {
            const Run run = sandbox.run({"-A", "in/a.db", command, name});
            CHECK(run.status == 2);
            CHECK(run.err.find("the archive itself") != std::string::npos);
        }
    }
}
