#include "input/feed/feed.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/error_code.hpp"

using namespace newsarc;

namespace {

std::vector<Document> read(const std::string& feed) {
    return input::read_feed(feed);
}

std::string text_of(const Document& document) {
    std::string out;
    for (const Block& block : document.blocks)
        out += block.text + "\n";
    return out;
}

std::string rss(const std::string& items) {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\" "
           "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Harbour Post</title>"
           "<link>https://post.example/</link><language>en-gb</language>" +
           items + "</channel></rss>";
}

}  // namespace

TEST_CASE("an entry of RSS") {
    const auto documents = read(
        rss("<item><title>Bridge &amp;amp; quay "
            "closed</title><link>https://post.example/bridge</link><guid>4711</guid>"
            "<dc:creator>Jane Roe</dc:creator><pubDate>Tue, 21 Jan 2025 08:00:00 +0100</pubDate>"
            "<category>Harbour</category><category>Bridges</category><description>In short.</description>"
            "<content:encoded><![CDATA[<p>The bridge is <a href=\"/x\">closed</a>.</p><p>Until "
            "May.</p>]]></content:encoded></item>"));
    REQUIRE(documents.size() == 1);
    const Document& entry = documents[0];
    CHECK(entry.headline == "Bridge & quay closed");
    CHECK(entry.url == "https://post.example/bridge");
    CHECK(entry.key == "https://post.example/#4711");
    CHECK(entry.authors == std::vector<std::vector<std::string>>{{"Jane Roe"}});
    CHECK(entry.published == std::vector<std::string>{"Tue, 21 Jan 2025 08:00:00 +0100"});
    CHECK(text_of(entry) == "The bridge is closed.\nUntil May.\n");
    REQUIRE(entry.blocks[0].links.size() == 1);
    CHECK(entry.blocks[0].links[0].url == "https://post.example/x");
    CHECK(entry.deck == "In short.");
    CHECK(entry.credit == "Harbour Post");
    CHECK(entry.language == "en-gb");
    REQUIRE(entry.notes.size() == 1);
    CHECK(entry.notes[0].text == "Topics: Harbour, Bridges");
    CHECK(entry.warnings.empty());
}

TEST_CASE("an entry of Atom") {
    const auto documents = read(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en' "
        "xml:base='https://post.example/news/'><title>Harbour Post</title>"
        "<entry><title type='html'>&lt;b&gt;Bridge&lt;/b&gt; closed</title><id>urn:x:1</id>"
        "<link rel='self' href='https://post.example/feed/1'/>"
        "<link "
        "href='https://www.google.com/url?rct=j&amp;url=https://post.example/bridge%3Fa%3D1&amp;ct=ga'/>"
        "<author><name>Jane Roe</name></author><author><name>Ali Khan</name></author>"
        "<published>2025-01-21T08:00:00Z</published><updated>2025-01-22T08:00:00Z</updated>"
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>One &amp; "
        "<i>two</i>.</p><p>Three.</p></div></content>"
        "</entry></feed>");
    REQUIRE(documents.size() == 1);
    const Document& entry = documents[0];
    CHECK(entry.headline == "Bridge closed");
    CHECK(entry.key == "urn:x:1");
    CHECK(entry.url == "https://post.example/bridge?a=1");
    CHECK(entry.authors == std::vector<std::vector<std::string>>{{"Jane Roe", "Ali Khan"}});
    CHECK(entry.updated == std::vector<std::string>{"2025-01-22T08:00:00Z"});
    CHECK(text_of(entry) == "One & two.\nThree.\n");
}

TEST_CASE("an item of a JSON Feed") {
    const auto documents = read(
        R"({"version":"https://jsonfeed.org/version/1.1","title":"Harbour Post","home_page_url":"https://post.example/",
            "items":[{"id":7,"url":"https://post.example/bridge","title":"Bridge <closed>","content_text":"One.\n\nTwo.",
            "date_published":"2025-01-21T08:00:00Z","authors":[{"name":"Jane Roe"}],"tags":["harbour"]},{"id":"8"}]})");
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].headline == "Bridge <closed>");
    CHECK(documents[0].key == "https://post.example/#7");
    CHECK(text_of(documents[0]) == "One.\nTwo.\n");
    CHECK(documents[0].authors == std::vector<std::vector<std::string>>{{"Jane Roe"}});
}

