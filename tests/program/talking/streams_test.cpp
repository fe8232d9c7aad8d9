#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

namespace {

/// An archive with enough in it to fill any pipe.
class Archive : public Sandbox {
public:
    Archive() {
        for (int i = 0; i < 200; ++i) {
            const std::string number = std::to_string(i);
            write("in/" + number + ".txt", "Market report " + number + "\n\nPrices at stall " + number + " " +
                                               std::string(2000, 'x') + " rose.\n");
        }
        REQUIRE(run({"add", "-q", "in"}).status == 0);
    }
};

}  // namespace

TEST_CASE("a closed pipe is no error") {
    const Archive archive;
    for (const char* command : {"list", "list --json", "show --json $(seq 200)", "search market -n 200"}) {
        INFO(command);
        const Run run =
            archive.shell("{ newsarc " + std::string(command) + "; echo $? > status; } | head -n 1");
        CHECK(run.out.find('\n') == run.out.size() - 1);
        CHECK(run.err.empty());
        CHECK(archive.read("status") == "0\n");
    }
}

TEST_CASE("an output that cannot be written is an error") {
    const Archive archive;
    for (const char* command : {"list", "list --json", "add in", "add --json in", "parse in", "search market",
                                "show 1", "--version", "--help"}) {
        INFO(command);
        const Run run = archive.shell("newsarc " + std::string(command) + " > /dev/full");
        CHECK(run.status == 2);
        CHECK(run.err.starts_with("newsarc: error: cannot write to standard output: "));
        CHECK(run.err.find("defect") == std::string::npos);
    }
}

TEST_CASE("a stream that is closed is told, and no file is opened in its place") {
    const Archive archive;
    for (const char* command : {"list <&- >&-", "add in >&-", "add - <&-", "import - <&-", "show - <&-"}) {
        INFO(command);
        const Run run = archive.shell("newsarc " + std::string(command));
        CHECK(run.status == 2);
        CHECK(run.err.find("newsarc: error: ") != std::string::npos);
    }
    const std::string whole = archive.run({"export"}).out;
    for (const char* closed : {"2>&-", ">&-", ">&- 2>&-", "<&- >&- 2>&-"}) {
        INFO(closed);
        static_cast<void>(archive.shell("newsarc export -o out.jsonl " + std::string(closed)));
        CHECK(archive.read("out.jsonl") == whole);
    }
}

TEST_CASE("data goes to standard output and everything else to standard error") {
    const Archive archive;
    CHECK(archive.shell("newsarc list 2>/dev/null").out == archive.run({"list"}).out);
    CHECK(archive.shell("newsarc show 1 999 2>/dev/null").out == archive.run({"show", "1"}).out);
}
