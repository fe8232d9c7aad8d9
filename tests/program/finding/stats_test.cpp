#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

namespace {

class Archive : public Sandbox {
public:
    Archive() {
        write("in/a.txt", port_article);
        write("in/b.txt", "Credit: Dyke Weekly\n\nDykes rise\n\nPublished: 21 January 2025\n\nThey do.\n");
        write("in/c.txt", "Credit: Dyke Weekly\n\nDykes hold\n\nPublished: 3 March 2025\n\nSo far.\n");
        REQUIRE(run({"add", "in"}).status == 0);
    }
};

}  // namespace

TEST_CASE("stats counts what is there and draws it, in ASCII where the locale has no more") {
    Archive archive;
    archive.environment["LC_ALL"] = "C";
    const Run ascii = archive.run({"stats", "credit:dyke"});
    CHECK(ascii.status == 0);
    CHECK(ascii.out.starts_with("2 articles, "));
    CHECK(ascii.out.find("\npublished 2025-01-21 to 2025-03-03\n") != std::string::npos);
    CHECK(ascii.out.find("\nPublished by month\n  2025-01  1 ####") != std::string::npos);
    CHECK(ascii.out.find("\n  2025-02  0\n") != std::string::npos);
    CHECK(archive.run({"stats", "--by", "year"}).out.find("\n  2025  2 ####") != std::string::npos);
    archive.environment["LC_ALL"] = "en_GB.UTF-8";
    CHECK(archive.run({"stats"}).out.find("\n  2025-01  1 ████") != std::string::npos);
}

TEST_CASE("stats gives JSON, and a chart as a file") {
    const Archive archive;
    const auto json = archive.run({"stats", "--json"}).json();
    CHECK(json["articles"] == 3);
    CHECK(json["query"].is_null());
    CHECK(json["months"].size() == 2);
    const Run drawn = archive.run({"stats", "--svg", "chart.svg"});
    CHECK(drawn.status == 0);
    CHECK(drawn.out.empty());
    CHECK(archive.read("chart.svg").ends_with("</svg>\n"));
    CHECK(archive.run({"stats", "--svg", "-"}).out == archive.read("chart.svg"));
    CHECK(archive.run({"stats", "--svg", "nowhere/chart.svg"}).status == 2);
    CHECK(archive.run({"stats", "--svg", "x.svg", "--json"}).status == 2);
}

TEST_CASE("stats of nothing has status 1") {
    const Archive archive;
    const Run none = archive.run({"stats", "zeppelin"});
    CHECK(none.status == 1);
    CHECK(none.err == "newsarc: note: no article matches: zeppelin\n");
    CHECK(archive.run({"stats", "(("}).err.find("* finds all") != std::string::npos);
}
