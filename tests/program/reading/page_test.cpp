#include <filesystem>

#include "input/office_samples.hpp"
#include "input/warc_samples.hpp"
#include "program/sandbox.hpp"
#include "support/catch.hpp"
#include "support/packed.hpp"

using namespace newsarc::tests;

TEST_CASE("a saved page is stored as the story in it, and given back as it came") {
    const Sandbox sandbox;
    sandbox.write("bridge.html", whole_page);
    REQUIRE(sandbox.run({"add", "bridge.html"}).status == 0);
    const auto article = sandbox.run({"show", "1", "--json"}).json();
    CHECK(article["headline"] == "Bridge Closed Until May");
    CHECK(article["deck"] == "Ships and lorries have to wait or take the long way round.");
    CHECK(article["byline"] == "Jane Roe");
    CHECK(article["published"] == "2025-01-21T08:00:00+01:00");
    CHECK(article["updated"] == "2025-01-22T09:30:00+01:00");
    CHECK(article["credit"] == "The Harbour Post");
    CHECK(article["key"] == "https://post.example/2025/01/21/bridge-closed");
    CHECK(article["language"] == "en");
    const std::string body = article["body"];
    CHECK(body.starts_with(first_paragraph + "\n\nHalf an hour longer\n\n" + second_paragraph));
    CHECK(body.ends_with(third_paragraph));
    CHECK(article["notes"][0]["kind"] == "caption");
    CHECK(sandbox.run({"show", "1", "--format", "original"}).out == whole_page);
}

TEST_CASE("a page that was saved again updates its article") {
    const Sandbox sandbox;
    sandbox.write("a.html", whole_page);
    std::string later = whole_page;
    later.replace(later.find("end of May"), 10, "end of July");
    sandbox.write("b.html", later);
    REQUIRE(sandbox.run({"add", "a.html"}).status == 0);
    const auto results = sandbox.run({"add", "--json", "b.html"}).json_lines();
    CHECK(results[0]["status"] == "updated");
    CHECK(results[0]["id"] == 1);
}

TEST_CASE("a page is known by its content, unless --kind says otherwise") {
    const Sandbox sandbox;
    sandbox.write("bridge.txt", whole_page);
    CHECK(sandbox.run({"parse", "--json", "bridge.txt"}).json()["headline"] == "Bridge Closed Until May");
    const auto as_text = sandbox.run({"parse", "--json", "--kind", "text", "bridge.txt"}).json();
    CHECK(as_text["headline"] != "Bridge Closed Until May");
    CHECK(sandbox.run({"parse", "--kind", "gramophone", "bridge.txt"}).status == 2);
}

TEST_CASE("parse --explain tells of each block of a page what became of it") {
    const Sandbox sandbox;
    sandbox.write("bridge.html", whole_page);
    const auto article = sandbox.run({"parse", "--explain", "--json", "bridge.html"}).json();
    bool told = false;
    for (const auto& line : article["lines"]) {
        if (line["text"].get<std::string>().find("Sign up") == std::string::npos) continue;
        told = true;
        CHECK(line["type"] == "furniture");
        CHECK_FALSE(line["rule"].get<std::string>().empty());
    }
    CHECK(told);
}

TEST_CASE("a page without a story fails with its title") {
    const Sandbox sandbox;
    sandbox.write("login.html", "<html><title>Sign in to read on</title><body><form><input></form>");
    const auto run = sandbox.run({"add", "--json", "login.html"});
    CHECK(run.status == 2);
    const auto result = run.json_lines()[0];
    CHECK(result["status"] == "failed");
    CHECK(result["error"].get<std::string>().find("Sign in to read on") != std::string::npos);
}

TEST_CASE("the pages of a web archive are stored, each under its address") {
    const Sandbox sandbox;
    const std::string one =
        packed(warc_record("response", "https://post.example/one", http_page(page_of("One Bridge"))));
    const std::string two =
        packed(warc_record("response", "<https://post.example/two>", http_page(page_of("Two Bridges"))));
    const std::string none =
        packed(warc_record("response", "https://post.example/none", http_page("<html><p>Log in")));
    sandbox.write("crawl.warc.gz", one + none + two);
    const Run run = sandbox.run({"add", "--json", "crawl.warc.gz"});
    CHECK(run.status == 3);
    const auto results = run.json_lines();
    REQUIRE(results.size() == 4);
    CHECK(results[0]["key"] == "https://post.example/one");
    CHECK(results[0]["path"] == "crawl.warc.gz");
    CHECK(results[1]["key"] == "https://post.example/two");
    CHECK(results[2]["path"] == "crawl.warc.gz, https://post.example/none");
    CHECK(results[2]["status"] == "failed");
    CHECK(sandbox.run({"show", "2", "--format", "original"}).out == one + none + two);
    CHECK(sandbox.run({"add", "--json", "crawl.warc.gz"}).json_lines()[0]["status"] == "duplicate");
}

