#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "program/sandbox.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"

using namespace newsarc::tests;

namespace {

namespace fs = std::filesystem;

/// An article with every field, one whose text would break each format if it could, and one of a
/// body alone.
constexpr const char* articles =
    R"({"key":"https://portvale.example/a?b=1&c=[2]","headline":"River Port Reopens After U.S. Flood","deck":"Grain first, coal later","credit":"The Harbour Post","byline":"Jane van der Roe and Ana Ruiz, Harbour Desk","dateline":{"text":"PORTVALE, Jan 21 (Wavepress) -","place":"PORTVALE","date":"2025-01-21","agency":"Wavepress"},"published":"2025-01-21T14:05+02:00","updated":"2025-01-22","language":"en","body":"The river port of Portvale reopened on Monday. See https://portvale.example/port_news, which has more.\n\nDredging crews worked for 3 weeks.","links":[{"kind":"body","url":"https://portvale.example/port_news"},{"kind":"related","label":"READ ALSO","title":"Council Votes for Higher Dykes"},{"kind":"related","url":"https://portvale.example/barges","title":"Barges Return"},{"kind":"promotion","url":"https://social.example/harbour"}],"notes":[{"kind":"copyright","text":"(c) 2025 The Harbour Post"},{"kind":"correction","text":"An earlier version named the wrong quay."},{"kind":"promotion","text":"Follow the Harbour Post: https://social.example/harbour"}],"tags":["flood","river trade"],"path":"in/a.txt","added":"2026-01-02T03:04:05Z"}
{"key":"=1+1","headline":"=HYPERLINK(\"http://evil.example\") } @book{x, \\input{y} 100% & $5 #1 ~_^\r\nER  - \r\nTY  - BOOK","deck":"---\ntitle: other","credit":"* The 'Post', \"Ltd\"","byline":"{Staff} and # Agents","published":"2025-02","body":"# not a heading\n\n1. not a list\n\n<script>alert(1)</script> &amp; *not* _stressed_ [not](a link) `code`\n\n\u001b]0;title\u0007\u009b31m\u202eturned\u2028line","tags":["a,b","@tag"],"notes":[{"kind":"editor","text":"two\nlines"}],"added":"2026-01-02T03:04:05Z"}
{"body":"渡轮恢复运行。\n\n乘客可以带自行车。","published":"1987","language":"zh","added":"2026-01-02T03:04:05Z"}
)";

class Archive : public Sandbox {
public:
    Archive() {
        write("articles.jsonl", articles);
        REQUIRE(run({"import", "articles.jsonl"}).status == 0);
    }
};

/// Gives the one original of an archive a name that newsarc would never have stored.
void rename_original(const std::string& path, const std::string& name) {
    sqlite3* archive = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &archive) == SQLITE_OK);
    for (const char* sql : {"UPDATE sqlar SET name = ?", "UPDATE original SET name = ?"}) {
        sqlite3_stmt* update = nullptr;
        REQUIRE(sqlite3_prepare_v2(archive, sql, -1, &update, nullptr) == SQLITE_OK);
        sqlite3_bind_text(update, 1, name.c_str(), static_cast<int>(name.size()), SQLITE_STATIC);
        CHECK(sqlite3_step(update) == SQLITE_DONE);
        sqlite3_finalize(update);
    }
    sqlite3_close(archive);
}

