#include "program/sandbox.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"

#include <filesystem>

using namespace newsarc::tests;

namespace {

/// The names of files left in the folder for temporary ones.
std::vector<std::string> left_in(const Sandbox& sandbox) {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(sandbox.at("tmp")))
        out.push_back(entry.path().string());
    return out;
}

/// With an editor that runs a line of sed, and a folder for temporary files.
struct Editing : TwoArticles {
    explicit Editing(const std::string& sed) {
        write("tmp/x", "");
        std::filesystem::remove(at("tmp/x"));
        environment["EDITOR"] = "sed -i '" + sed + "'";
        environment["TMPDIR"] = at("tmp");
    }
};

}  // namespace

TEST_CASE("single fields are set and taken away") {
    const TwoArticles sandbox;
    const Run run = sandbox.run({"edit", "2", "--set", "credit=NewsX", "--set=published=2025-01-21", "--set",
                                 "authors=Jane Roe | Editor", "--set", "tags=a;b"});
    CHECK(run.status == 0);
    CHECK(run.out == "changed 2  Council Votes for Higher Dykes\n");
    CHECK(sandbox.run({"search", "--ids", "credit:newsx"}).out == "2\n");
    const auto shown =
        sandbox.run({"edit", "2", "--unset", "credit", "--set", "headline=A=B", "--json"}).json();
    CHECK(shown["credit"].is_null());
    CHECK(shown["headline"] == "A=B");
    CHECK(shown["published"] == "2025-01-21");
    CHECK(shown["authors"][0]["role"] == "Editor");
    CHECK(shown["tags"] == nlohmann::json{"a", "b"});
    CHECK(shown["id"] == 2);
    CHECK(sandbox.run({"search", "--ids", "headline:dykes"}).status == 1);
    CHECK(sandbox.run({"show", "--format", "original", "2"}).out == dyke_article);
}

TEST_CASE("a change that cannot be stored changes nothing") {
    const TwoArticles sandbox;
    struct Case {
        std::vector<std::string> arguments;
        std::string message;
    };
    for (const Case& each : std::vector<Case>{
             {{"--set", "published=soon"}, "'soon' is no date"},
             {{"--set", "creditt=x"}, "there is no field 'creditt' to be set"},
             {{"--set", "language=english"}, "'english' is no language tag"},
             {{"--set", "added=2025"}, "there is no field 'added' to be set"},
             {{"--set", "place=X"}, "there is no dateline that this could be a part of"},
             {{"--set", "credit"}, "--set takes FIELD=VALUE, not 'credit'"},
             {{"--unset", "headline", "--unset", "body"}, "an article needs a headline or a body"},
             {{"--set", "credit=x", "--print"}, "do not go together"},
         }) {
        std::vector<std::string> arguments{"edit", "2"};
        arguments.insert(arguments.end(), each.arguments.begin(), each.arguments.end());
        const Run run = sandbox.run(arguments);
        CHECK(run.status == 2);
        INFO(run.err);
        CHECK(run.err.find(each.message) != std::string::npos);
    }
    CHECK(sandbox.run({"show", "--json", "2"}).json()["credit"] == "Dyke Weekly");
    CHECK(sandbox.run({"edit", "99", "--set", "credit=x"}).status == 1);
}

TEST_CASE("no two articles are made the same by editing") {
    const TwoArticles sandbox;
    REQUIRE(sandbox.run({"edit", "1", "--set", "key=k"}).status == 0);
    CHECK(sandbox.run({"edit", "2", "--set", "key=k"}).err.find("the key k is that of article 1") !=
          std::string::npos);
    CHECK(sandbox.shell("newsarc edit --print 1 | sed '/^key:/d' | newsarc edit --from - 2")
              .err.find("it would be the same as article 1") != std::string::npos);
}