TEST_CASE("a folder gives the articles of every kind of file in it, and one line tells what is passed over") {
    const Sandbox sandbox;
    std::filesystem::create_directories(sandbox.at("in/bridge_files"));
    sandbox.write("in/bridge.html", whole_page);
    sandbox.write("in/bridge_files/style.css", "p { color: red }");
    sandbox.write("in/bridge_files/part.html", whole_page);
    sandbox.write("in/a.PNG", "\x89PNG\r\n");
    sandbox.write("in/b.jpg", "\xFF\xD8\xFF");
    sandbox.write("in/unknown", std::string(100, '\x01'));
    sandbox.write("in/paper.docx", docx_of("<w:p><w:r><w:t>Ferry Sold</w:t></w:r></w:p><w:p><w:r><w:t>" +
                                           second_paragraph + "</w:t></w:r></w:p>"));
    sandbox.write("in/book.epub", epub_of({"<h1>Market Moves</h1>" + paragraph(third_paragraph)}));
    sandbox.write("in/more.zip",
                  zipped({{"note.txt", "Dykes Rise\n\nThe council voted for it.\n"}, {"x.png", "x"}}));
    const Run run = sandbox.run({"add", "in"});
    CHECK(run.status == 0);
    for (const char* headline : {"Bridge Closed Until May", "Ferry Sold", "Market Moves", "Dykes Rise"})
        CHECK(run.out.find(headline) != std::string::npos);
    CHECK(run.err.find("4 files passed over: 2 pictures, ") != std::string::npos);
    CHECK(run.err.find("1 file that is no text") != std::string::npos);
    CHECK(run.err.find("1 folder of a saved page") != std::string::npos);
    const auto note = sandbox.run({"list", "--json", "dykes"}).json_lines();
    REQUIRE(note.size() == 1);
    CHECK(note[0]["path"] == "in/more.zip/note.txt");
    const auto ferry = sandbox.run({"list", "--json", "ferry"}).json_lines();
    REQUIRE_FALSE(ferry.empty());
    CHECK(ferry[0]["authors"][0]["name"] == "Jane Roe");
    // A file that is named is not passed over.
    CHECK(sandbox.run({"add", "in/a.PNG"}).status != 0);
}

TEST_CASE("a kind that is given says what a file is, and import takes the same kinds") {
    const Sandbox sandbox;
    sandbox.write("bridge.txt", whole_page);
    REQUIRE(sandbox.run({"add", "--kind", "text", "bridge.txt"}).status == 0);
    CHECK(sandbox.run({"show", "1", "--json"}).json()["headline"] != "Bridge Closed Until May");
    const auto results = sandbox.run({"add", "--json", "bridge.txt"}).json_lines();
    CHECK(results[0]["headline"] == "Bridge Closed Until May");
    sandbox.write("crawl.warc",
                  warc_record("response", "https://post.example/one", http_page(page_of("One Bridge"))));
    CHECK(sandbox.run({"import", "--json", "crawl.warc"}).json_lines()[0]["headline"] == "One Bridge");
    CHECK(sandbox.run({"add", "--kind", "gramophone", "bridge.txt"}).status == 2);
}

TEST_CASE("the text of a PDF comes from pdftotext, and without it the error says so") {
    Sandbox sandbox;
    std::filesystem::create_directories(sandbox.at("bin"));
    sandbox.write("story.pdf", "%PDF-1.4\nand what only its program reads");
    sandbox.environment["PATH"] = sandbox.at("bin");
    const Run missing = sandbox.run({"add", "story.pdf"});
    CHECK(missing.status == 2);
    CHECK(missing.err.find("poppler-utils") != std::string::npos);
    const auto program = [&](const std::string& lines) {
        sandbox.write("bin/pdftotext", "#!/bin/sh\n" + lines + "\n");
        std::filesystem::permissions(sandbox.at("bin/pdftotext"), std::filesystem::perms::owner_all);
    };
    program(
        "/bin/cat <<'END'\n<html><head><title>Bridge Closed Until May</title>\n"
        "<meta name=\"Author\" content=\"Jane Roe\"/>\n</head><body>\n<pre>Bridge Closed\n\n" +
        first_paragraph + "\n\f</pre></body></html>\nEND");
    const auto article = sandbox.run({"parse", "--json", "story.pdf"}).json();
    CHECK(article["headline"] == "Bridge Closed");
    CHECK(article["body"] == first_paragraph);
    CHECK(article["byline"] == "Jane Roe");
    program("echo '<pre></pre>'");
    CHECK(sandbox.run({"add", "story.pdf"}).err.find("OCR") != std::string::npos);
    program("exit 1");
    CHECK(sandbox.run({"add", "story.pdf"}).err.find("pdftotext cannot read") != std::string::npos);
    program("exec /usr/bin/yes 'A line of a text that never ends and says nothing of what it is made for'");
    CHECK(sandbox.run({"add", "story.pdf"}).err.find("more than 64 MB") != std::string::npos);
}

