#include "input/page/page.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "input/page_samples.hpp"
#include "support/catch.hpp"
#include "support/error_code.hpp"

using namespace newsarc;
using namespace newsarc::tests;

namespace {

Document read(const std::string& html) {
    return input::read_page(html);
}

/// The texts of a role, one a line.
std::string texts(const Document& document, BlockRole role) {
    std::string out;
    for (const Block& block : document.blocks) {
        if (block.role == role) out += block.text + "\n";
    }
    return out;
}

std::string running_text(const Document& document) {
    std::string out;
    for (const Block& block : document.blocks) {
        if (block.role == BlockRole::paragraph || block.role == BlockRole::heading ||
            block.role == BlockRole::item || block.role == BlockRole::row)
            out += block.text + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("the story of a page is told from the site around it") {
    const Document document = read(whole_page);
    CHECK(running_text(document) ==
          first_paragraph + "\nHalf an hour longer\n" + second_paragraph +
              "\nSee the tables of tides for what it means for yachts, which pass at high water.\n" +
              third_paragraph + "\n");
    CHECK(texts(document, BlockRole::caption) == "The bridge on Sunday. Photo: Ali Khan\n");
    CHECK(texts(document, BlockRole::related).find("Ferry sold to an island in the north\n") !=
          std::string::npos);
    const std::string left_out = texts(document, BlockRole::furniture);
    for (const char* words :
         {"Sign up for our letter", "saying this for years", "All rights reserved", "first coat of paint"}) {
        INFO(words);
        CHECK(left_out.find(words) != std::string::npos);
    }
    CHECK(left_out.find("never") == std::string::npos);
}

TEST_CASE("what goes on below a story or stands under a page is not of it") {
    const std::string foot =
        "Readers reach the office of The Harbour Post on working days from nine to five by telephone, by "
        "letter "
        "and at the counter on the quay, where notices for the next issue are taken until noon.";
    const std::string short_page = "<html><body><div class='main'><h1>Bridge Closed</h1>" +
                                   paragraph(first_paragraph) +
                                   "</div><div class='site-footer'><div class='footer-text'><p>" + foot +
                                   "</p></div></div></body></html>";
    CHECK(running_text(read(short_page)) == first_paragraph + "\n");
    // The next story is loaded when the reader comes to the end of the first.
    const std::string next =
        "<p>The ferry to the islands was sold on Friday to a company in the north, which "
        "wants to run it all year, its owner told the council in the evening.</p>";
    std::string many;
    for (int i = 0; i < 6; ++i)
        many += "<p>Voyage " + std::to_string(i) + next.substr(3);
    const std::string two =
        "<html><head><title>Bridge Closed</title></head><body><main><article>"
        "<h1>Bridge Closed</h1>" +
        story + "</article><div class='more'><article><h1>Ferry Sold</h1>" + many +
        "</article></div></main></body></html>";
    CHECK(running_text(read(two)) ==
          first_paragraph + "\n" + second_paragraph + "\n" + third_paragraph + "\n");
}

TEST_CASE("tables and lists of a story stay, whatever element holds them, and captions are told by name") {
    const std::string page =
        "<html><body><h1>Bridge Closed</h1><div class='text'>" + paragraph(first_paragraph) +
        "<div class='scroll'><table><tr><td>Northern road</td><td>31 km</td></tr>"
        "<tr><td>Southern road</td><td>54 km</td></tr></table></div>" +
        paragraph(second_paragraph) +
        "<div class='box'><ul><li>Open to bicycles</li><li>Closed to lorries</li></ul></div>" +
        paragraph(third_paragraph) +
        "<div class='lead-picture'><div class='picture-caption'>The bridge on Sunday, seen from the northern "
        "bank, where the harbour master waited for the inspectors. " +
        second_paragraph + "</div></div></div></body></html>";
    const Document document = read(page);
    CHECK(running_text(document) == first_paragraph + "\nNorthern road | 31 km\nSouthern road | 54 km\n" +
                                        second_paragraph + "\nOpen to bicycles\nClosed to lorries\n" +
                                        third_paragraph + "\n");
    CHECK(texts(document, BlockRole::caption).starts_with("The bridge on Sunday, seen"));
}

TEST_CASE("posts that a story quotes and elements of the page's own stay in it") {
    const std::string post =
        "<div><blockquote class=post><p>The bridge is shut again https://t.example/1</p>"
        "&mdash; Jane Roe (@roe) <a href=https://t.example/2>January 21, 2025</a></blockquote></div>";
    const std::string own =
        "<p>The pilots, of whom <side-note>Ali Khan</side-note> is one, have been waiting for the bridge "
        "since the new year, as they told the council.</p>";
    const std::string text =
        running_text(read("<html><body><article><h1>Bridge Closed</h1>" + paragraph(first_paragraph) +
                          paragraph(second_paragraph) + post + own + "</article></body></html>"));
    CHECK(text.find("shut again https://t.example/1\n— Jane Roe (@roe) January 21, 2025\n") !=
          std::string::npos);
    CHECK(text.find("of whom Ali Khan is one, have been") != std::string::npos);
}

TEST_CASE("a box with a button or a field is not of the story, but a story with one is") {
    const std::string asks =
        "Get the news of the harbour every morning before the first ferry leaves, all of it in one letter.";
    struct Row {
        std::string control;
        bool asks;
    };
    for (const Row& row :
         {Row{"<button>Go</button>", true}, Row{"<input type=email>", true},
          Row{"<label><input type=radio></label>", true}, Row{"<input type=hidden>", false}}) {
        INFO(row.control);
        const auto page = [](const std::string& around, const std::string& within) {
            return running_text(read("<html><body><article><h1>Bridge Closed</h1><div class=text>" + around +
                                     paragraph(first_paragraph) + paragraph(second_paragraph) + within +
                                     paragraph(third_paragraph) + "</div></article></body></html>"));
        };
        const std::string box = "<div class=x7>" + paragraph(asks) + "<span>" + row.control + "</span></div>";
        // Many of them together are the story.
        std::string boxes;
        for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h"})
            boxes.append("<div class=")
                .append(name)
                .append(">")
                .append(paragraph(name + (" " + third_paragraph)) + row.control + "</div>");
        CHECK(running_text(read("<html><body><h1>Bridge Closed</h1>" + boxes)).find("f " + third_paragraph) !=
              std::string::npos);
        CHECK((page("", box).find(asks) == std::string::npos) == row.asks);
        CHECK(page(row.control, "") ==
              first_paragraph + "\n" + second_paragraph + "\n" + third_paragraph + "\n");
    }
}

TEST_CASE("the fields of a page") {
    const Document document = read(whole_page);
    CHECK(document.headline == "Bridge Closed Until May");
    CHECK(document.titles == std::vector<std::string>{"Portvale bridge shut for months"});
    CHECK(document.deck == "Ships and lorries have to wait or take the long way round.");
    REQUIRE_FALSE(document.authors.empty());
    CHECK(document.authors.front() == std::vector<std::string>{"Jane Roe"});
    REQUIRE_FALSE(document.published.empty());
    CHECK(document.published.front() == "2025-01-21T08:00:00+01:00");
    CHECK(document.updated.front() == "2025-01-22T09:30:00+01:00");
    CHECK(document.credit == "The Harbour Post");
    CHECK(document.key == "https://post.example/2025/01/21/bridge-closed");
    CHECK(document.url == document.key);
    CHECK(document.language == "en-GB");
    for (const Block& block : document.blocks) {
        if (!block.text.starts_with("See the tables")) continue;
        REQUIRE(block.links.size() == 1);
        CHECK(block.links[0].url == "https://post.example/tides");
        CHECK(block.links[0].title == "the tables of tides");
    }
}

TEST_CASE("a headline is chosen among what the page shows and what it states") {
    struct Row {
        std::string head;
        std::string body;
        std::string headline;
    };
    const std::string og =
        "<meta property=og:site_name content='Harbour Post'><meta property=og:title content='";
    const std::vector<Row> rows{
        // The visible one, where it is about the same.
        {og + "Bridge at Portvale is closed'>", "<h1>Portvale bridge shut until May</h1>",
         "Portvale bridge shut until May"},
        // A logo is no headline.
        {og + "Portvale bridge shut'><title>Portvale bridge shut</title>", "<h1 class=logo>Harbour Post</h1>",
         "Portvale bridge shut"},
        {"<title>Portvale bridge shut until May - Harbour Post</title>" + og +
             "Portvale bridge shut until May'>",
         "", "Portvale bridge shut until May"},
        {"<title>Portvale bridge shut until May | News | Harbour Post</title>", "",
         "Portvale bridge shut until May"},
        {"<title>Bridge &amp;amp; quay shut</title>", "", "Bridge & quay shut"},
        {og + "Bridge shut'>", "<nav><h1>Menu of the whole site</h1></nav>", "Bridge shut"},
        // Of several the one that is about what the page is about.
        {"<title>Portvale bridge shut until May</title>",
         "<h1><a href=/>Hello, I am Ali</a></h1><h1>The Portvale bridge is shut</h1>",
         "The Portvale bridge is shut"},
        {"<title>Portvale bridge shut</title>", "<h1><a href=/>Hello, I am Ali</a></h1>",
         "Portvale bridge shut"},
        // The end of a trail of links is none where the story has its own.
        {og + "Portvale bridge is shut'>",
         "<div><a href=/>Home</a> <a href=/n>News</a><h1>Portvale: bridge is shut until May</h1></div>"
         "<h2>The Portvale bridge stays shut</h2>",
         "The Portvale bridge stays shut"},
        {og + "Portvale bridge is shut'>",
         "<div><a href=/>Home</a> <a href=/n>News</a><h1>Portvale: bridge is shut until May</h1></div>"
         "<h2>Subscribe to all our letters</h2>",
         "Portvale: bridge is shut until May"},
        // Behind a colon the site's name begins what is a title all the same.
        {"<meta property=og:site_name content=Harbour>"
         "<title>Mother's Day: Harbour pilots sing for their mothers</title>",
         "", "Mother's Day: Harbour pilots sing for their mothers"},
        // Two lines of one heading.
        {og + "Portvale: Bridge shut until May'>",
         "<h1><span>Portvale</span><span>Bridge shut until May</span></h1>",
         "Portvale: Bridge shut until May"},
        {og + "Harbour strike / Ferries stay in port'>",
         "<h1><span>Harbour strike</span>Ferries stay in port</h1>", "Harbour strike / Ferries stay in port"},
        // A kicker is left out, what somebody said is not.
        {"<title>Bridge shut until the end of May</title>",
         "<h1>Portvale: Bridge shut until the end of May</h1>", "Bridge shut until the end of May"},
        {"<title>Pilots on the long wait for repairs</title>",
         "<h1>'We told them': Pilots on the long wait for repairs</h1>",
         "'We told them': Pilots on the long wait for repairs"},
        // A heading that the page states is the headline wherever it stands.
        {og + "Portvale bridge is shut'><title>The bridge that failed</title>",
         "<header role=banner><h1>Portvale bridge is shut</h1></header>", "Portvale bridge is shut"},
    };
    for (const Row& row : rows) {
        INFO(row.head << row.body);
        const std::string html =
            "<html><head>" + row.head + "</head><body>" + row.body + story + "</body></html>";
        CHECK(read(html).headline == row.headline);
    }
}

TEST_CASE("a page shows its writers in elements of their own") {
    struct Row {
        std::string body;
        std::vector<std::vector<std::string>> signatures;
    };
    const std::vector<Row> rows{
        {"<div class=byline>By <a href=/jane>Jane Roe</a></div>", {{"By Jane Roe", "Jane Roe"}}},
        // One line, of which only an element is the writer's.
        {"<div><span>The Post</span> <b>1/2/2025</b> <span class=writer><i>Jane Roe</i></span></div>",
         {{"Jane Roe", "Jane Roe"}}},
        {"<div class=author-card><a>Jane Roe</a><span>Harbour Editor, The Post</span></div>",
         {{"Jane RoeHarbour Editor, The Post", "Jane Roe", "Harbour Editor, The Post"}}},
        {"<div class=date>1/2/2025</div>", {}},
    };
    for (const Row& row : rows) {
        INFO(row.body);
        const Document document = read("<html><body><h1>Bridge Closed Until May</h1>" + row.body + "<div>" +
                                       story + "</div></body></html>");
        CHECK(document.signatures == row.signatures);
    }
}

TEST_CASE("a box beside the story names its writer where nothing else does") {
    const std::string in_box =
        "<aside><p><span itemprop=author><b itemprop=name>Jane Roe</b> -</span> 1/2/2025</p></aside>";
    const std::string above = "<p itemprop=author>Ali Khan</p>";
    const auto stated = [](const std::string& top, const std::string& bottom) {
        return read("<html><body><article><h1>Bridge Closed Until May</h1>" + top + "<div>" + story +
                    "</div>" + bottom + "</article></body></html>")
            .authors;
    };
    CHECK(stated("", in_box) == std::vector<std::vector<std::string>>{{"Jane Roe"}});
    CHECK(stated(above, in_box) == std::vector<std::vector<std::string>>{{"Ali Khan"}});
}

TEST_CASE("the charset of a page is a mark's, UTF-8 that is valid, or the one that it declares") {
    const std::string cut = story + "<p>The caf";
    struct Row {
        std::string html;
        std::string word;
    };
    const std::vector<Row> rows{
        {"<meta charset=iso-8859-1>" + cut + "\xE9 by the bridge was full of people who had nowhere to go.",
         "café"},
        {"<meta charset=iso-8859-1>" + cut +
             "\xC3\xA9 by the bridge was full of people who had nowhere to go.",
         "café"},
        {"<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>" + story +
             "<p>\xCC\xEE\xF1\xF2 by the bridge was full of people who had nowhere to go.",
         "Мост"},
        {"<meta charset=nonsense>" + cut + "\xE9 by the bridge was full of people who had nowhere to go.",
         "café"},
    };
    for (const Row& row : rows) {
        INFO(row.html);
        CHECK(running_text(read("<html>" + row.html)).find(row.word) != std::string::npos);
    }
}

TEST_CASE("a saved page tells where it was saved from") {
    const std::vector<std::string> comments{
        "<!-- saved from url=(0034)https://post.example/bridge/closed -->",
        "<!--\n Page saved with SingleFile \n url: https://post.example/bridge/closed \n saved date: Tue Jan "
        "21 2025\n-->",
    };
    for (const std::string& comment : comments) {
        INFO(comment);
        const Document document = read("<!DOCTYPE html>" + comment + "<html><body><h1>Bridge</h1>" + story);
        CHECK(document.url == "https://post.example/bridge/closed");
        // The day of saving is not the story's.
        CHECK(std::ranges::none_of(document.published, [](const std::string& date) {
            return date.find("2025") != std::string::npos;
        }));
    }
}

TEST_CASE("a page that does not show its story gives what it states, or fails with its title") {
    const std::string stated =
        "<html><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\","
        "\"articleBody\":\"" +
        first_paragraph +
        "\\n\\nThe council had been told.\"}</script>"
        "<body><div id=app></div>";
    CHECK(running_text(read(stated)) == first_paragraph + "\nThe council had been told.\n");

    const Document data = read(
        "[{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Bridge </b>\","
        "\"author\":{\"name\":\"Jane Roe\"},\"datePublished\":\"2025-01-21\",\"articleBody\":\"" +
        first_paragraph + "\"}]");
    CHECK(data.headline == "Bridge");
    CHECK(data.authors.front() == std::vector<std::string>{"Jane Roe"});
    CHECK(data.published.front() == "2025-01-21");
    CHECK(running_text(data) == first_paragraph + "\n");

    const Document described =
        read("<html><meta name=description content=\"" + first_paragraph + "\"><title>Bridge</title><body>");
    CHECK(running_text(described) == first_paragraph + "\n");
    CHECK(std::ranges::find(described.warnings, "only the description could be read") !=
          described.warnings.end());

    try {
        read("<html><title>Sign in to read on</title><body><form><input></form>");
        FAIL("a page without a story is none");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::input);
        CHECK(std::string(error.what()).find("Sign in to read on") != std::string::npos);
    }
}

TEST_CASE("what a page's classes keep off it on screens of all sizes is left out") {
    const std::string box =
        "Create an account or sign in to go on reading, and get the letter of the harbour.";
    const auto page = [&](const std::string& classes) {
        return "<html><body><h1>Bridge Closed</h1>" + paragraph(first_paragraph) + "<div class='" + classes +
               "'><p>" + box + "</p></div>" + paragraph(second_paragraph) + paragraph(third_paragraph) +
               "</body></html>";
    };
    for (const char* classes : {"box hidden", "d-none", "is-hidden box"}) {
        INFO(classes);
        CHECK(running_text(read(page(classes))).find(box) == std::string::npos);
    }
    for (const char* classes : {"box", "hidden md:block", "d-none d-md-flex", "overflow-hidden"}) {
        INFO(classes);
        CHECK(running_text(read(page(classes))).find(box) != std::string::npos);
    }
}

TEST_CASE("what is hidden or told twice is told once or not at all") {
    const std::string html =
        "<html><body><h1>Bridge Closed</h1><div>" + story +
        "</div><div class='sr-only'>Skip to the next part of the page.</div>"
        "<div style='DISPLAY: none'>" +
        paragraph("A text that nobody sees, although it is as long as the others are and reads well.") +
        "</div><div class=fade>" + paragraph(first_paragraph) + "</div></body>";
    CHECK(running_text(read(html)) ==
          first_paragraph + "\n" + second_paragraph + "\n" + third_paragraph + "\n");
}
