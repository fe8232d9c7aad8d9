#include <sqlite3.h>

#include <string>

#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

namespace {

class Archive : public TwoArticles {
public:
    void damage(const std::string& sql) const {
        sqlite3* database = nullptr;
        const std::string path = at("home/.local/share/newsarc/archive.db");
        REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
        REQUIRE(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(database);
    }
};

}  // namespace

TEST_CASE("a sound archive passes its check") {
    const Archive archive;
    for (const char* option : {"-v", "--quick", "--repair"}) {
        const Run run = archive.run({"check", option});
        CHECK(run.status == 0);
        CHECK(run.out == "2 articles and 2 stored files: sound\n");
        CHECK(run.err.empty());
    }
    CHECK(archive.run({"check", "-q"}).out.empty());
    const auto json = archive.run({"check", "--json"}).json();
    CHECK(json["articles"] == 2);
    CHECK(json["originals"] == 2);
    CHECK(json["findings"].empty());
    CHECK(json["repaired"].is_null());
    CHECK(json["seconds"].is_number());
}

TEST_CASE("damage is told with its article, has status 1, and is repaired") {
    const Archive archive;
    archive.damage("UPDATE article SET headline = 'Dykes' || char(27) || '[31m' WHERE id = 2");
    const Run run = archive.run({"check"});
    CHECK(run.status == 1);
    CHECK(run.out.find("article 2: its uid is ") != std::string::npos);
    CHECK(run.out.find("index 2: the words ") != std::string::npos);
    CHECK(run.out.ends_with("findings\n"));
    CHECK(run.err == "hint: what can be made anew is mended by: newsarc check --repair\n");
    const auto json = archive.run({"check", "--json"}).json();
    CHECK(json["findings"][0]["area"] == "article");
    CHECK(json["findings"][0]["article"] == 2);
    CHECK(json["findings"][0]["message"].is_string());
    CHECK(json["findings"][0]["repairable"] == true);

    const Run repaired = archive.run({"check", "--repair"});
    CHECK(repaired.status == 0);
    CHECK(repaired.out.find("1 article restored from stored files") != std::string::npos);
    CHECK(repaired.out.ends_with("2 articles and 2 stored files: sound\n"));
    CHECK(archive.run({"show", "--json", "2"}).json()["headline"] == "Council Votes for Higher Dykes");
    CHECK(archive.run({"check"}).status == 0);
}

TEST_CASE("what cannot be repaired stays a finding") {
    const Archive archive;
    archive.damage("UPDATE sqlar SET data = zeroblob(9) WHERE name = 'in/a.txt'");
    CHECK(archive.run({"check", "--quick"}).status == 1);
    const Run run = archive.run({"check", "--repair", "--json"});
    CHECK(run.status == 1);
    CHECK(run.json()["findings"][0]["area"] == "original");
    CHECK(run.json()["findings"][0]["article"] == 1);
    CHECK(run.json()["findings"][0]["repairable"] == false);
    CHECK(run.json()["repaired"]["articles_restored"] == 0);
}

TEST_CASE("a check of pages that were overwritten names what is broken, and changes nothing") {
    const Archive archive;
    const std::string name = "home/.local/share/newsarc/archive.db";
    std::string bytes = archive.read(name);
    bytes.replace(bytes.size() / 4 * 3, 8192, 8192, '\xA5');
    archive.write(name, bytes);
    const Run run = archive.run({"check"});
    CHECK(run.status == 1);
    CHECK(run.out.find("file: ") != std::string::npos);
    CHECK(archive.read(name) == bytes);
}

TEST_CASE("a check that cannot be done is an error") {
    const Sandbox sandbox;
    CHECK(sandbox.run({"check"}).err.find("newsarc add") != std::string::npos);
    const Run run = sandbox.run({"check", "--quick", "--repair"});
    CHECK(run.status == 2);
    CHECK(run.err.find("do not go together") != std::string::npos);
    sandbox.write("notes.txt", "my notes");
    CHECK(sandbox.run({"check", "-A", "notes.txt"}).status == 2);
}
