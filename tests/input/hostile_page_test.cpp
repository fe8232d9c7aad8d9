#include <newsarc/error.hpp>

#include <string>
#include <utility>
#include <vector>

#include "input/page/page.hpp"
#include "input/page_samples.hpp"
#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::tests;

namespace {

constexpr std::size_t size = 1'000'000;

std::string repeated(const std::string& piece) {
    std::string out;
    out.reserve(size + piece.size());
    while (out.size() < size)
        out += piece;
    return out;
}

bool holds(const Document& document, const std::string& text) {
    for (const Block& block : document.blocks) {
        if (block.role != BlockRole::furniture && block.text.find(text) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

// Each is a megabyte that is made to take a parser's time or memory; that it ends at all within the time
// limit of a test is the point.
TEST_CASE("pages that are made to hang a reader are read, with the story that stands in them") {
    const std::string top =
        "<html><head><title>Bridge Closed</title></head><body><h1>Bridge Closed</h1>" + story;
    const std::string tail = "</body></html>";
    std::string headlines;
    for (int i = 0; headlines.size() < size; ++i)
        headlines += "<h1>Bridge " + std::to_string(i) + " Closed</h1>";
    const std::vector<std::pair<std::string, std::string>> rows{
        {"headlines that differ", top + headlines},
        {"headlines below a title without end",
         "<title>" + std::string(repeated("bridge closed "), 0, 400'000) + "</title>" + top + headlines},
        {"headlines below a site's name without end",
         "<meta property=og:site_name content='" + std::string(400'000, 'a') + "'>" + top + headlines},
        {"a list of classes without end around blocks",
         top + "<div class='" + std::string(repeated("a "), 0, 64'000) + "'>" + repeated("<p>x y</p>")},
        {"an address without end around blocks",
         top + "<a href='/" + std::string(400'000, 'x') + "'>" + repeated("<p>x y</p>")},
        {"open elements", top + repeated("<div>")},
        {"open running elements", top + repeated("<b>")},
        {"ends of nothing", top + repeated("</i></div>")},
        {"ends of nothing in what is open",
         top + std::string(repeated("<b>"), 0, 300'000) + repeated("</i>")},
        {"attributes", top + "<p " + repeated("a1=2 b ") + ">" + tail},
        {"one attribute again and again", top + "<p " + repeated("class=x ") + ">" + tail},
        {"a class of many words", top + "<p class='" + repeated("related-") + "'>" + tail},
        {"unclosed comments", top + repeated("<!--")},
        {"unclosed scripts", top + repeated("<script>")},
        {"unclosed pictures of vectors", top + repeated("<svg>")},
        {"unclosed quotes", top + repeated("<a href=\"")},
        {"signs that begin tags", top + repeated("<")},
        {"signs that begin entities", top + repeated("&")},
        {"entities", top + "<p>" + repeated("&amp;")},
        {"declarations", top + repeated("<!x ")},
        {"links in links", top + repeated("<a href=x>")},
        {"headlines", top + repeated("<h1>Bridge Closed</h1>")},
        {"tables in tables", top + repeated("<table><tr><td>")},
        {"quotes in quotes", top + repeated("<blockquote>x")},
        {"tags that cross", top + repeated("<b><p></b>")},
        {"breaks", top + repeated("a<br>")},
        {"times", top + repeated("<time datetime=x>x</time>")},
        {"meta fields", top + repeated("<meta name=author content='A &amp;amp; B'>")},
        {"NUL", top + std::string(size, '\0')},
        {"JSON-LD of brackets", "<script type=application/ld+json>" + repeated("[") + "</script>" + top},
        {"JSON-LD of comments", "<script type=application/ld+json>" + repeated("/* ") + "</script>" + top},
        {"JSON-LD of authors in authors",
         "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":" + repeated("{\"name\":") +
             "</script>" + top},
        {"data in place of a picture", top + "<img src='data:" + std::string(size, 'A') + "'>" + tail},
    };
    for (const auto& [name, html] : rows) {
        INFO(name);
        CHECK(holds(input::read_page(html), second_paragraph));
    }
}

TEST_CASE("text that is deeper than elements are read hangs on the last of them") {
    std::string html = "<html><body><h1>Bridge Closed</h1>";
    for (int i = 0; i < 5000; ++i)
        html += "<div>";
    html += story;
    for (int i = 0; i < 5000; ++i)
        html += "</div>";
    const Document document = input::read_page(html);
    CHECK(holds(document, third_paragraph));
}
