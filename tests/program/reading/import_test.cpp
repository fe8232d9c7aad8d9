#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

TEST_CASE("import stores an article a line, and says so as add does") {
    Sandbox sandbox;
    sandbox.write("articles.jsonl",
                  "{\"key\": \"a\", \"headline\": \"River port reopens\", \"body\": \"Barges came.\"}\n"
                  "\n"
                  "{\"key\": \"b\", \"headline\": \"Council votes\", \"published\": \"2025-01-21\"}\r\n");
    const Run run = sandbox.run({"import", "articles.jsonl", "--json"});
    CHECK(run.status == 0);
    const auto lines = run.json_lines();
    REQUIRE(lines.size() == 3);
    CHECK(lines[0]["status"] == "added");
    CHECK(lines[0]["key"] == "a");
    CHECK(lines[0]["id"] == 1);
    CHECK(lines[2]["summary"]["added"] == 2);
    CHECK(sandbox.run({"show", "2", "--json"}).json()["published"] == "2025-01-21");
    CHECK(sandbox.run({"search", "barges", "--ids"}).out == "1\n");
}

TEST_CASE("importing the same key again updates") {
    Sandbox sandbox;
    sandbox.write("one.jsonl", R"({"key": "a", "headline": "River port reopens"})");
    sandbox.write("two.jsonl", R"({"key": "a", "headline": "River port closes"})");
    CHECK(sandbox.run({"import", "one.jsonl"}).status == 0);
    CHECK(sandbox.run({"import", "one.jsonl", "--json"}).json_lines()[0]["status"] == "duplicate");
    CHECK(sandbox.run({"import", "two.jsonl", "--json"}).json_lines()[0]["status"] == "updated");
    CHECK(sandbox.run({"list", "--ids"}).out == "1\n");
    CHECK(sandbox.run({"search", "reopens", "--ids"}).status == 1);
}

TEST_CASE("what show prints, import reads") {
    Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    CHECK(sandbox.run({"add", "a.txt"}).status == 0);
    const Run shown = sandbox.run({"show", "1", "--json"});
    sandbox.standard_input = shown.out;
    CHECK(sandbox.run({"-A", "other.db", "import", "-"}).status == 0);
    CHECK(sandbox.run({"-A", "other.db", "show", "1", "--json"}).out == shown.out);
}

TEST_CASE("bad lines are named and passed over") {
    Sandbox sandbox;
    sandbox.write("mixed.jsonl",
                  "{\"headline\": \"Good\"}\n"
                  "{\"headline\": \n"
                  "{\"colour\": \"red\"}\n"
                  "{\"headline\": \"Good too\", \"colour\": \"red\"}\n");
    const Run run = sandbox.run({"import", "mixed.jsonl"});
    CHECK(run.status == 3);
    CHECK(run.err.find("mixed.jsonl:2") != std::string::npos);
    CHECK(run.err.find("mixed.jsonl:3") != std::string::npos);
    CHECK(run.err.find("`colour`") != std::string::npos);
    CHECK(sandbox.run({"list", "--ids"}).out == "2\n1\n");
}

TEST_CASE("import of what cannot be read is an error that stores nothing") {
    Sandbox sandbox;
    sandbox.write("picture.png", "\x89PNG\r\n\x1A\n");
    for (const char* name : {"missing.jsonl", ".", "picture.png"}) {
        INFO(name);
        const Run run = sandbox.run({"import", name});
        CHECK(run.status == 2);
        CHECK(run.err.find("newsarc: error: ") == 0);
        CHECK(run.err.find("hint: ") != std::string::npos);
    }
    CHECK(sandbox.run({"list"}).status == 2);
    CHECK(sandbox.run({"import"}).status == 2);
}

TEST_CASE("a dry run of import stores nothing") {
    Sandbox sandbox;
    sandbox.write("one.jsonl", R"({"key": "a", "headline": "River port reopens"})");
    CHECK(sandbox.run({"import", "--dry-run", "one.jsonl", "--json"}).json_lines()[0]["status"] == "added");
    CHECK(sandbox.run({"list"}).status == 2);
}

