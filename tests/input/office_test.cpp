#include <newsarc/error.hpp>

#include <string>
#include <vector>

#include "input/kinds.hpp"
#include "input/office/epub.hpp"
#include "input/office/pdf.hpp"
#include "input/office/text_document.hpp"
#include "input/office_samples.hpp"
#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::tests;

namespace {

std::string run(const std::string& text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::vector<Document> chapters(const std::string& epub, bool single = false) {
    std::vector<Document> out;
    input::Given given;
    given.single = single;
    input::read_epub(epub, given, [&](Document document) { out.push_back(std::move(document)); });
    return out;
}

}  // namespace

TEST_CASE("a document of Word is its paragraphs, without what was deleted and what is for machines") {
    struct Row {
        std::string body;
        std::string text;
    };
    const std::vector<Row> rows{
        {"<w:p>" + run("One ") + run("line") + "</w:p><w:p/><w:p>" + run("Two") + "</w:p>",
         "One line\n\nTwo"},
        {"<w:p>" + run("Kept") + "<w:del>" + run(" gone") + "</w:del><w:ins>" + run(" new") +
             "</w:ins></w:p>",
         "Kept new"},
        {"<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></"
         "w:r></w:p>",
         "a b\n\nc"},
        {"<w:tbl><w:tr><w:tc><w:p>" + run("North") + "</w:p></w:tc><w:tc><w:p>" + run("12") +
             "</w:p></w:tc></w:tr></w:tbl>",
         "North 12"},
        {"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>" + run("Box") +
             "</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p>" + run("Box") +
             "</w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>",
         "Box"},
    };
    for (const Row& row : rows) {
        INFO(row.body);
        const std::string file = docx_of(row.body);
        CHECK(input::kind_of(file, "a.bin").name == "docx");
        const input::InnerFile got = input::read_docx(file);
        CHECK(got.source.bytes == row.text);
        CHECK(got.kind == "text");
        CHECK(got.stated.headline == "A title");
        CHECK(got.stated.published == std::vector<std::string>{"2025-01-21T08:00:00Z"});
    }
}

TEST_CASE("a document of LibreOffice is its paragraphs, without comments and foot notes") {
    struct Row {
        std::string body;
        std::string text;
    };
    const std::vector<Row> rows{
        {"<text:h>Bridge "
         "<text:span>Closed</text:span></text:h><text:p>a<text:s/>b<text:tab/>c<text:line-break/>d"
         "</text:p>",
         "Bridge Closed\n\na b c\n\nd"},
        {"<text:p>Kept<office:annotation><dc:creator>X</dc:creator><text:p>said</text:p></office:annotation>"
         "<text:note><text:note-body><text:p>small</text:p></text:note-body></text:note> whole.</text:p>",
         "Kept whole."},
        {"<table:table><table:table-row><table:table-cell><text:p>North</text:p></table:table-cell>"
         "<table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>",
         "North 12"},
    };
    for (const Row& row : rows) {
        INFO(row.body);
        const std::string file = odt_of(row.body);
        CHECK(input::kind_of(file, "a.bin").name == "odt");
        const input::InnerFile got = input::read_odt(file);
        CHECK(got.source.bytes == row.text);
        CHECK(got.stated.authors == std::vector<std::vector<std::string>>{{"Jane Roe"}});
    }
}

TEST_CASE("an EPUB gives its chapters with what the book states where they do not") {
    const std::string epub = epub_of({"<h1>Contents</h1><p><a href='c1.xhtml'>Bridge</a></p>",
                                      "<h1>Bridge Closed</h1><p>By Jane Roe</p>" + story,
                                      "<h2>Ferry Sold</h2>" + paragraph(second_paragraph)});
    CHECK(input::kind_of(epub, "a.bin").name == "epub");
    const std::vector<Document> got = chapters(epub);
    REQUIRE(got.size() == 2);
    CHECK(got[0].headline == "Bridge Closed");
    CHECK(got[0].key == "urn:post:7#OEBPS/text/c1 .xhtml");
    CHECK(got[0].credit == "The Harbour Post");
    CHECK(got[0].authors.back() == std::vector<std::string>{"Ali Khan"});
    CHECK(got[0].published.back() == "2025-01-21");
    CHECK(got[1].headline == "Ferry Sold");
    const std::vector<Document> whole = chapters(epub, true);
    REQUIRE(whole.size() == 1);
    CHECK(whole[0].headline == "The Harbour Post");
    CHECK(whole[0].key == "urn:post:7");
}

TEST_CASE("a chapter that an EPUB names again and again is read once") {
    std::string spine = "<itemref idref=\"c0\"/>";
    for (int i = 0; i < 12; ++i)
        spine += spine;
    const std::string epub =
        zipped({{"mimetype", "application/epub+zip"},
                {"META-INF/container.xml", "<container><rootfile full-path=\"book.opf\"/></container>"},
                {"book.opf", "<package><manifest><item id=\"c0\" href=\"a.html\"/></manifest><spine>" +
                                 spine + "</spine></package>"},
                {"a.html", "<html><body><h1>Bridge Closed</h1>" + story + "</body></html>"}});
    CHECK(chapters(epub).size() == 1);
}

TEST_CASE("documents that are damaged or say nothing are refused in words") {
    using namespace Catch::Matchers;
    CHECK_THROWS_WITH(chapters(epub_of({"<h1>Cover</h1>"})), Contains("without a chapter"));
    CHECK_THROWS_WITH(chapters(zipped({{"mimetype", "application/epub+zip"}})), Contains("container.xml"));
    CHECK_THROWS_WITH(input::read_docx(docx_of("")), Contains("no text"));
    CHECK_THROWS_WITH(input::read_odt(zipped({{"mimetype", "x"}})), Contains("without its text"));
    CHECK_THROWS_AS(input::read_docx(docx_of("<w:p/>").substr(0, 100)), Error);
    const std::string zeros(60'000'000, ' ');
    CHECK_THROWS_AS(input::read_docx("PK\x03\x04" + zeros), Error);
}

TEST_CASE("of the lines of a PDF paragraphs are made") {
    struct Row {
        std::string what;
        std::string text;
        std::string mended;
    };
    const std::string line = "The swing bridge at Portvale will stay clo-\nsed until the end of May.";
    const std::string whole = "The swing bridge at Portvale will stay closed until the end of May.";
    const std::vector<Row> rows{
        {"lines and a broken word", line + "\n\nNext\n", whole + "\n\nNext"},
        {"a name with a hyphen", "Anne-\nMarie came to the harbour on Monday\n",
         "Anne- Marie came to the harbour on Monday"},
        {"a short line that ends a sentence ends a paragraph",
         "The swing bridge at Portvale will stay closed.\nIt is old.\nLorries have to drive by the northern "
         "road.",
         "The swing bridge at Portvale will stay closed. It is old.\n\nLorries have to drive by the northern "
         "road."},
        {"a sentence over two pages", "The swing bridge at Portvale will stay\n\f closed until May.\n\f",
         "The swing bridge at Portvale will stay closed until May."},
        {"heads, feet and numbers",
         "The Post 1\n\nOne story of the day.\n\nPage 1 of 3\n\fThe Post 2\n\nTwo stories of it.\n\nPage 2 "
         "of 3\n\f"
         "The Post 3\n\nThe last of them.\n\nPage 3 of 3\n\f",
         "One story of the day.\n\nTwo stories of it.\n\nThe last of them."},
        {"a headline that is the head of other pages",
         "Bridge Closed\n\nOne.\n\n1\n\fBridge Closed\n\nTwo.\n\n2\n", "Bridge Closed\n\nOne.\n\nTwo."},
        {"nothing", "\n \n\f\n", ""},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        CHECK(input::mended_pdf_text(row.text) == row.mended);
    }
}

TEST_CASE("a zip file with a document in it is no document") {
    const std::string document = docx_of("<w:p>" + run("Text") + "</w:p>");
    CHECK(input::kind_of(zipped({{"a.docx", document}}), "a").name == "archive");
}