std::vector<std::string> files_in(const std::string& folder) {
    std::vector<std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_directory()) out.push_back(fs::relative(entry.path(), folder).string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

TEST_CASE("each format has its form") {
    const Archive archive;
    for (const std::string format :
         {"jsonl", "markdown", "text", "ninjs", "jsonld", "csl-json", "bibtex", "ris", "csv"}) {
        INFO(format);
        const Run run = archive.run({"export", "--format", format});
        CHECK(run.status == 0);
        CHECK(run.err.empty());
        CHECK(run.out == golden("export." + format, run.out));
    }
}

TEST_CASE("what export writes as JSON lines, import makes the same records of") {
    Sandbox sandbox;
    sandbox.write("articles.jsonl", articles);
    REQUIRE(sandbox.run({"add", newsarc::test::source_path("data")}).status == 0);
    REQUIRE(sandbox.run({"import", "articles.jsonl"}).status == 0);
    const Run exported = sandbox.run({"export"});
    CHECK(exported.status == 0);
    CHECK(sandbox.shell("newsarc export --format jsonl | newsarc -A other.db import - --json").status == 0);
    CHECK(sandbox.run({"-A", "other.db", "export"}).out == exported.out);
}

TEST_CASE("a query chooses what is exported, every word of it matched, in the order of ids") {
    const Archive archive;
    const auto ids = [&](const std::vector<std::string>& query) {
        std::vector<std::string> arguments{"export"};
        arguments.insert(arguments.end(), query.begin(), query.end());
        std::vector<int> out;
        for (const auto& article : archive.run(arguments).json_lines())
            out.push_back(article["id"].get<int>());
        return out;
    };
    CHECK(ids({}) == std::vector<int>{1, 2, 3});
    CHECK(ids({"river", "dredging"}) == std::vector<int>{1});
    CHECK(ids({"river", "zeppelin"}).empty());
    CHECK(ids({"published:..2025-01-31"}) == std::vector<int>{1, 3});
}

TEST_CASE("nothing to export is told, and the document is a sound one all the same") {
    const Archive archive;
    const Run none = archive.run({"export", "--format", "csl-json", "zeppelin"});
    CHECK(none.status == 1);
    CHECK(none.out == "[]\n");
    CHECK(none.err.find("no article matches") != std::string::npos);
    CHECK(archive.run({"export", "--format", "csv", "zeppelin"}).out.starts_with("id,uid,key,headline"));
    CHECK(archive.run({"export", "--format", "jsonl", "zeppelin"}).out.empty());
    const Run missing = archive.run({"-A", "none.db", "export"});
    CHECK(missing.status == 2);
    CHECK(missing.err.find("hint: ") != std::string::npos);
}

TEST_CASE("a file is written whole or not at all, and never over the archive") {
    Archive archive;
    archive.write("out.csv", "former");
    const Run run = archive.run({"export", "--format", "csv", "-o", "out.csv"});
    CHECK(run.status == 0);
    CHECK(run.err == "newsarc: note: 3 articles written to out.csv\n");
    CHECK(archive.read("out.csv") == archive.run({"export", "--format", "csv"}).out);
    CHECK(archive.run({"export", "-o", "no-folder/out.jsonl"}).status == 2);
    CHECK(archive.run({"export", "-o", "/dev/null"}).status == 0);
    CHECK(archive.run({"export", "-o", "-"}).out == archive.run({"export"}).out);
    const std::string db = archive.at("own.db");
    REQUIRE(archive.run({"-A", db, "import", "articles.jsonl"}).status == 0);
    CHECK(archive.run({"-A", db, "export", "-o", db}).status == 2);
    CHECK(archive.run({"-A", db, "list", "--ids"}).status == 0);
    // A link stays a link, and nothing is left beside.
    fs::create_symlink("out.csv", archive.at("link.csv"));
    CHECK(archive.run({"export", "-o", "link.csv"}).status == 0);
    CHECK(fs::is_symlink(archive.at("link.csv")));
    CHECK(archive.read("out.csv") == archive.run({"export", "--format", "csv"}).out);
    for (const std::string& name : files_in(archive.at(".")))
        CHECK(name.find(".newsarc-") == std::string::npos);
}

TEST_CASE("in a folder each article has a file") {
    const Archive archive;
    CHECK(archive.run({"export", "--format", "markdown", "-o", "new/folder/"}).status == 0);
    CHECK(files_in(archive.at("new/folder")) ==
          std::vector<std::string>{".newsarc-export", "1-river-port-reopens-after-u-s-flood.md",
                                   "2-hyperlink-http-evil-example-book-x-input-y-100-5-1-er-ty-book.md",
                                   "3.md"});
    CHECK(archive.read("new/folder/3.md") == archive.run({"show", "3", "--format", "markdown"}).out);
    // Once more: what is there with the same content stays, other content only goes when asked.
    CHECK(archive.run({"export", "--format", "markdown", "-o", "new/folder"}).status == 0);
    archive.write("new/folder/3.md", "notes of my own");
    const Run left = archive.run({"export", "--format", "markdown", "-o", "new/folder"});
    CHECK(left.status == 0);
    CHECK(left.err.find("--force") != std::string::npos);
    CHECK(archive.read("new/folder/3.md") == "notes of my own");
    CHECK(archive.run({"export", "--format", "markdown", "-o", "new/folder", "--force"}).status == 0);
    CHECK(archive.read("new/folder/3.md") != "notes of my own");
    // A document of one article is what show prints of it.
    CHECK(archive.run({"export", "--format", "ninjs", "id:1", "-o", "ninjs/"}).status == 0);
    CHECK(nlohmann::json::parse(archive.read("ninjs/1-river-port-reopens-after-u-s-flood.json")).is_object());
}

TEST_CASE("originals come back byte for byte, each once") {
    Sandbox sandbox;
    sandbox.write("in/two.txt", std::string(port_article) + "\n\n***\n\n" + std::string(dyke_article));
    sandbox.write("in/b.txt", "Ferry aground\r\n\r\nThe fog was thick.\r\n");
    sandbox.write("a.jsonl", R"({"headline":"Of no file"})");
    REQUIRE(sandbox.run({"add", "in"}).status == 0);
    REQUIRE(sandbox.run({"import", "a.jsonl"}).status == 0);
    const auto seconds = [&](const char* name) {
        return std::chrono::floor<std::chrono::seconds>(fs::last_write_time(sandbox.at(name)));
    };
    const Run run = sandbox.run({"export", "--format", "original", "-o", "out"});
    CHECK(run.status == 0);
    CHECK(run.err ==
          "newsarc: note: 1 article came from no file and were left out\nnewsarc: note: 2 files in out\n");
    CHECK(files_in(sandbox.at("out")) == std::vector<std::string>{"in/b.txt", "in/two.txt"});
    CHECK(sandbox.read("out/in/b.txt") == sandbox.read("in/b.txt"));
    CHECK(sandbox.read("out/in/two.txt") == sandbox.read("in/two.txt"));
    CHECK(seconds("out/in/b.txt") == seconds("in/b.txt"));
    CHECK(sandbox.run({"export", "--format", "original"}).status == 2);
}

TEST_CASE("no name in an archive leads out of the folder") {
    struct Case {
        std::string name;
        std::string written;
    };
    for (const Case& one : {Case{"../x", "x"},
                            {"/etc/x", "etc/x"},
                            {"a/../../x", "a/x"},
                            {"CON", "_CON"},
                            {"lpt1.txt", "_lpt1.txt"},
                            {".bashrc", "%2Ebashrc"},
                            {"..", "unnamed"},
                            {"new\nline", "new%0Aline"},
                            {"a\\b:c?.txt", "a%5Cb%3Ac%3F.txt"},
                            {"end. ", "end.%20"},
                            {std::string(300, 'n'), std::string(240, 'n')}}) {
        INFO(one.name);
        Sandbox sandbox;
        sandbox.write("a.txt", "Ferry aground\n\nThe fog was thick.\n");
        REQUIRE(sandbox.run({"-A", "a.db", "add", "a.txt"}).status == 0);
        rename_original(sandbox.at("a.db"), one.name);
        CHECK(sandbox.run({"-A", "a.db", "export", "--format", "original", "-o", "top/out"}).status == 0);
        CHECK(files_in(sandbox.at("top")) == std::vector<std::string>{"out/" + one.written});
    }
}

TEST_CASE("links and files in the way are not followed and not written over") {
    Sandbox sandbox;
    sandbox.write("in/a.txt", "Ferry aground\n\nThe fog was thick.\n");
    sandbox.write("outside/keep.txt", "keep");
    REQUIRE(sandbox.run({"add", "in"}).status == 0);
    const auto exported = [&] {
        return sandbox.run({"export", "--format", "original", "-o", "out", "--force"});
    };
    fs::create_directories(sandbox.at("out"));
    fs::create_directory_symlink("../outside", sandbox.at("out/in"));
    CHECK(exported().status == 2);
    CHECK(files_in(sandbox.at("outside")) == std::vector<std::string>{"keep.txt"});
    fs::remove(sandbox.at("out/in"));
    fs::create_directories(sandbox.at("out/in"));
    fs::create_symlink("../../outside/keep.txt", sandbox.at("out/in/a.txt"));
    CHECK(exported().status == 2);
    CHECK(sandbox.read("outside/keep.txt") == "keep");
    fs::remove_all(sandbox.at("out/in"));
    sandbox.write("out/in", "a file where a folder is to be");
    CHECK(exported().status == 2);
    CHECK(sandbox.read("out/in") == "a file where a folder is to be");
}

TEST_CASE("names that differ in case alone get files of their own") {
    Sandbox sandbox;
    sandbox.write("in/a.txt", "Ferry aground\n\nThe fog was thick.\n");
    sandbox.write("in/A.txt", "Ferry afloat\n\nThe fog was thin.\n");
    REQUIRE(sandbox.run({"add", "in"}).status == 0);
    REQUIRE(sandbox.run({"export", "--format", "original", "-o", "out"}).status == 0);
    CHECK(files_in(sandbox.at("out")) == std::vector<std::string>{"in/A.txt", "in/a~2.txt"});
}

TEST_CASE("what is exported is cleaned for a terminal and kept elsewhere") {
    Archive archive;
    archive.environment["NEWSARC_PAGER"] = "cat";
    for (const std::string format :
         {"jsonl", "markdown", "text", "ninjs", "jsonld", "csl-json", "bibtex", "ris", "csv"}) {
        INFO(format);
        CHECK(is_harmless(archive.run_on_terminal({"export", "--format", format}).out));
        // Of show, text is what is read on a terminal, with the style of one.
        if (format != "text")
            CHECK(is_harmless(archive.run_on_terminal({"show", "2", "--format", format}).out));
    }
    CHECK(archive.run({"export", "--format", "csv"}).out.find("\x1B]0;title\x07") != std::string::npos);
    CHECK(archive.run({"export"})
              .json_lines()[1]["body"]
              .get<std::string>()
              .find("\x1B]0;title\x07\xC2\x9B"
                    "31m\xE2\x80\xAE") != std::string::npos);
}

TEST_CASE("a format that is not there is refused with what was meant") {
    const Archive archive;
    for (const char* command : {"export", "show"}) {
        const Run run = archive.run({command, "1", "--format", "bibtx"});
        CHECK(run.status == 2);
        CHECK(run.err.find("did you mean bibtex?") != std::string::npos);
    }
}

TEST_CASE("the name of the file says its form where no option does") {
    const Archive archive;
    const auto written = [&](const std::string& name) {
        CHECK(archive.run({"export", "-q", "-o", name}).status == 0);
        return archive.read(name);
    };
    CHECK(written("a.ris") == archive.run({"export", "--format", "ris"}).out);
    CHECK(written("a.BIB") == archive.run({"export", "--format", "bibtex"}).out);
    CHECK(written("a.csv") == archive.run({"export", "--format", "csv"}).out);
    CHECK(written("a.md") == archive.run({"export", "--format", "markdown"}).out);
    CHECK(written("a.jsonld") == archive.run({"export", "--format", "jsonld"}).out);
    // Two forms have this ending, and neither is more likely meant.
    CHECK(written("a.json") == archive.run({"export"}).out);
    CHECK(written("a.dat") == archive.run({"export"}).out);
    CHECK(written("a.txt") == archive.run({"export", "--format", "text"}).out);
    CHECK(archive.run({"export", "-q", "-o", "b.ris", "--format", "csv"}).status == 0);
    CHECK(archive.read("b.ris") == archive.read("a.csv"));
}

TEST_CASE("who names articles by ids is told how export takes them") {
    const Archive archive;
    const Run run = archive.run({"export", "998", "999"});
    CHECK(run.status == 1);
    CHECK(run.err.find("hint: export takes a query; an article by its id: newsarc export id:12") !=
          std::string::npos);
}

TEST_CASE(
    "several articles in Markdown make a folder, which is brought up to date and keeps a person's notes") {
    Sandbox sandbox;
    sandbox.environment["NEWSARC_ARCHIVE"] = sandbox.at("news.db");
    sandbox.write("a.jsonl",
                  "{\"headline\": \"Mill Opens\", \"body\": \"Flour.\"}\n{\"headline\": \"Bridge Shut\", "
                  "\"body\": \"Rivets.\"}\n{\"headline\": \"Fair Moved\", \"body\": \"Tents.\"}\n");
    REQUIRE(sandbox.run({"import", "-q", "a.jsonl"}).status == 0);
    const auto export_notes = [&](std::vector<std::string> more = {}) {
        std::vector<std::string> arguments{"export", "--format", "markdown", "-o", "notes"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return sandbox.run(arguments);
    };
    CHECK(export_notes().err == "newsarc: note: 3 files in notes\n");
    REQUIRE(fs::is_directory(sandbox.at("notes")));
    sandbox.write("notes/1-mill-opens.md", "A thought of my own.\n");
    REQUIRE(sandbox.run({"edit", "-q", "2", "--set", "body=Bolts."}).status == 0);
    const Run again = export_notes();
    CHECK(again.status == 0);
    CHECK(again.err ==
          "newsarc: note: 2 files in notes\nnewsarc: note: 1 file left as it is, changed since it was "
          "exported: 1-mill-opens.md; --force replaces it\n");
    CHECK(sandbox.read("notes/1-mill-opens.md") == "A thought of my own.\n");
    CHECK(sandbox.read("notes/2-bridge-shut.md").find("Bolts.") != std::string::npos);
    // A new headline is a new name; the former note goes with it, unless a person wrote in it.
    REQUIRE(sandbox.run({"edit", "-q", "2", "--set", "headline=Bridge Open"}).status == 0);
    CHECK(export_notes().status == 0);
    CHECK(fs::exists(sandbox.at("notes/2-bridge-open.md")));
    CHECK_FALSE(fs::exists(sandbox.at("notes/2-bridge-shut.md")));
    sandbox.write("notes/3-fair-moved.md", "Mine too.\n");
    REQUIRE(sandbox.run({"edit", "-q", "3", "--set", "headline=Fair Held"}).status == 0);
    CHECK(export_notes().err.find("2 files left as they are, changed since they were exported: "
                                  "1-mill-opens.md, 3-fair-moved.md") != std::string::npos);
    CHECK(fs::exists(sandbox.at("notes/3-fair-held.md")));
    CHECK(sandbox.read("notes/3-fair-moved.md") == "Mine too.\n");
    CHECK(export_notes({"--force"}).err == "newsarc: note: 3 files in notes\n");
    CHECK(sandbox.read("notes/1-mill-opens.md").find("Flour.") != std::string::npos);
    // One article, or a name with an ending, is a file.
    CHECK(sandbox.run({"export", "--format", "markdown", "-o", "one", "mill"}).status == 0);
    CHECK(fs::is_regular_file(sandbox.at("one")));
    CHECK(sandbox.run({"export", "--format", "markdown", "-o", "all.md"}).status == 0);
    CHECK(fs::is_regular_file(sandbox.at("all.md")));
}

TEST_CASE("what export writes as text, add reads again") {
    Sandbox sandbox;
    sandbox.environment["NEWSARC_ARCHIVE"] = sandbox.at("news.db");
    REQUIRE(sandbox.run({"add", "-q", newsarc::test::source_path("data")}).status == 0);
    REQUIRE(sandbox.run({"export", "--format", "text", "-o", "texts"}).status == 0);
    REQUIRE(sandbox.run({"-A", "other.db", "add", "-q", "--single", "texts"}).status == 0);
    const auto was = sandbox.run({"list", "--sort", "oldest", "--json"}).json_lines();
    for (const auto& article : was) {
        INFO(article["headline"]);
        const auto files = files_in(sandbox.at("texts"));
        const std::string beginning = article["id"].dump() + "-";
        const auto file =
            std::ranges::find_if(files, [&](const std::string& name) { return name.starts_with(beginning); });
        REQUIRE(file != files.end());
        const auto found =
            sandbox.run({"-A", "other.db", "list", "--json", "path:texts/" + *file}).json_lines();
        if (found.empty()) continue;  // a reprint, known by another article
        for (const char* field : {"headline", "deck", "credit", "byline", "published", "updated", "body"}) {
            INFO(field);
            CHECK(found[0][field] == article[field]);
        }
    }
}

TEST_CASE("files in a folder are named by a template") {
    Archive archive;
    CHECK(archive.run({"export", "--format", "text", "-o", "named", "--name", "{credit}/{id} {headline}"})
              .status == 0);
    // What has no credit is not in a folder.
    const auto files = files_in(archive.at("named"));
    CHECK(std::ranges::any_of(files,
                              [](const std::string& name) { return name.find('/') != std::string::npos; }));
    CHECK(archive.run({"export", "--format", "text", "--name", "{id}"}).status == 2);
    CHECK(archive.run({"export", "--format", "text", "-o", "x", "--name", "{headlin}"})
              .err.find("did you mean") != std::string::npos);
    CHECK(archive.run({"export", "--format", "text", "-o", "same", "--name", "a"}).status == 0);
    CHECK(fs::exists(archive.at("same/a~2.txt")));
}

TEST_CASE("what export writes as Markdown, add reads again") {
    const Archive archive;
    REQUIRE(archive.run({"export", "--format", "markdown", "-o", "notes/"}).status == 0);
    REQUIRE(archive.run({"-A", "other.db", "add", "-q", "notes"}).status == 0);
    const auto was = archive.run({"show", "--json", "1"}).json();
    const auto is = archive.run({"-A", "other.db", "show", "--json", "1"}).json();
    for (const char* field :
         {"headline", "deck", "credit", "published", "updated", "tags", "body", "language"}) {
        INFO(field);
        CHECK(is[field] == was[field]);
    }
    CHECK(is["dateline"]["place"] == "PORTVALE");
    CHECK(is["notes"][0]["kind"] == "copyright");
    REQUIRE(archive.run({"export", "--format", "markdown", "-o", "all.md"}).status == 0);
    CHECK(archive.run({"-A", "third.db", "add", "-q", "all.md"}).out.starts_with("3 added ("));
}

TEST_CASE("a note with front matter is an article with what stands there") {
    const Sandbox sandbox;
    sandbox.write(
        "note.md",
        "---\ntitle: 'Mill''s Day'\nauthor: Jane Roe\ndate: 2025-03-01\ntags:\n  - mills\n  - \"weir, "
        "old\"\naliases: [a, \"b\"]\n---\n\n# Mill's Day\n\nFlour is *not* 1\\. ground "
        "<https://mill.example/a>.\n");
    REQUIRE(sandbox.run({"add", "-q", "note.md"}).status == 0);
    const auto shown = sandbox.run({"show", "--json", "1"}).json();
    CHECK(shown["headline"] == "Mill's Day");
    CHECK(shown["byline"] == "Jane Roe");
    CHECK(shown["published"] == "2025-03-01");
    CHECK(shown["tags"] == nlohmann::json{"mills", "weir, old"});
    CHECK(shown["body"] == "Flour is *not* 1. ground https://mill.example/a.");
    // Rules around a text are no front matter.
    sandbox.write("plain.txt", "---\nThe bridge: it is shut\n---\n\nRivets are to be changed on it.\n");
    CHECK(sandbox.run({"add", "-q", "plain.txt"}).status == 0);
}

TEST_CASE("ids on standard input are exported in their order, into a folder too") {
    TwoArticles archive;
    archive.standard_input = "2\n1\n2\n";
    const auto lines = archive.run({"export", "-"}).json_lines();
    REQUIRE(lines.size() == 2);
    CHECK(lines[0]["id"] == 2);
    CHECK(lines[1]["id"] == 1);
    archive.standard_input = "2\n";
    CHECK(archive.run({"export", "--format", "markdown", "-o", "out/", "-"}).status == 0);
    const std::filesystem::directory_iterator out(archive.at("out"));
    CHECK(std::count_if(begin(out), end(out), [](const std::filesystem::directory_entry& file) {
              return file.path().extension() == ".md";
          }) == 1);
    archive.standard_input = "9\n";
    const Run missing = archive.run({"export", "-"});
    CHECK(missing.status == 1);
    CHECK(missing.err.find("no article has the id 9") != std::string::npos);
    CHECK(archive.run({"export", "--tag", "x", "-"}).status == 2);
}

TEST_CASE("a file of an ending that no format has is refused, and nothing is written") {
    const TwoArticles archive;
    for (const std::string name : {"a.xlsx", "a.PDF", "a.docx"}) {
        const Run run = archive.run({"export", "-o", name});
        CHECK(run.status == 2);
        CHECK(run.err.find(name +
                           ": no form that articles are written in has this ending\nhint: spreadsheets read "
                           "CSV") != std::string::npos);
        CHECK_FALSE(archive.exists(name));
    }
    CHECK(archive.run({"export", "--format", "csv", "-o", "a.xls"}).status == 0);
}