TEST_CASE("JSON is imported in any layout") {
    const std::vector<std::string> files{
        "{\"headline\": \"One\"}\n{\"headline\": \"Two\"}\n",
        "[{\"headline\": \"One\"},{\"headline\": \"Two\"}]",
        "\xEF\xBB\xBF[\n {\n  \"headline\": \"One\"\n },\n {\n  \"headline\": \"Two\"\n }\n]\n",
        "{\n  \"headline\": \"One\"\n}\n{\n  \"headline\": \"Two\"\n}\n",
    };
    for (const std::string& file : files) {
        INFO(file);
        Sandbox sandbox;
        sandbox.write("a.json", file);
        CHECK(sandbox.run({"import", "a.json"}).status == 0);
        CHECK(sandbox.run({"list", "--sort", "added", "--format", "{headline}"}).out == "Two\nOne\n");
        sandbox.standard_input = file;
        CHECK(sandbox.run({"-A", "other.db", "import", "-"}).status == 0);
        CHECK(sandbox.run({"-A", "other.db", "list", "--count"}).out == "2\n");
    }
    Sandbox sandbox;
    sandbox.write("bad.json",
                  "[\n{\"headline\": \"One\"},\n{\"headline\": \"Two\",\n{\"headline\": \"Three\"}\n]");
    const Run run = sandbox.run({"import", "bad.json"});
    CHECK(run.status == 3);
    CHECK(run.err.find("bad.json:3: this is no JSON") != std::string::npos);
    CHECK(sandbox.run({"list", "--count"}).out == "2\n");
}

TEST_CASE("failures for one reason are told once, with how many more there are") {
    Sandbox sandbox;
    std::string lines;
    for (int i = 0; i < 50; ++i)
        lines += "{\"colour\": " + std::to_string(i) + "}\n";
    sandbox.write("a.jsonl", lines + "{\"headline\": \"One\"}\n");
    const Run run = sandbox.run({"import", "a.jsonl"});
    CHECK(run.status == 3);
    CHECK(run.err.find("a.jsonl:3: there is neither a headline nor a body") != std::string::npos);
    CHECK(run.err.find("a.jsonl:4") == std::string::npos);
    CHECK(run.err.find("47 more failed: there is neither a headline nor a body; --verbose names each") !=
          std::string::npos);
    CHECK(sandbox.run({"import", "-v", "a.jsonl"}).err.find("a.jsonl:50: there is") != std::string::npos);
}

TEST_CASE("records of other programs are read by the names, dates and bylines that they have") {
    Sandbox sandbox;
    sandbox.write(
        "a.jsonl",
        R"({"title":"One","text":"z one\r\n\r\ny two","author":{"name":"By Jane Roe, Staff Writer"},)"
        R"("source":"Ledger","date":"4 March 2025","url":"https://e.example/1","section":"Sport"})"
        "\n"
        R"({"kop":"Two","date":"N/A","author":["Ali Khan","Rosa Diaz"]})"
        "\n");
    const Run run = sandbox.run({"import", "--map", "kop=headline", "a.jsonl"});
    CHECK(run.status == 0);
    const auto one = sandbox.run({"show", "1", "--json"}).json();
    CHECK(one["headline"] == "One");
    CHECK(one["body"] == "z one\n\ny two");
    CHECK(one["byline"] == "Jane Roe");
    CHECK(one["authors"][0]["name"] == "Jane Roe");
    CHECK(one["authors"][0]["role"] == "Staff Writer");
    CHECK(one["credit"] == "Ledger");
    CHECK(one["published"] == "2025-03-04");
    const auto two = sandbox.run({"show", "2", "--json"}).json();
    CHECK(two["headline"] == "Two");
    CHECK(two["published"].is_null());
    CHECK(two["extra"]["published"] == "N/A");
    CHECK(two["byline"] == "Ali Khan, Rosa Diaz");
    CHECK(two["authors"].size() == 2);
    // What has no field is found, too.
    CHECK(sandbox.run({"list", "--ids", "extra.section:sport"}).out == "1\n");
    CHECK(sandbox.run({"list", "--ids", "extra.Section:sport"}).out == "1\n");
    CHECK(sandbox.run({"list", "--ids", "extra:sport"}).out == "1\n");
    CHECK(sandbox.run({"list", "--ids", "extra.desk:sport"}).status == 1);
    CHECK(sandbox.run({"import", "--map", "kop=colour", "a.jsonl"}).status == 2);
}

