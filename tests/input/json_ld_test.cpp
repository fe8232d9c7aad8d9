#include "input/page/head.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace newsarc::input;

namespace {

std::string headline_of(const std::string& json) {
    const auto article = read_json_ld({json}, {});
    return article ? article->headline : "(none)";
}

}  // namespace

TEST_CASE("JSON-LD that is no JSON is mended") {
    const std::vector<std::string> rows{
        R"({"@type":"NewsArticle","headline":"Bridge Closed"})",
        "{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\nClosed\"}",
        R"({"@type":"NewsArticle","headline":"Bridge Closed",})",
        R"([{"@type":"NewsArticle","headline":"Bridge Closed",},])",
        "/* made by the site */ {\"@type\":\"NewsArticle\",\"headline\":\"Bridge Closed\"};",
        "// made by the site\n{\"@type\":\"NewsArticle\",\"headline\":\"Bridge Closed\"}",
        "<![CDATA[{\"@type\":\"NewsArticle\",\"headline\":\"Bridge Closed\"}]]>",
        "<!-- {\"@type\":\"NewsArticle\",\"headline\":\"Bridge Closed\"} -->",
        R"({"@type":"NewsArticle","headline":"Bridge \'Closed"})",
    };
    for (const std::string& row : rows) {
        INFO(row);
        CHECK(headline_of(row).starts_with("Bridge"));
    }
    CHECK(headline_of("{\"@type\":\"NewsArticle\"") == "(none)");
    CHECK(headline_of("") == "(none)");
}

TEST_CASE("the article of a page is found in lists, graphs and references") {
    const auto article = read_json_ld({R"({"@graph":[
            {"@type":"Organization","@id":"#paper","name":"The Harbour Post"},
            {"@type":"Person","@id":"#jane","name":"Jane Roe"},
            {"@type":"WebPage","name":"News"},
            {"@type":["Thing","NewsArticle"],"headline":"Bridge &amp;amp; Quay Closed",
             "author":[{"@id":"#jane"},{"@type":"Person","name":"Ali Khan"}],
             "publisher":{"@type":"Organization","name":"The Harbour Post"},
             "datePublished":"2025-01-21T08:00:00+01:00","isAccessibleForFree":"False",
             "mainEntityOfPage":{"@id":"https://post.example/bridge"}}]})"},
                                      {});
    REQUIRE(article);
    CHECK(article->headline == "Bridge & Quay Closed");
    CHECK(article->people == std::vector<std::string>{"Jane Roe", "Ali Khan"});
    CHECK(article->publisher == "The Harbour Post");
    CHECK(article->published == "2025-01-21T08:00:00+01:00");
    CHECK(article->url == "https://post.example/bridge");
    CHECK(article->is_partial);
}

TEST_CASE("of several articles the one of the page's title is taken") {
    const auto article =
        read_json_ld({R"([{"@type":"NewsArticle","headline":"Ferry Sold","author":"A","datePublished":"2025"},
                                           {"@type":"NewsArticle","headline":"Bridge Closed"}])"},
                     {"bridge closed"});
    REQUIRE(article);
    CHECK(article->headline == "Bridge Closed");
}

TEST_CASE("the posts of a live page are not the page") {
    const auto article = read_json_ld({R"({"@type":"LiveBlogPosting","headline":"Bridge Closed: all the news",
            "liveBlogUpdate":[{"@type":"BlogPosting","headline":"Ferry Sold","author":"Jane Roe",
                               "datePublished":"2025-01-21","articleBody":"It was sold."}]})"},
                                      {"the bridge"});
    REQUIRE(article);
    CHECK(article->headline == "Bridge Closed: all the news");
}
