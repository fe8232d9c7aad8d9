#include <sqlite3.h>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

#include "program/sandbox.hpp"
#include "support/catch.hpp"
#include "support/harmless.hpp"

using namespace newsarc::tests;
using newsarc::test::harm_in;

namespace {

using Arguments = std::vector<std::string>;

/// A title, a screen cleared, a colour by C1, a device string, a link of its own, text turned round, a return
/// and a line that poses as a message.
const std::string hostile =
    "x\x1B]0;title\x07\x1B[2J\xC2\x9B"
    "31m\x1BP0q\x1B\\\x1B]8;;https://evil.example\x1B\\y\x1B]8;;\x1B\\\xE2\x80\xAE"
    "desrever\xE2\x81\xA6\xE2\x80\x8F\xD8\x9C\x7F\x08\xE2\x81\xA0\xE2\x81\xAA\xEF\xBB\xBF\xF0\x9D\x85\xB3"
    "\rnewsarc: error: z";

std::string escaped(const std::string& text) {
    return nlohmann::json(text).dump();
}

/// Two articles that hold it wherever a stranger could write it: from files, and as a record.
class Hostile : public Sandbox {
public:
    Hostile() {
        environment["NEWSARC_PAGER"] = "cat";
        const std::string body =
            " The zeppelin landed in the fog at the old harbour of the town, and the crew went "
            "ashore to see the market before the evening train left for the coast again.";
        write("in/" + hostile + ".txt",
              "Credit: " + hostile + "\n\nZeppelin " + hostile + "\n\nBy Jane " + hostile + "\n\nPORT " +
                  hostile + ", Jan 21 (" + hostile + ") -" + body + "\n\nREAD ALSO: " + hostile +
                  "\n\nSee https://example.org/" + hostile + "\n\nEditor's note: " + hostile + "\n");
        nlohmann::json record;
        record["headline"] = "Zeppelin again " + hostile;
        record["key"] = hostile;
        for (const char* field : {"deck", "credit", "byline", "path"})
            record[field] = hostile;
        record["body"] = body + hostile + "\n\n" + hostile;
        record["tags"] = {"a " + std::string("\xE2\x80\xAE") + "tag"};
        record["links"] = {
            {{"kind", "related"}, {"title", hostile}, {"url", "https://example.org/" + hostile}},
            {{"kind", "promotion"}, {"title", hostile}}};
        record["notes"] = {{{"kind", "editor"}, {"text", hostile}}};
        record["dateline"] = {{"text", hostile}, {"place", hostile}, {"agency", hostile}};
        write("records.jsonl", record.dump() + "\n");
        write("odd.jsonl", "{\"headline\": \"a\", " + escaped(hostile) + ": 1}\n{\"tags\": [" +
                               escaped(hostile) + "], \"published\": " + escaped(hostile) +
                               ", \"body\": \"b\"}\n{" + hostile + "}\n");
        write("odd.csv", "headline," + hostile + "\na,b,c" + hostile + "\n");
        write("labels.txt", hostile + " en " + hostile + "\n");
        write("queries.tsv", hostile + "\tzeppelin " + hostile + "\n");
        write("config/newsarc/config.toml", "[" + hostile + "]\n");
        REQUIRE(run({"add", "in"}).status == 0);
        REQUIRE(run({"import", "records.jsonl"}).status == 0);
        REQUIRE(run({"search", "--save", "name", hostile}).status != 2);
    }  // namespace

    [[nodiscard]] std::string archive() const { return at("home/.local/share/newsarc/archive.db"); }
};

void check_harmless(const Sandbox& sandbox, const Arguments& arguments) {
    std::string line;
    for (const std::string& argument : arguments)
        line += argument + " ";
    INFO(line);
    const Run shown = sandbox.run_on_terminal(arguments);
    INFO(shown.out);
    CHECK(harm_in(shown.out).value_or("") == "");
    // Messages are cleaned wherever they go; so is text that is laid out for a person.
    CHECK(harm_in(sandbox.run(arguments).err).value_or("") == "");
    CHECK(shown.status < 128);
}

}  // namespace

TEST_CASE("no command sends a terminal what stands in an article") {
    const Hostile sandbox;
    for (const Arguments& arguments : std::vector<Arguments>{
             {"list"},
             {"list", "--sort", "added"},
             {"show", "1"},
             {"show", "2"},
             {"show", "1", "2", "--format", "{id} {headline} {credit} {body} {path} {tags} {key}"},
             {"show", "1", "--format", "original"},
             {"search", "zeppelin"},
             {"search", "zeppelin", "--explain"},
             {"search", "zeppelin", "--facet", "credit", "--facet", "byline", "--facet", "place", "--facet",
              "site", "--facet", "tag"},
             {"search", "zeppelin", "--group"},
             {"search", "zeppelin", "--format", "csv"},
             {"search", "zeppelin", "--format", "trec"},
             {"search", "zeppelin", "--format", "{headline} {snippet}"},
             {"search", "--saved"},
             {"search", "@name"},
             {"links"},
             {"links", "1"},
             {"links", "2"},
             {"links", "--hosts"},
             {"related", "1"},
             {"related", "2"},
             {"duplicates"},
             {"stats"},
             {"tag"},
             {"check"},
             {"check", "--verbose"},
             {"export"},
             {"export", "--format", "markdown"},
             {"export", "--format", "csv"},
             {"export", "--format", "ris"},
             {"export", "--format", "bibtex"},
             {"export", "--format", "ninjs"},
             {"edit", "1", "--print"},
             {"edit", "1", "--set", "headline=" + hostile},
             {"tag", "+new", "1", "2"},
             {"optimize"},
         })
        check_harmless(sandbox, arguments);
}