TEST_CASE("the whole record is edited in the user's editor") {
    const Editing sandbox("s/barges/boats/; s/^credit: .*/credit: Quay News/");
    const Run run = sandbox.run({"edit", "1"});
    CHECK(run.err.empty());
    CHECK(run.out == "changed 1  River Port Reopens After Flood\n");
    CHECK(sandbox.run({"search", "--ids", "boats credit:quay"}).out == "1\n");
    CHECK(sandbox.run({"search", "--ids", "barges"}).status == 1);
    const auto links = sandbox.run({"show", "--json", "1"}).json()["links"];
    CHECK(links[0]["title"] == "Council Votes for Higher Dykes");
    CHECK(links[0]["article"] == 2);
    CHECK(links[1]["host"] == "whatsapp.com");
    CHECK(left_in(sandbox).empty());
}

TEST_CASE("an editor that changes nothing changes nothing") {
    const Editing sandbox("s/no such word//");
    const std::string before = sandbox.run({"show", "--json", "1"}).out;
    const Run run = sandbox.run({"edit", "1"});
    CHECK(run.status == 0);
    CHECK(run.err == "newsarc: note: nothing was changed\n");
    CHECK(sandbox.run({"show", "--json", "1"}).out == before);
    CHECK(left_in(sandbox).empty());
}

TEST_CASE("what was written is kept when it cannot be stored, and can be stored later") {
    const Editing sandbox("s/barges/boats/; s/^published:/& tomorrow/");
    const Run run = sandbox.run({"edit", "1"});
    CHECK(run.status == 2);
    CHECK(run.err.find(": 'tomorrow' is no date") != std::string::npos);
    const auto kept = left_in(sandbox);
    REQUIRE(kept.size() == 1);
    CHECK(run.err.find("run: newsarc edit --from " + kept[0] + " 1") != std::string::npos);
    CHECK(sandbox.run({"search", "--ids", "boats"}).status == 1);
    const auto permissions = std::filesystem::status(kept[0]).permissions();
    CHECK((permissions & std::filesystem::perms::group_read) == std::filesystem::perms::none);
    REQUIRE(sandbox.shell("sed -i 's/tomorrow/2025/' " + kept[0]).status == 0);
    CHECK(sandbox.run({"edit", "--from", kept[0], "1"}).status == 0);
    CHECK(sandbox.run({"search", "--ids", "boats"}).out == "1\n");
}

TEST_CASE("on a terminal a text that cannot be stored can be edited again") {
    Editing sandbox("s/^published: tomorrow/published: 2025/; s/^published:$/published: tomorrow/");
    sandbox.standard_input = "y\n";
    const Run run = sandbox.run_on_terminal({"edit", "1"});
    INFO(run.out);
    CHECK(run.status == 0);
    CHECK(run.out.find(": 'tomorrow' is no date") != std::string::npos);
    CHECK(sandbox.run({"show", "--json", "1"}).json()["published"] == "2025");
    CHECK(left_in(sandbox).empty());
}

TEST_CASE("an article that another changed meanwhile is not overwritten") {
    Editing sandbox("s/barges/boats/");
    sandbox.environment["VISUAL"] =
        "change() { '" + newsarc::test::program_path() +
        "' edit -q 1 --set credit=Other; sed -i s/barges/boats/ \"$1\"; }; change";
    const Run run = sandbox.run({"edit", "1"});
    CHECK(run.status == 2);
    CHECK(run.err.find("article 1 was changed by another meanwhile") != std::string::npos);
    CHECK(left_in(sandbox).size() == 1);
    CHECK(sandbox.run({"show", "--json", "1"}).json()["credit"] == "Other");
}

TEST_CASE("an editor that fails or is not there is told of") {
    Editing sandbox("s/x/y/");
    sandbox.environment["EDITOR"] = "false";
    CHECK(sandbox.run({"edit", "1"}).err.find("the editor failed: false") != std::string::npos);
    sandbox.environment["EDITOR"] = "no-such-editor";
    CHECK(sandbox.run({"edit", "1"}).err.find("there is no editor no-such-editor") != std::string::npos);
    CHECK(left_in(sandbox).empty());
}