TEST_CASE("what breaks a feed is mended, and what was read before is kept") {
    const std::string item = "<item><title>Bridge closed</title></item>";
    const std::vector<std::pair<std::string, std::string>> rows{
        {"junk before the declaration", "\n\n junk " + rss(item)},
        {"entities of HTML", rss("<item><title>Caf&eacute;&nbsp;&nosuch; closed</title></item>")},
        {"a bare sign", rss("<item><title>Bridge & quay & <![CDATA[A & B]]></title></item>")},
        {"control characters", rss("<item><title>Bridge\x01 closed\x0C</title></item>")},
        {"a section in a section",
         rss("<item><title>Bridge</title><description><![CDATA[A <![CDATA[B]]> C]]></description></item>")},
        {"an unclosed end", rss(item + "<item><title>Quay open</title><description>It is op")},
        {"a tag of nothing", rss(item + "</nothing>" + item)},
        {"an unknown prefix", rss("<item><title>Bridge closed</title><media:thumbnail url='x'/></item>")},
        {"a wrong charset", "<?xml version='1.0' encoding='us-ascii'?>" +
                                rss("<item><title>Caf\xC3\xA9 closed</title></item>").substr(21)},
    };
    for (const auto& [name, feed] : rows) {
        INFO(name);
        const auto documents = read(feed);
        REQUIRE_FALSE(documents.empty());
        CHECK(documents[0].headline);
    }
    CHECK(read(rows[1].second)[0].headline == "Café &nosuch; closed");
    CHECK(read(rows[2].second)[0].headline == "Bridge & quay & A & B");
    CHECK(read(rows[5].second).size() == 2);
    CHECK_FALSE(read(rows[5].second)[0].warnings.empty());
    CHECK(read(rows[8].second)[0].headline == "Café closed");
}

TEST_CASE("no entity of a feed's own is expanded, and none is fetched") {
    const std::string laughs =
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY "
        "c SYSTEM "
        "'file:///etc/passwd'>]><rss><channel><item><title>&b;&c;</title></item></channel></rss>";
    CHECK(read(laughs)[0].headline == "&b;&c;");
}

TEST_CASE("a feed without anything to read fails") {
    CHECK(test::code_of([] { read("<rss><channel><title>Empty</title></channel></rss>"); }) ==
          ErrorCode::input);
    CHECK(test::code_of([] { read("{\"version\":\"https://jsonfeed.org/version/1\""); }) == ErrorCode::input);
}

TEST_CASE("feeds that are made to hang a reader are read") {
    const auto repeated = [](const std::string& piece) {
        std::string out;
        while (out.size() < 1'000'000)
            out += piece;
        return out;
    };
    const std::string item = "<item><title>Bridge closed</title></item>";
    const std::vector<std::pair<std::string, std::string>> rows{
        {"open elements", rss(item + repeated("<a>"))},
        {"attributes", rss(item + "<x " +
                           [] {
                               std::string out;
                               for (int i = 0; out.size() < 1'000'000; ++i)
                                   out += "a" + std::to_string(i) + "=\"1\" ";
                               return out;
                           }() +
                           "/>" + item)},
        {"unclosed comments", rss(item + repeated("<!--"))},
        {"unclosed sections", rss(item + repeated("<![CDATA["))},
        {"unclosed instructions", rss(item + repeated("<?"))},
        {"unclosed declarations", rss(item + repeated("<!DOCTYPE ["))},
        {"signs that begin entities", rss("<item><title>Bridge closed" + repeated("&") + "</title></item>")},
        {"elements", rss(item + repeated("<item/>"))},
        {"ends of nothing", rss(item + repeated("</x>"))},
        {"titles", rss("<item>" + repeated("<title>A</title>") + "</item>")},
    };
    for (const auto& [name, feed] : rows) {
        INFO(name);
        CHECK_FALSE(read(feed).empty());
    }
}

TEST_CASE("a text in base64 is read, and a namespace is known in capitals, too") {
    const auto articles = read(
        "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\" "
        "xmlns:i=\"http://www.itunes.com/DTDs/PodCast-1.0.dtd\"><entry><title>Bridge Closed</title>"
        "<i:author>Jane Roe</i:author><content type=\"text/html\" mode=\"base64\">PHA+VW50aWwgTWF5LjwvcD4="
        "</content></entry></feed>");
    REQUIRE(articles.size() == 1);
    CHECK(articles[0].blocks.at(0).text == "Until May.");
    CHECK(articles[0].authors == std::vector<std::vector<std::string>>{{"Jane Roe"}});
}
