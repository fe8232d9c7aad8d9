#include <sys/stat.h>

#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

namespace {

mode_t permissions(const std::string& path) {
    struct stat facts {};
    REQUIRE(stat(path.c_str(), &facts) == 0);
    return facts.st_mode & 0777U;
}

}  // namespace

TEST_CASE("the first add makes the archive in the user's data folder, for the user alone") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    REQUIRE(sandbox.run({"add", "a.txt"}).status == 0);
    CHECK(permissions(sandbox.at("home/.local/share/newsarc")) == 0700);
    CHECK(permissions(sandbox.at("home/.local/share/newsarc/archive.db")) == 0600);
    CHECK(sandbox.run({"list"}).status == 0);
}

TEST_CASE("the archive is named by option, environment, data folder, in that order") {
    Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    sandbox.environment["XDG_DATA_HOME"] = sandbox.at("data");
    REQUIRE(sandbox.run({"add", "a.txt"}).status == 0);
    CHECK(sandbox.exists("data/newsarc/archive.db"));
    sandbox.environment["NEWSARC_ARCHIVE"] = "mine.db";
    REQUIRE(sandbox.run({"add", "a.txt"}).status == 0);
    CHECK(sandbox.exists("mine.db"));
    REQUIRE(sandbox.run({"add", "a.txt", "--archive=other.db"}).status == 0);
    CHECK(sandbox.exists("other.db"));
    REQUIRE(sandbox.run({"-A", "third.db", "add", "a.txt"}).status == 0);
    CHECK(sandbox.exists("third.db"));
}

TEST_CASE("without a home the archive has to be named") {
    Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    sandbox.environment.erase("HOME");
    const Run run = sandbox.run({"list"});
    CHECK(run.status == 2);
    CHECK(run.err.find("HOME") != std::string::npos);
    CHECK(sandbox.run({"-A", "a.db", "add", "a.txt"}).status == 0);
    sandbox.environment["HOME"] = "";
    CHECK(sandbox.run({"list"}).status == 2);
}

TEST_CASE("a new archive gets one new folder, and more where that is asked for") {
    Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    const Run refused = sandbox.run({"-A", "no/such/place.db", "add", "a.txt"});
    CHECK(refused.status == 2);
    CHECK(refused.err.find("no/such/place.db: there is no folder no to make it in\nhint: --mkdir makes") !=
          std::string::npos);
    CHECK_FALSE(sandbox.exists("no"));
    CHECK(sandbox.run({"-A", "one/place.db", "add", "a.txt"}).status == 0);
    CHECK(sandbox.run({"-A", "no/such/place.db", "add", "--mkdir", "a.txt"}).status == 0);
    sandbox.environment["NEWSARC_ARCHIVE"] = "neither/such/place.db";
    CHECK(sandbox.run({"add", "a.txt"}).status == 2);
}