TEST_CASE("records are read in the charset that is stated, and in UTF-16 by itself") {
    Sandbox sandbox;
    sandbox.write("latin.csv",
                  "Titel;Text\nBr\xFC"
                  "cke zu;\"Sie ist \"\"zu\"\".\"\n");
    CHECK(sandbox
              .run({"import", "--encoding", "windows-1252", "--map", "Titel=headline", "--map", "Text=body",
                    "latin.csv"})
              .status == 0);
    CHECK(sandbox.run({"list", "--format", "{headline}: {body}"}).out == "Brücke zu: Sie ist \"zu\".\n");
    const auto utf16 = [](std::string_view text) {
        std::string out = "\xFF\xFE";
        for (const char c : text)
            out += {c, '\0'};
        return out;
    };
    sandbox.write("wide.csv", utf16("title\ttext\r\nWide port\tOne,\n"));
    sandbox.write("wide.jsonl", utf16("{\"headline\": \"Wide quay\"}\n"));
    CHECK(sandbox.run({"import", "wide.csv", "wide.jsonl"}).status == 0);
    CHECK(sandbox.run({"list", "--ids", "headline:wide"}).out == "3\n2\n");
    CHECK(sandbox.run({"import", "--encoding", "klingon-8", "wide.csv"}).status == 2);
    // Without a word the charset is found as `add` finds it, wherever in the table the first such byte is.
    Sandbox other;
    std::string table = "headline;body\n";
    for (int row = 0; row < 6000; ++row)
        table += "Row " + std::to_string(row) + ";plain text\n";
    other.write("late.csv", table +
                                "Br\xFC"
                                "cke zu;Sie ist gesperrt, \xFC"
                                "ber Nacht.\n");
    const Run guessed = other.run({"import", "-q", "late.csv"});
    CHECK(guessed.status == 0);
    CHECK(other.run({"list", "--format", "{headline}", "gesperrt"}).out == "Brücke zu\n");
    CHECK(other.run({"import", "late.csv"}).err.find("late.csv: not UTF-8: read as ") != std::string::npos);
    CHECK(other.run({"import", "late.csv"}).err.find("; --encoding NAME says what it is") !=
          std::string::npos);
}

TEST_CASE("fields that were set by hand are so in another archive, too") {
    Sandbox sandbox;
    sandbox.environment["NEWSARC_ARCHIVE"] = sandbox.at("news.db");
    sandbox.write("a.jsonl", "{\"key\": \"k\", \"headline\": \"Port\", \"body\": \"Barges.\"}\n");
    REQUIRE(sandbox.run({"import", "-q", "a.jsonl"}).status == 0);
    REQUIRE(sandbox.run({"edit", "-q", "1", "--set", "credit=Post", "--set", "headline=Quay"}).status == 0);
    REQUIRE(sandbox.run({"export", "-q", "-o", "b.jsonl"}).status == 0);
    REQUIRE(sandbox.run({"-A", "other.db", "import", "-q", "b.jsonl"}).status == 0);
    CHECK(sandbox.run({"-A", "other.db", "list", "--ids", "is:edited"}).out == "1\n");
    CHECK(sandbox.run({"-A", "other.db", "show", "1", "--json"}).json()["edited"] ==
          nlohmann::json({"credit", "headline"}));
    CHECK(sandbox.run({"-A", "other.db", "check"}).status == 0);
    // What the source says now does not undo what the hand said, in either archive.
    sandbox.write("a.jsonl", "{\"key\": \"k\", \"headline\": \"Port\", \"body\": \"Barges came.\"}\n");
    for (const char* name : {"other.db", "news.db"}) {
        REQUIRE(sandbox.run({"-A", name, "import", "-q", "a.jsonl"}).status == 0);
        const auto now = sandbox.run({"-A", name, "show", "1", "--json"}).json();
        CHECK(now["headline"] == "Quay");
        CHECK(now["credit"] == "Post");
        CHECK(now["body"] == "Barges came.");
    }
    sandbox.write("odd.jsonl", "{\"headline\": \"Odd\", \"edited\": [\"tags\", \"nothing\", 7]}\n");
    CHECK(sandbox.run({"import", "-q", "odd.jsonl"}).status == 0);
    CHECK(sandbox.run({"list", "--ids", "is:edited Odd"}).status == 1);
}