TEST_CASE("a field that has the value already is no change") {
    const TwoArticles sandbox;
    const Run run = sandbox.run({"edit", "2", "--set", "credit=Dyke Weekly", "--unset", "deck"});
    CHECK(run.status == 0);
    CHECK(run.out.empty());
    CHECK(run.err == "newsarc: note: nothing was changed\n");
}

// An edited article used to count its words as the index does.
TEST_CASE("an edited article has as many words as one that is added so") {
    const TwoArticles sandbox;
    const std::string body = "It isn't the U.S. that's 10:30 late, \u6e21\u8f6e\u6062\u590d says.";
    REQUIRE(sandbox.run({"edit", "1", "--set", "body=" + body}).status == 0);
    CHECK(sandbox.shell("newsarc show --json 1 | newsarc -A other.db import -").status == 0);
    CHECK(sandbox.run({"show", "--json", "1"}).json()["words"] ==
          sandbox.run({"show", "-A", "other.db", "--json", "1"}).json()["words"]);
}

namespace {

/// An article of one file, some fields of which are set by hand.
struct HandEdited : Sandbox {
    explicit HandEdited(const std::vector<std::string>& set) {
        environment["NEWSARC_ARCHIVE"] = at("news.db");
        write_file("Mill Opens", "Flour is ground at the weir.");
        REQUIRE(run({"add", "-q", "in"}).status == 0);
        std::vector<std::string> edit{"edit", "-q", "1"};
        for (const std::string& each : set)
            edit.insert(edit.end(), {"--set", each});
        REQUIRE(run(edit).status == 0);
    }

    void write_file(const std::string& headline, const std::string& body) const {
        write("in/a.txt", "Credit: Mill Post\n\n" + headline + "\n\n" + body + "\n");
    }

    nlohmann::json shown() const { return run({"show", "--json", "1"}).json(); }
};

}  // namespace

TEST_CASE("what was set by hand is told, and found") {
    const HandEdited sandbox({"credit=Weir Weekly", "language=en-GB", "tags=mills"});
    CHECK(sandbox.shown()["edited"] == nlohmann::json{"credit", "language"});
    CHECK(sandbox.run({"show", "1"}).out.find("set by hand: credit, language") != std::string::npos);
    CHECK(sandbox.run({"list", "--ids", "is:edited"}).out == "1\n");
    CHECK(sandbox.run({"edit", "-q", "1", "--set", "credit=Mill Post"}).status == 0);
    CHECK(sandbox.shown()["edited"] == nlohmann::json{"language"});
    CHECK(sandbox.run({"edit", "-q", "1", "--set", "language=en"}).status == 0);
    CHECK(sandbox.shown()["edited"].empty());
    CHECK(sandbox.run({"list", "--ids", "is:edited"}).status == 1);
}

TEST_CASE("what was set by hand stays when the file changes elsewhere") {
    const HandEdited sandbox({"credit=Weir Weekly", "deck="});
    sandbox.write_file("Mill Opens", "Flour is ground at the old weir.");
    CHECK(sandbox.run({"add", "in"}).out.find("updated 1  Mill Opens  (as you edited it: credit)\n") == 0);
    CHECK(sandbox.shown()["credit"] == "Weir Weekly");
    CHECK(sandbox.shown()["body"] == "Flour is ground at the old weir.");
    CHECK(sandbox.shown()["edited"] == nlohmann::json{"credit"});
    CHECK(sandbox.run({"add", "in"}).out.find("1 unchanged") != std::string::npos);
    CHECK(sandbox.run({"check"}).status == 0);
}

TEST_CASE("where the file changes what a hand had set, the hand's field stays") {
    const HandEdited sandbox({"headline=The Mill Opens"});
    sandbox.write_file("Mill Is Open", "Flour is ground at the weir.");
    CHECK(
        sandbox.run({"add", "in"}).out.find("unchanged 1  The Mill Opens  (as you edited it: headline)\n") ==
        0);
    CHECK(sandbox.shown()["headline"] == "The Mill Opens");
    sandbox.write_file("The Mill Opens", "Flour is ground at the weir.");
    CHECK(sandbox.run({"add", "in"}).status == 0);
    CHECK(sandbox.shown()["edited"].empty());
    CHECK(sandbox.run({"check"}).status == 0);
}

