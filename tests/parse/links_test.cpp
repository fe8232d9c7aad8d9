#include "parse/line/links.hpp"
#include "parse/related.hpp"

#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace newsarc;
using namespace newsarc::parsing;

namespace {

std::vector<std::string> urls(std::string_view text) {
    std::vector<std::string> out;
    for (const LinkFound& link : find_links(text))
        out.push_back(link.url);
    return out;
}

using Urls = std::vector<std::string>;

}  // namespace

TEST_CASE("links in running text") {
    struct Row {
        const char* text;
        Urls urls;
    };
    const Row rows[] = {
        {"See https://example.com/a.", {"https://example.com/a"}},
        {"(see https://example.com/a)", {"https://example.com/a"}},
        {"https://example.com/a_(b)", {"https://example.com/a_(b)"}},
        {"(https://example.com/a_(b))", {"https://example.com/a_(b)"}},
        {"“https://example.com/?q=1&r=2#top”", {"https://example.com/?q=1&r=2#top"}},
        {"https://example.com/a, http://example.org;", {"https://example.com/a", "http://example.org"}},
        {"HTTPS://Example.com/A!", {"HTTPS://Example.com/A"}},
        {"www.example.com/a?", {"https://www.example.com/a"}},
        {"<https://example.com/>", {"https://example.com/"}},
        {"https://example.com/…", {"https://example.com/"}},
        {"https://ar.example.com/خبر", {"https://ar.example.com/خبر"}},
        {"请看https://example.com/a。更多", {"https://example.com/a"}},
        {"write to jane.roe+news@example.co.uk.", {"mailto:jane.roe+news@example.co.uk"}},
        {"mailto:jane@example.com", {"mailto:jane@example.com"}},
        {"https://example.com/@jane", {"https://example.com/@jane"}},
        {"[a story](https://example.com/a)", {"https://example.com/a"}},
        {"[a](https://example.com/a_(b)) and [b](www.example.org \"B\")",
         {"https://example.com/a_(b)", "https://www.example.org"}},
        {"ftp://example.com/file", {"ftp://example.com/file"}},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(urls(row.text) == row.urls);
    }
}

TEST_CASE("what is no link") {
    for (const char* text :
         {"", "://", "https://", "https://-", "www.", "www.example", "@jane", "jane@", "jane@example",
          "a://b", "javascript:alert(1)", "[a](b)", "](http://-", "U.S.A", "x@y.z"}) {
        INFO(text);
        CHECK(urls(text).empty());
    }
}

TEST_CASE("a Markdown link has a title") {
    const auto links = find_links("See [the  report](https://example.com/a).");
    REQUIRE(links.size() == 1);
    CHECK(links[0].title == "the report");
    CHECK(links[0].begin == 4);
    CHECK(links[0].end == 40);
}

TEST_CASE("hosts of links") {
    CHECK(host_of("https://www.Example.com:8080/a") == "example.com");
    CHECK(host_of("https://user@news.example.co.uk?x") == "news.example.co.uk");
    CHECK(host_of("https://[::1]:80/") == "[::1]");
    CHECK_FALSE(host_of("mailto:jane@example.com"));
    CHECK_FALSE(host_of("https:///"));
}

TEST_CASE("related stories behind a label") {
    struct Row {
        const char* text;
        const char* title;  // "" for none
        const char* url;
    };
    const Row rows[] = {
        {"Storm Damages Piers", "Storm Damages Piers", ""},
        {"• Storm  Damages Piers »", "Storm Damages Piers", ""},
        {"'Storm' damages piers", "'Storm' damages piers", ""},
        {"-5 degrees in June", "-5 degrees in June", ""},
        {"Storm https://example.com/a", "Storm", "https://example.com/a"},
        {"https://example.com/a", "", "https://example.com/a"},
        {"[Storm](https://example.com/a)", "Storm", "https://example.com/a"},
        {"[Storm](https://example.com/a) in June", "Storm in June", "https://example.com/a"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto links = read_related(row.text);
        REQUIRE(links.size() == 1);
        CHECK(links[0].kind == LinkKind::related);
        CHECK(links[0].title.value_or("") == row.title);
        CHECK(links[0].url.value_or("") == row.url);
    }
    const auto two = read_related("[A](https://example.com/a) [B](https://example.com/b)");
    REQUIRE(two.size() == 2);
    CHECK(two[0].title == "A");
    CHECK(two[1].title == "B");
}
