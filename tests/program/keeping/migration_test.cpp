#include <fstream>
#include <sstream>

#include "program/sandbox.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"

using namespace newsarc::tests;

namespace {

/// An archive as the program of its time left it, and what that program exported from it.
std::string sample(const std::string& name) {
    std::ifstream file(newsarc::test::source_path("tests/archive/samples/" + name), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    REQUIRE(file);
    return bytes.str();
}

}  // namespace

TEST_CASE("an archive of a former format is brought up to date by any command, which says so once") {
    Sandbox sandbox;
    sandbox.write("old.db", sample("format-1.db"));
    sandbox.environment["NEWSARC_ARCHIVE"] = "old.db";
    const Run first = sandbox.run({"search", "--ids", "ferry"});
    CHECK(first.status == 0);
    CHECK(first.err ==
          "newsarc: note: the archive was brought from format 1 to 6; as it was before it is kept in "
          "old.db.format-1\n");
    CHECK(sandbox.read("old.db.format-1").size() == sample("format-1.db").size());
    const Run second = sandbox.run({"search", "--ids", "ferry"});
    CHECK(second.err.empty());
    CHECK(second.out == first.out);
    CHECK(sandbox.run({"check"}).status == 0);
}

TEST_CASE("an archive of a former format exports what it exported in its time") {
    Sandbox sandbox;
    sandbox.write("old.db", sample("format-1.db"));
    sandbox.environment["NEWSARC_ARCHIVE"] = "old.db";
    sandbox.write("expected.jsonl", sample("format-1.jsonl"));
    const auto now = sandbox.run({"export", "--format", "jsonl"}).json_lines();
    const auto then = sandbox.shell("cat expected.jsonl").json_lines();
    REQUIRE(now.size() == then.size());
    for (std::size_t i = 0; i < now.size(); ++i) {
        for (const auto& [field, value] : then[i].items()) {
            // A language that was not known is told now.
            if (field != "language" || !value.is_null()) CHECK(now[i][field] == value);
        }
    }
}
