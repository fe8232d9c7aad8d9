#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

namespace {

class Archive : public Sandbox {
public:
    Archive() {
        write("in/a.txt", port_article);
        write("in/b.txt", dyke_article);
        write("in/c.txt",
              "Tuesday market grows\n\nStalls reach the bridge.\n\nREAD ALSO: A Tale of Two Stalls\n");
        REQUIRE(run({"add", "in"}).status == 0);
    }
};

}  // namespace

TEST_CASE("links lists those of the archive, of articles, and what points at one") {
    const Archive archive;
    const Run all = archive.run({"links"});
    CHECK(all.status == 0);
    CHECK(all.out ==
          "1\trelated\tCouncil Votes for Higher Dykes (id 2)\n"
          "1\tpromotion\thttps://whatsapp.com/channel/0000harbour\n"
          "3\trelated\tA Tale of Two Stalls\n");
    CHECK(archive.run({"links", "--to", "2"}).out == "1\trelated\tRiver Port Reopens After Flood\n");
    CHECK(archive.run({"links", "--unresolved"}).out == "3\trelated\tA Tale of Two Stalls\n");
    CHECK(archive.run({"links", "3", "1", "-n", "2", "--format", "{from} {kind}"}).out ==
          "3 related\n1 related\n");
    CHECK(archive.run({"links", "--kind", "promotion", "--host", "whatsapp.com", "--format", "{url}"}).out ==
          "https://whatsapp.com/channel/0000harbour\n");
    CHECK(archive.run({"links", "--hosts"}).out == "1\twhatsapp.com\t1\n");
}

TEST_CASE("links go to other programs, and ids come from them") {
    const Archive archive;
    const auto lines = archive.run({"links", "1", "--json"}).json_lines();
    REQUIRE(lines.size() == 2);
    CHECK(lines[0]["from"] == 1);
    CHECK(lines[0]["article"] == 2);
    CHECK(lines[1]["host"] == "whatsapp.com");
    CHECK(archive.run({"links", "--hosts", "--json"}).json()["links"] == 1);
    CHECK(archive.shell("newsarc search --ids port | newsarc links - --format csv --kind related").out ==
          "from,headline,kind,label,title,url,host,article\r\n"
          "1,River Port Reopens After Flood,related,READ ALSO,Council Votes for Higher Dykes,,,2\r\n");
    CHECK(archive.run({"links", "--hosts", "--format", "csv"}).out ==
          "host,links,articles\r\nwhatsapp.com,1,1\r\n");
}

TEST_CASE("links of nothing has status 1 and says so") {
    const Archive archive;
    const Run none = archive.run({"links", "2"});
    CHECK(none.status == 1);
    CHECK(none.out.empty());
    CHECK(none.err == "newsarc: note: no link there\n");
    const Run unknown = archive.run({"links", "99"});
    CHECK(unknown.status == 1);
    CHECK(unknown.err.starts_with("newsarc: error: no article has the id 99\n"));
    CHECK(archive.run({"links", "1", "99"}).status == 1);
    CHECK(archive.run({"links", "--to", "99"}).status == 1);
    CHECK(archive.shell("newsarc links - </dev/null").status == 1);
    CHECK(archive.run({"links", "--hosts", "--unresolved"}).err ==
          "newsarc: note: no host is linked to there\n");
}

TEST_CASE("links refuses formats it does not have") {
    const Archive archive;
    CHECK(archive.run({"links", "--format", "xml"}).status == 2);
    CHECK(archive.run({"links", "--format", "{nowhere}"}).status == 2);
    CHECK(archive.run({"links", "--format", "csv", "--json"}).status == 2);
    CHECK(archive.run({"links", "--hosts", "--format", "{url}"}).status == 2);
    CHECK(archive.run({"links", "--kind", "bodi"}).err.find("did you mean body?") != std::string::npos);
}
