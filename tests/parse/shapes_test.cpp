#include "parse/line/shapes.hpp"

#include <newsarc/parse.hpp>

#include "support/catch.hpp"

#include <string>

using namespace newsarc;
using namespace newsarc::parsing;

namespace {

const std::string story = "The council froze the fares on Monday, and nobody objected to it.";

Article only(const std::string& text) {
    auto parsed = parse(text);
    REQUIRE(parsed.size() == 1);
    return parsed.front().article;
}

}  // namespace

TEST_CASE("where a story stands on its site") {
    for (const char* line : {"Home > News > Harbour", "Home / Business", "News » World", "World News",
                             "SPORT", "Business | Markets", "BREAKING"}) {
        INFO(line);
        CHECK(is_page_place(line));
    }
    for (const char* line :
         {"World leaders meet", "Harbour > Pier", "News of the storm spread fast.", "", "Gas"}) {
        INFO(line);
        CHECK_FALSE(is_page_place(line));
    }
}

TEST_CASE("who took a picture") {
    for (const char* line : {"REUTERS/Jane Roe", "Jane Roe / Reuters", "Jane Roe/AFP/Getty Images",
                             "Jane Roe/AFP via Getty Images"}) {
        INFO(line);
        CHECK(is_picture_credit(line));
    }
    for (const char* line : {"Reuters", "The ship and/or the AP", "Pier/Harbour", "AP/the man said so",
                             "https://reuters.example/ap"}) {
        INFO(line);
        CHECK_FALSE(is_picture_credit(line));
    }
}

TEST_CASE("words that lead to a link") {
    CHECK(leads_to_link("Shop now: https://example.org/a_(b)", true));
    CHECK(leads_to_link("Más sobre el puerto en la web: https://example.org/", true));
    CHECK(leads_to_link("More at www.example.org", true));
    CHECK(leads_to_link("All our stories are found at https://example.org/", false));
    CHECK_FALSE(leads_to_link("All our stories are found at https://example.org/", true));
    CHECK_FALSE(leads_to_link("Details are at https://example.org/.", false));
    CHECK_FALSE(leads_to_link("https://example.org/", false));
    CHECK_FALSE(leads_to_link("See https://example.org/ and the sea", false));
}

TEST_CASE("a name that stands without a word before it") {
    CHECK(read_name_line("Jane Roe") == NameLine::name);
    CHECK(read_name_line("Jane Roe, Staff Writer") == NameLine::writer);
    CHECK(read_name_line("Jane Roe | Political Editor") == NameLine::writer);
    CHECK(read_name_line("Jane Roe in London") == NameLine::writer);
    CHECK(read_name_line("Our Correspondent") == NameLine::writer);
    CHECK(read_name_line("Jane Roe and Ali Khan in Rome, and Bo Li") == NameLine::writer);
    CHECK(read_name_line("Harbour council freezes fares") == NameLine::none);
    CHECK(read_name_line("Business News") == NameLine::none);
    CHECK(read_name_line("New Delhi") == NameLine::none);
    CHECK(read_name_line("Ships") == NameLine::none);
}

TEST_CASE("a name under the headline is the byline when the next line shows it") {
    const std::string headline = "Harbour Council Freezes Fares\n\n";
    for (const char* top :
         {"Jane Roe\nStaff Writer", "Jane Roe\n5 March 2025", "Jane Roe, Staff Writer",
          "Jane Roe | TNN | 5 March 2025, 08:12 IST", "5 March 2025 | Jane Roe",
          "By Jane Roe\nThe Harbour Post", "By Jane Roe\nin Kabul", "By Jane Roe (@janeroe)"}) {
        INFO(top);
        const Article article = only(headline + top + "\n\n" + story);
        CHECK(article.byline == "Jane Roe");
        CHECK(article.body == story);
    }
    CHECK_FALSE(only(headline + "Mixed Reaction\n\n" + story).byline);
}

TEST_CASE("lines above a headline that are none") {
    for (const char* top : {"Home > News > Harbour", "World", "BREAKING", "Skip to content"}) {
        INFO(top);
        const Article article = only(std::string(top) + "\n\nHarbour council freezes fares\n\n" + story);
        CHECK(article.headline == "Harbour council freezes fares");
        CHECK(article.body == story);
    }
}

TEST_CASE("a headline that begins with a genre or a source") {
    for (const char* headline : {"Live: Harbour council meets", "Fact check: did the council meet?",
                                 "Sources: harbour to close for good"}) {
        INFO(headline);
        const Article article = only(std::string(headline) + "\n\nBy Jane Roe\n\n" + story + "\n\n" + story);
        CHECK(article.headline == headline);
        CHECK_FALSE(article.credit);
        CHECK(article.links.empty());
    }
}

TEST_CASE("the label of a date on the line before it") {
    const Article article =
        only("Harbour Council Freezes Fares\n\nPublished\n5 March 2025\nUpdated\n6 March 2025\n\n" + story);
    REQUIRE(article.published);
    REQUIRE(article.updated);
    CHECK(to_iso(*article.published) == "2025-03-05");
    CHECK(to_iso(*article.updated) == "2025-03-06");
    CHECK(article.body == story);
}

TEST_CASE("a related label before a link alone names no story") {
    const Article article = only("Harbour Council Freezes Fares\n\n" + story + "\n\n" + story +
                                 "\n\nRead more: https://example.org/1");
    REQUIRE(article.links.size() == 1);
    CHECK(article.links.front().kind == LinkKind::promotion);
    CHECK(article.links.front().url == "https://example.org/1");
}

TEST_CASE("a label alone does not swallow the paragraph below it") {
    const std::string text =
        "Harbour Council Freezes Fares\n" + story + "\nSubscribe\n" + story + "\n" + story + "\n";
    CHECK(only(text).body == story + "\n\n" + story + "\n\n" + story);
}