TEST_CASE("no command sends a terminal what stands in a file, its name or a message about it") {
    const Hostile sandbox;
    const std::string file = "in/" + hostile + ".txt";
    for (const Arguments& arguments : std::vector<Arguments>{
             {"add", "--dry-run", "-v", "in"},
             {"-A", "other.db", "add", "-v", "in"},
             {"add", file},
             {"add", "missing" + hostile},
             {"parse", file},
             {"parse", "--explain", file},
             {"parse", "missing" + hostile},
             {"import", "odd.jsonl"},
             {"import", "odd.csv"},
             {"import", "--format", "csv", "--map", hostile + "=headline", "odd.csv"},
             {"import", "--format", "archive", "odd.csv"},
             {"import", "missing" + hostile},
             {"add", "--labels", "labels.txt", "in"},
             {"search", "--batch", "queries.tsv"},
             {"export", "--format", "original", "-o", "out"},
             {"export", "-o", "out/missing/" + hostile},
             {"backup", "missing/" + hostile},
             {"-A", hostile, "list"},
             {"-A", hostile + "/b", "add", "in"},
         })
        check_harmless(sandbox, arguments);
    Hostile configured;
    configured.environment["XDG_CONFIG_HOME"] = configured.at("config");
    check_harmless(configured, {"list"});
}

TEST_CASE("no command sends a terminal what was typed") {
    const Hostile sandbox;
    for (const Arguments& arguments : std::vector<Arguments>{
             {"search", hostile},
             {"search", "--explain", hostile},
             {"search", "nowhere", "credit:" + hostile},
             {"search", "tga:" + hostile},
             {"search", "\"" + hostile},
             {"search", "@" + hostile},
             {"search", "--save", hostile, "zeppelin"},
             {"search", "--forget", hostile},
             {"search", "--format", "{" + hostile + "}", "zeppelin"},
             {"search", "--format", "{id}" + hostile, "zeppelin"},
             {"list", "--format", "{id}" + hostile},
             {"show", "1", "--format", "{id}" + hostile},
             {"links", "--format", "{from}" + hostile},
             {"list", hostile},
             {"list", "--since", hostile},
             {"show", hostile},
             {"links", hostile},
             {"related", hostile},
             {"tag", "+" + hostile, "1"},
             {"tag", "+x", hostile},
             {"edit", hostile},
             {"edit", "1", "--set", hostile + "=x"},
             {"edit", "1", "--set", "published=" + hostile},
             {"remove", hostile},
             {"export", hostile},
             {"export", "--format", hostile},
             {"help", hostile},
             {"completions", hostile},
             {hostile},
             {"--" + hostile},
         })
        check_harmless(sandbox, arguments);
}

TEST_CASE("an editor is given nothing that it could send to a terminal, and the article comes back") {
    Hostile sandbox;
    sandbox.write("look", "#!/bin/sh\ncp \"$1\" '" + sandbox.at("seen") + "'\n");
    std::filesystem::permissions(sandbox.at("look"), std::filesystem::perms::owner_all);
    sandbox.environment["EDITOR"] = sandbox.at("look");
    for (const std::string id : {"1", "2"}) {
        // Blanks around the body go with the first edit.
        REQUIRE(sandbox.shell("newsarc edit " + id + " --print >first; newsarc edit " + id + " --from first")
                    .status == 0);
        const std::string before = sandbox.run({"show", "--json", id}).out;
        CHECK(sandbox.run({"edit", id}).err.find("nothing was changed") != std::string::npos);
        CHECK(harm_in(sandbox.read("seen")).value_or("") == "");
        CHECK(sandbox.run({"edit", id, "--from", "seen"}).status == 0);
        CHECK(sandbox.run({"show", "--json", id}).out == before);
    }
}

TEST_CASE("questions and reports of damage are as harmless") {
    Hostile sandbox;
    sandbox.standard_input = "n\n";
    const Run asked = sandbox.run_on_terminal({"remove", "1", "2"});
    INFO(asked.out);
    CHECK(asked.out.find("[y/N]") != std::string::npos);
    CHECK(harm_in(asked.out).value_or("") == "");
    sandbox.standard_input.clear();
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(sandbox.archive().c_str(), &database) == SQLITE_OK);
    CHECK(sqlite3_exec(database,
                       "UPDATE article SET body = body || headline; UPDATE sqlar SET data = x'00', sz = 99;"
                       "UPDATE tag SET article = 99; UPDATE posting_block SET terms = x'1B5B324A'",
                       nullptr, nullptr, nullptr) != SQLITE_MISUSE);
    sqlite3_close(database);
    for (const Arguments& arguments : std::vector<Arguments>{
             {"check"}, {"check", "--quick"}, {"show", "1", "--format", "original"}, {"check", "--repair"}})
        check_harmless(sandbox, arguments);
    CHECK(sandbox.run({"remove", "--force", "1", "2"}).status == 0);
}
