#include "sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

namespace {

class Archive : public TwoArticles {
public:
    Archive() {
        write("in/c.txt", "Tuesday market grows\n\nStalls now reach the old bridge.\n");
        REQUIRE(run({"add", "in"}).status == 0);
    }
};

}  // namespace

TEST_CASE("list prints a line an article") {
    const Archive archive;
    const Run run = archive.run({"list", "--sort", "added"});
    CHECK(run.status == 0);
    CHECK(run.out == golden("list.txt", run.out));
}

TEST_CASE("list takes a limit, an offset and an order") {
    const Archive archive;
    const auto ids = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {"list", "--ids"});
        return archive.run(options).out;
    };
    CHECK(ids({"--sort", "added"}) == "3\n2\n1\n");
    CHECK(ids({"--sort", "added", "-n", "2"}) == "3\n2\n");
    CHECK(ids({"--sort=added", "--offset", "1"}) == "2\n1\n");
    CHECK(ids({"--sort", "added", "-n1", "--offset=1"}) == "2\n");
}

TEST_CASE("list --json prints an article object a line") {
    const Archive archive;
    const auto lines = archive.run({"list", "--json", "--sort", "added"}).json_lines();
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == archive.run({"show", "--json", "3"}).json());
}

TEST_CASE("a list of nothing has status 1") {
    const Archive archive;
    const Run run = archive.run({"list", "--offset", "99"});
    CHECK(run.status == 1);
    CHECK(run.out.empty());
    CHECK(run.err == "newsarc: note: nothing to list there\n");
    CHECK(archive.run({"list", "-q", "--offset", "99"}).err.empty());
}

TEST_CASE("options are taken before and after the command") {
    const Archive archive;
    const std::string expected = archive.run({"list", "--json"}).out;
    CHECK(archive.run({"--json", "list"}).out == expected);
    CHECK(archive.run({"--json", "-q", "list", "--no-pager"}).out == expected);
    CHECK(archive.run({"list", "--", "--json"}).status == 1);
    CHECK(archive.run({"list", "--ids", "--json"}).status == 2);
}

TEST_CASE("list is narrowed by a query, and by options that stand for its fields") {
    const Archive archive;
    const auto ids = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {"list", "--ids", "--sort", "added"});
        return archive.run(options).out;
    };
    CHECK(ids({"credit:dyke"}) == "2\n");
    CHECK(ids({"--credit", "Dyke Weekly"}) == "2\n");
    CHECK(ids({"--credit", "Dyke Weekly", "market"}).empty());
    CHECK(ids({"portvale"}) == "2\n1\n");
    CHECK(ids({"portvale", "farmers"}) == "2\n");
    CHECK(ids({"--since", "2020"}).empty());
    CHECK(ids({"--tag", "none"}).empty());
    CHECK(ids({"--credit", "\" OR *"}).empty());
    const Run none = archive.run({"list", "zeppelin"});
    CHECK(none.status == 1);
    CHECK(none.err == "newsarc: note: no article matches: zeppelin\n");
    CHECK(archive.run({"list", ""}).err ==
          "newsarc: note: the query holds nothing to look for; * finds all\n");
}
