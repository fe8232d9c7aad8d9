#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

namespace {

class Archive : public Sandbox {
public:
    Archive() {
        write("in/a.txt", port_article);
        write("in/b.txt", dyke_article);
        REQUIRE(run({"add", "in"}).status == 0);
    }

    void add(const std::string& name, const std::string& text) const {
        write(name, text);
        REQUIRE(run({"add", name}).status == 0);
    }
};

}  // namespace

TEST_CASE("a search is saved, run again by its name, listed and removed") {
    const Archive archive;
    const Run saved = archive.run({"search", "--save", "river", "--ids", "dykes", "OR", "harbour"});
    CHECK(saved.status == 0);
    CHECK(saved.out == archive.run({"search", "--ids", "dykes OR harbour"}).out);
    CHECK(saved.err == "newsarc: note: saved: newsarc search @river runs it again\n");
    CHECK(archive.run({"search", "--ids", "@river"}).out == saved.out);
    CHECK(archive.run({"search", "--ids", "@river", "credit:dyke"}).out == "2\n");
    CHECK(archive.run({"list", "--ids", "@river", "credit:dyke"}).out == "2\n");
    CHECK(archive.run({"export", "@river", "credit:dyke"}).json()["id"] == 2);
    CHECK(archive.run({"stats", "--json", "@river"}).json()["articles"] == 2);
    CHECK(archive.run({"search", "--json", "@river"}).json()["query"] == "dykes OR harbour");
    CHECK(archive.run({"search", "--saved"}).out == "@river  2 articles\n    dykes OR harbour\n");
    CHECK(archive.run({"search", "--forget", "river"}).status == 0);
    const Run none = archive.run({"search", "--saved"});
    CHECK(none.status == 1);
    CHECK(none.out.empty());
}

TEST_CASE("what is new to a saved search is given once") {
    const Archive archive;
    REQUIRE(archive.run({"search", "--save", "dykes", "dykes"}).status == 0);
    const Run nothing = archive.run({"search", "--new", "@dykes"});
    CHECK(nothing.status == 1);
    CHECK(nothing.err == "newsarc: note: nothing new for: dykes\n");
    archive.add("c.txt", "Dykes hold\n\nSo far, so good.\n");
    archive.add("d.txt", "A walk on the dykes\n\nBring boots.\n");
    CHECK(archive.run({"search", "--saved", "--json"}).json()["new"] == 2);
    CHECK(archive.run({"search", "@dykes", "--new", "--count"}).out == "2\n");
    const Run first = archive.run({"search", "@dykes", "--new", "--ids", "-n", "1"});
    CHECK(first.err == "newsarc: note: not all were shown: all 2 stay new\n");
    CHECK(archive.run({"search", "@dykes", "--new", "--ids"}).out.size() == 4);
    CHECK(archive.run({"search", "@dykes", "--new", "--ids"}).out.empty());
    CHECK(archive.run({"search", "@dykes", "--ids"}).out.size() > 4);
}

TEST_CASE("a name that no search has is text, or an error where a search is needed") {
    const Archive archive;
    REQUIRE(archive.run({"search", "--save", "river", "dykes"}).status == 0);
    const Run text = archive.run({"search", "@rivers"});
    CHECK(text.err.starts_with(
        "newsarc: note: no saved search has the name rivers, so @rivers is text; did you mean @river?\n"));
    CHECK(archive.run({"search", "@harbour master"}).status == 0);
    const Run needed = archive.run({"search", "@rivers", "--new"});
    CHECK(needed.status == 2);
    CHECK(needed.err == "newsarc: error: no saved search has the name rivers\nhint: did you mean @river?\n");
    CHECK(archive.run({"search", "dykes", "--new"}).status == 2);
    CHECK(archive.run({"search", "--forget", "nobody"}).status == 2);
    CHECK(archive.run({"search", "--forget", "@river"}).status == 0);
}

TEST_CASE("saving refuses what it cannot do, and keeps nothing") {
    const Archive archive;
    archive.write("batch", "1\tdykes\n");
    CHECK(archive.run({"search", "--save", "a b", "dykes"}).status == 2);
    CHECK(archive.run({"search", "--save", "a", "--batch", "batch"}).status == 2);
    CHECK(archive.run({"search", "--saved", "dykes"}).status == 2);
    CHECK(archive.run({"search", "--saved", "--forget", "a"}).status == 2);
    CHECK(archive.run({"search", "--save", "a"}).status == 2);
    CHECK(archive.run({"search", "--saved"}).status == 1);
    const Run found_nothing = archive.run({"search", "--save", "later", "zeppelin"});
    CHECK(found_nothing.status == 0);
    CHECK(archive.run({"search", "--saved"}).out == "@later  0 articles\n    zeppelin\n");
}

TEST_CASE("a saved search is replaced only where somebody says so") {
    Sandbox archive;
    archive.write("a.txt", port_article);
    REQUIRE(archive.run({"add", "a.txt"}).status == 0);
    REQUIRE(archive.run({"search", "-q", "--save", "port", "portvale"}).status == 0);
    CHECK(archive.run({"search", "-q", "--save", "port", "portvale"}).status == 0);
    const Run refused = archive.run({"search", "--save", "port", "barges"});
    CHECK(refused.status == 2);
    CHECK(refused.out.empty());
    CHECK(refused.err == "newsarc: error: @port is saved already, as: portvale\nhint: --force replaces it\n");
    archive.standard_input = "n\n";
    CHECK(archive.run_on_terminal({"search", "--save", "port", "barges"}).status == 1);
    CHECK(archive.run({"search", "--saved", "--json"}).json()["query"] == "portvale");
    archive.standard_input = "y\n";
    CHECK(archive.run_on_terminal({"search", "--save", "port", "barges"}).status == 0);
    CHECK(archive.run({"search", "--saved", "--json"}).json()["query"] == "barges");
    CHECK(archive.run({"search", "-q", "--force", "--save", "port", "grain"}).status == 0);
    CHECK(archive.run({"search", "--saved", "--json"}).json()["query"] == "grain");
}
