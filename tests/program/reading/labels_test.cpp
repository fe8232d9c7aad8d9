#include "program/sandbox.hpp"
#include "support/catch.hpp"

#include <string>

using namespace newsarc::tests;

namespace {

constexpr std::string_view article =
    "River Port Reopens\n\n"
    "The port of Portvale reopened on Monday.\n\n"
    "Psst, have you seen: Council Votes for Higher Dykes\n\n"
    "The harbour master thanked the volunteers.\n";

constexpr std::string_view labels = "# ours\nrelated en psst have you seen:\n";

}  // namespace

TEST_CASE("a label of the user's own marks a line, for parse and add alike") {
    Sandbox sandbox;
    sandbox.write("a.txt", article);
    sandbox.write("my-labels", labels);
    CHECK(sandbox.run({"parse", "--json", "a.txt"}).json()["links"].empty());
    const auto parsed = sandbox.run({"parse", "--json", "--labels", "my-labels", "a.txt"}).json();
    REQUIRE(parsed["links"].size() == 1);
    CHECK(parsed["links"][0]["title"] == "Council Votes for Higher Dykes");
    CHECK(sandbox.run({"add", "--labels=my-labels", "a.txt"}).status == 0);
    CHECK(sandbox.run({"show", "1", "--json"}).json()["links"] == parsed["links"]);
}

TEST_CASE("labels in the configuration folder are always known") {
    Sandbox sandbox;
    sandbox.write("a.txt", article);
    sandbox.write("config/newsarc/labels", labels);
    sandbox.environment["XDG_CONFIG_HOME"] = sandbox.at("config");
    CHECK(sandbox.run({"parse", "--json", "a.txt"}).json()["links"].size() == 1);
}

TEST_CASE("a file of labels that cannot be read is an error that names the line") {
    Sandbox sandbox;
    sandbox.write("a.txt", article);
    sandbox.write("bad-labels", "related en psst:\nnonsense en psst:\n");
    const Run bad = sandbox.run({"parse", "--labels", "bad-labels", "a.txt"});
    CHECK(bad.status == 2);
    CHECK(bad.err.find("bad-labels:2") != std::string::npos);
    const Run missing = sandbox.run({"add", "--labels", "none", "a.txt"});
    CHECK(missing.status == 2);
    CHECK(missing.err.find("none") != std::string::npos);
    CHECK_FALSE(sandbox.exists("home/.local/share/newsarc/archive.db"));
}