TEST_CASE("of a text that both the hand and the file changed, the file's is taken, and that is told") {
    const HandEdited sandbox({"body=Flour is milled at the weir."});
    sandbox.write_file("The Mill Opens", "Flour is ground at the weir.");
    CHECK(sandbox.run({"add", "in"}).out.find("updated 1  The Mill Opens  (as you edited it: body)\n") == 0);
    CHECK(sandbox.shown()["body"] == "Flour is milled at the weir.");
    sandbox.write_file("The Mill Opens", "Flour is ground at the old weir.");
    const Run run = sandbox.run({"add", "--json", "in"});
    CHECK(run.json_lines()[0]["undone"] == nlohmann::json{"body"});
    CHECK(sandbox.shown()["body"] == "Flour is ground at the old weir.");
    CHECK(sandbox.shown()["edited"].empty());
    CHECK(sandbox.run({"show", "--at", "3", "1"}).out.find("milled") != std::string::npos);
    sandbox.write_file("The Mill Opens", "Flour is ground again.");
    CHECK(sandbox.run({"add", "in"}).out.find("updated 1  The Mill Opens\n") == 0);
}

TEST_CASE("what was set by hand in a record stays when it is imported again") {
    Sandbox sandbox;
    sandbox.environment["NEWSARC_ARCHIVE"] = sandbox.at("news.db");
    const auto import = [&](const std::string& body) {
        sandbox.write("a.jsonl",
                      "{\"key\": \"k\", \"headline\": \"Mill Opens\", \"body\": \"" + body + "\"}\n");
        return sandbox.run({"import", "a.jsonl"}).out;
    };
    import("Flour.");
    REQUIRE(sandbox.run({"edit", "-q", "1", "--set", "credit=Mill Post"}).status == 0);
    CHECK(import("Flour.").find("0 added, 1 duplicate") != std::string::npos);
    CHECK(import("Bread.").find("updated 1  Mill Opens  (as you edited it: credit)\n") == 0);
    const auto shown = sandbox.run({"show", "--json", "1"}).json();
    CHECK(shown["credit"] == "Mill Post");
    CHECK(shown["body"] == "Bread.");
}

TEST_CASE("what is added gets fields and tags that the command line says") {
    Sandbox sandbox;
    sandbox.environment["NEWSARC_ARCHIVE"] = sandbox.at("news.db");
    sandbox.write("in/a.txt", "Mill Opens\n\nFlour is ground at the weir.\n");
    const Run run = sandbox.run({"add", "--set", "credit=Mill Post", "--tag", "mills", "--tag=weir", "in"});
    CHECK(run.status == 0);
    const auto shown = sandbox.run({"show", "--json", "1"}).json();
    CHECK(shown["credit"] == "Mill Post");
    CHECK(shown["tags"] == nlohmann::json{"mills", "weir"});
    CHECK(shown["edited"] == nlohmann::json{"credit"});
    CHECK(sandbox.run({"add", "in"}).out.find("1 unchanged") != std::string::npos);
    sandbox.write("in/b.txt", "Mill Opens\n\nFlour is ground at the weir.\n");
    CHECK(sandbox.run({"add", "in/b.txt"}).out.find("duplicate of 1") == 0);
    sandbox.write("in/a.txt", "Mill Opens\n\nFlour is ground at the old weir.\n");
    CHECK(sandbox.run({"add", "in/a.txt"}).status == 0);
    CHECK(sandbox.run({"show", "--json", "1"}).json()["credit"] == "Mill Post");
    for (const char* wrong : {"credit", "creditt=x", "published=soon", "added=2025"})
        CHECK(sandbox.run({"add", "--set", wrong, "in"}).status == 2);
    CHECK(sandbox.run({"import", "--set", "credit=X", "--tag", "", "a.jsonl"}).status == 2);
    CHECK(sandbox.run({"check"}).status == 0);
}