TEST_CASE("an object that holds the articles in a list is as many records") {
    Sandbox sandbox;
    sandbox.write("one-line.json",
                  "{\"status\": \"ok\", \"totalResults\": 2, \"articles\": [{\"title\": \"One\", \"source\": "
                  "{\"id\": null, \"name\": \"NewsX\"}}, {\"title\": \"Two\"}]}\n");
    CHECK(sandbox.run({"import", "-q", "one-line.json"}).status == 0);
    CHECK(sandbox.run({"list", "--ids", "credit:NewsX"}).out == "1\n");
    CHECK(sandbox.run({"list", "--ids"}).out.size() == 4);
    sandbox.write("deep.json",
                  "{\n  \"response\": {\n    \"docs\": [\n      {\"headline\": \"Three\"},\n      {\"body\": "
                  "7}, {\"x\": 1}\n    ]\n  }\n}\n");
    const Run deep = sandbox.run({"import", "-q", "deep.json"});
    CHECK(deep.status == 3);
    CHECK(deep.err.find("deep.json:1 (3): ") != std::string::npos);
    CHECK(sandbox.run({"list", "--ids", "Three"}).out == "3\n");
    // A page of answers a line.
    sandbox.write(
        "pages.jsonl",
        "{\"articles\": [{\"title\": \"Five\"}]}\n{\"articles\": [{\"title\": \"Six\"}, {\"title\": "
        "\"Seven\"}]}\n");
    CHECK(sandbox.run({"import", "-q", "pages.jsonl"}).status == 0);
    CHECK(sandbox.run({"list", "--ids", "Five OR Six OR Seven"}).out.size() == 6);
    sandbox.write("two.json", "{\"articles\": [{\"title\": \"A\"}], \"sources\": [{\"title\": \"B\"}]}\n");
    const Run two = sandbox.run({"import", "two.json"});
    CHECK(two.status != 0);
    CHECK(two.err.find("several lists of objects: `articles`, `sources`") != std::string::npos);
    CHECK(two.err.find("jq -c '.articles[]' FILE | newsarc import -") != std::string::npos);
    // An article's own lists are no articles.
    sandbox.write("own.json", "{\"headline\": \"Eight\", \"authors\": [{\"name\": \"Jane Roe\"}]}\n");
    CHECK(sandbox.run({"import", "-q", "own.json"}).status == 0);
    CHECK(sandbox.run({"list", "--ids", "Eight"}).status == 0);
}

TEST_CASE("what goes in by the other door is led there") {
    Sandbox sandbox;
    sandbox.write("a.jsonl", "{\"headline\": \"One\"}\n");
    sandbox.write("a.csv", "headline,body\nOne,Two\n");
    sandbox.write("a.ris", "TY  - NEWS\nER  - \n");
    sandbox.write("a.xml", "<?xml version=\"1.0\"?>\n<newsItem><p>One</p></newsItem>\n");
    sandbox.write(
        "page.html",
        "<!doctype html><title>Weir opens</title><h1>Weir opens</h1><p>The weir above the old mill was "
        "opened on Monday, and the water fell by a hand before noon.</p><p>It is to stay open until the "
        "autumn, the council said.</p>");
    for (const char* name : {"a.jsonl", "a.csv"}) {
        const Run run = sandbox.run({"add", name});
        CHECK(run.status == 2);
        CHECK(run.err.find("hint: they are stored with: newsarc import FILE") != std::string::npos);
    }
    CHECK(sandbox.run({"add", "a.ris"}).err.find("citations, which hold no text") != std::string::npos);
    CHECK(sandbox.run({"add", "a.xml"}).err.find("XML of no kind that newsarc reads") != std::string::npos);
    CHECK(sandbox.run({"import", "page.html"}).status == 0);
    CHECK(sandbox.run({"import", "a.xml"}).status == 2);
}

TEST_CASE("the warning of unknown fields stays readable") {
    Sandbox sandbox;
    std::string line = "{\"headline\": \"Good\"";
    for (int number = 0; number < 100; ++number)
        line += ", \"f" + std::to_string(number) + "\": 1";
    sandbox.write("a.jsonl", line + "}\n");
    const Run run = sandbox.run({"import", "a.jsonl"});
    CHECK(run.status == 0);
    CHECK(run.err.find("and 90 more") != std::string::npos);
}

TEST_CASE("a file of neither records nor an archive is refused as a whole") {
    const Sandbox sandbox;
    sandbox.write("a.txt", "Credit: Harbour Post\n\nRiver port reopens\n\nBarges came.\n");
    const Run text = sandbox.run({"import", "a.txt"});
    CHECK(text.status == 2);
    CHECK(text.err.find("a.txt: neither records nor an archive, but text\nhint: articles that are text are "
                        "stored with: newsarc add FILE") != std::string::npos);
    sandbox.write("b.json", "\x89PNG\r\n\x1A\n and more");
    CHECK(sandbox.run({"import", "b.json"})
              .err.find("b.json: neither records nor an archive, but a PNG picture") != std::string::npos);
    // A file that says by its name that it holds records is read line by line.
    sandbox.write("c.jsonl", "oops\n{\"headline\": \"River port reopens\"}\n");
    CHECK(sandbox.run({"import", "c.jsonl"}).status == 3);
}