TEST_CASE("files lie four deep in files at most") {
    const Sandbox sandbox;
    std::string file = "Dykes Rise\n\nThe council voted for it.\n";
    for (int depth = 1; depth <= 5; ++depth) {
        file = zipped({{depth == 1 ? "note.txt" : "a.zip", file}});
        sandbox.write("deep.zip", file);
        INFO(depth);
        const Run run = sandbox.run({"add", "deep.zip"});
        CHECK((run.status == 0) == (depth <= 4));
        if (depth == 5) CHECK(run.err.find("too deep") != std::string::npos);
    }
}

TEST_CASE("what a page states of headline, writer and day is held against what it shows") {
    struct Row {
        std::string what;
        std::string head;
        std::string lines;  ///< under the headline
        std::string field;
        std::string value;
    };
    const auto data = [](const std::string& more) {
        return "<script "
               "type=\"application/ld+json\">{\"@context\":\"https://"
               "schema.org\",\"@type\":\"NewsArticle\"," +
               more + "}</script>";
    };
    const std::vector<Row> rows{
        {"the writer that is shown goes before the one who typed",
         data("\"author\":{\"@type\":\"Person\",\"name\":\"Ali Khan\"}"), "<p>By Jane Roe</p>", "byline",
         "Jane Roe"},
        {"one that is shown is taken as stated",
         data("\"author\":{\"@type\":\"Person\",\"name\":\"Ali Khan\"}"), "<p>Ali Khan, our reporter</p>",
         "byline", "Ali Khan"},
        {"one that nothing shows", data("\"author\":{\"@type\":\"Person\",\"name\":\"Ali Khan\"}"), "",
         "byline", "Ali Khan"},
        {"a name alone below the headline", "", "<p>Jane Roe</p><p>21 January 2025</p>", "byline",
         "Jane Roe"},
        {"data without its type",
         "<script>{\"@context\":\"https://"
         "schema.org\",\"@type\":\"NewsArticle\",\"datePublished\":\"2025-01-21\"}"
         "</script>",
         "", "published", "2025-01-21"},
        {"a moment in UTC of the day before for those who read it",
         data("\"datePublished\":\"2025-01-22T03:30:00Z\""), "<p>Published January 21, 2025</p>", "published",
         "2025-01-21"},
        {"the same where the page shows the day of UTC", data("\"datePublished\":\"2025-01-22T03:30:00Z\""),
         "<p>Published January 22, 2025</p>", "published", "2025-01-22T03:30:00Z"},
        {"a day that is no such day", data("\"datePublished\":\"2025-01-22T12:30:00Z\""),
         "<p>Published January 21, 2025</p>", "published", "2025-01-22T12:30:00Z"},
        {"numbers in an address that are no day",
         "<link rel=\"canonical\" href=\"https://post.example/2025/01/2155-bridge\">",
         "<p>Published 3 March 2025</p>", "published", "2025-03-03"},
        {"a kicker", "<meta property=\"og:title\" content=\"Swing bridge closed until May\">", "", "headline",
         "Swing bridge closed until May"},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        const Sandbox sandbox;
        const std::string headline = row.what == "a kicker" ? "Portvale: Swing bridge closed until May"
                                                            : "Swing bridge closed until May";
        sandbox.write("a.html", "<!DOCTYPE html><html><head><title>" + headline + "</title>" + row.head +
                                    "</head><body><article><h1>" + headline + "</h1>" + row.lines + story +
                                    "</article></body></html>");
        CHECK(sandbox.run({"parse", "--json", "a.html"}).json()[row.field] == row.value);
    }
}
