#include <newsarc/parse.hpp>

#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace newsarc;

namespace {

using Texts = std::vector<std::string>;

Texts headlines(const std::string& text, const ParseOptions& options = {}) {
    Texts out;
    for (const ParsedArticle& parsed : parse(text, options))
        out.push_back(parsed.article.headline.value_or("none"));
    return out;
}

const std::string first =
    "Credit: Coast Wire\n\nHarbour Council Freezes Fares\n\nThe council froze the fares on Monday.\n";
const std::string second =
    "Pier Repairs Begin in Easthaven\n\nBy Jane Roe\n\nWork began on the pier on Tuesday.\n";
const std::string bare_first = "Harbour Council Freezes Fares\n\nThe council froze the fares on Monday.\n";
const std::string bare_second = "Pier Repairs Begin in Easthaven\n\nWork began on the pier on Tuesday.\n";

}  // namespace

TEST_CASE("rules and form feeds part whole articles") {
    for (const std::string rule :
         {"***\n", "---\n", "===\n", "____\n", "\n----------\n\n", "* * *\n", "\f", "\f\n"}) {
        INFO(rule);
        CHECK(headlines(first + rule + second) ==
              Texts{"Harbour Council Freezes Fares", "Pier Repairs Begin in Easthaven"});
    }
}

TEST_CASE("articles that only their headlines tell are parted by a plain rule") {
    CHECK(headlines(bare_first + "\n***\n\n" + bare_second).size() == 2);
    CHECK(headlines(bare_first + "\n* * *\n\n" + bare_second).size() == 1);
}

TEST_CASE("a rule inside an article does not cut it") {
    for (const std::string tail : {
             "The council will meet again in the spring.\n",
             "(Reporting by Jane Roe)\n",
             "Related stories:\nPier Repairs Begin\nStorm Damages Piers\n",
             "What comes next\n\nThe council will meet again in the spring.\n",
             "Pier Repairs Begin in Easthaven\n",
             "Fares: 3\nSeats: 212\nBoats: 4\n",
             "and so on, until the spring came to the harbour at last.\n",
             "",
         }) {
        INFO(tail);
        CHECK(headlines(first + "\n***\n\n" + tail).size() == 1);
    }
    // A headline underlined, and a file that begins with a rule.
    CHECK(headlines("Harbour Council Freezes Fares\n=====\n\nThe council froze the fares.\n") ==
          Texts{"Harbour Council Freezes Fares"});
    CHECK(headlines("***\n" + first) == Texts{"Harbour Council Freezes Fares"});
}

TEST_CASE("a file may be read as one article whatever it holds") {
    ParseOptions single;
    single.single = true;
    CHECK(headlines(first + "***\n" + second, single) == Texts{"Harbour Council Freezes Fares"});
}

TEST_CASE("articles know their place in the file") {
    const std::string text = first + "***\n" + second;
    const auto parsed = parse(text);
    REQUIRE(parsed.size() == 2);
    CHECK(parsed[0].offset == 0);
    CHECK(text.substr(parsed[0].offset, parsed[0].length) + "\n" == first);
    CHECK(text.substr(parsed[1].offset, parsed[1].length) + "\n" == second);

    std::string wide = "\xFF\xFE";  // the same in UTF-16LE, with a mark
    for (const char c : text)
        wide.append({c, '\0'});
    const auto parsed_wide = parse(wide);
    REQUIRE(parsed_wide.size() == 2);
    CHECK(parsed_wide[1].offset == 2 + 2 * parsed[1].offset);
    CHECK(parsed_wide[1].length == 2 * parsed[1].length);

    const auto alone = parse("\n\n" + first);
    CHECK(alone[0].offset == 0);
    CHECK(alone[0].length == first.size() + 2);
}

TEST_CASE("a Nexis export, old form") {
    const auto parsed = parse(
        "\n                 1 of 2 DOCUMENTS\n\n                 The Harbour Times\n\n"
        "            January 21, 2025 Tuesday\n            Late Edition - Final\n\n"
        "Ferry Fares Frozen\nUntil the Spring\n\nBYLINE: By JANE ROE and ALI KHAN\n\n"
        "SECTION: Section A; Pg. 1\n\nLENGTH: 642 words\n\nDATELINE: EASTHAVEN, Jan. 20\n\nBODY:\n\n"
        "   The council froze the fares on Monday, and said it would look at\nthem again in the spring after "
        "the\nwinter.\n\n"
        "   Nobody objected.\n\nGRAPHIC: PHOTO: A ferry.\n\nLOAD-DATE: January 22, 2025\n\nLANGUAGE: "
        "ENGLISH\n\n"
        "            Copyright 2025 The Harbour Times Company\n                 All Rights Reserved\n\n"
        "                 2 of 2 DOCUMENTS\n\n                 The Harbour Times\n\n"
        "            January 22, 2025 Wednesday\n\nHEADLINE: Pier Repairs Begin\n\nBODY:\nWork began on the "
        "pier.\n");
    REQUIRE(parsed.size() == 2);
    const Article& article = parsed[0].article;
    CHECK(article.headline == "Ferry Fares Frozen Until the Spring");
    CHECK(article.credit == "The Harbour Times");
    CHECK(article.byline == "JANE ROE and ALI KHAN");
    CHECK(article.published == DateTime{2025, 1, 21});
    REQUIRE(article.dateline);
    CHECK(article.dateline->place == "EASTHAVEN");
    CHECK(article.dateline->date == "2025-01-20");
    CHECK(
        article.body ==
        "The council froze the fares on Monday, and said it would look at them again in the spring after the "
        "winter.\n\nNobody objected.");
    CHECK(article.notes.back() == Note{NoteKind::copyright, "All Rights Reserved"});
    CHECK(parsed[1].article.headline == "Pier Repairs Begin");
    CHECK(parsed[1].article.body == "Work began on the pier.");
}

TEST_CASE("a Nexis export, new form") {
    const auto parsed = parse(
        "Ferry Fares Frozen\nThe Harbour Times\nJanuary 21, 2025 Tuesday\n\nCopyright 2025 The Harbour "
        "Times\n\n"
        "Section: NEWS; Pg. 1\n\nByline: Jane Roe\n\nBody\n\nThe council froze the fares.\n\n"
        "Language: the chair used none of it twice.\n\nClassification\n\nLanguage: ENGLISH\n\nEnd of "
        "Document\n\n"
        "Pier Repairs Begin\nThe Harbour Times\nJanuary 22, 2025 Wednesday\n\nBody\n\nWork began.\n\nEnd of "
        "Document\n");
    REQUIRE(parsed.size() == 2);
    CHECK(parsed[0].article.headline == "Ferry Fares Frozen");
    CHECK(parsed[0].article.credit == "The Harbour Times");
    CHECK(parsed[0].article.byline == "Jane Roe");
    CHECK(parsed[0].article.body ==
          "The council froze the fares.\n\nLanguage: the chair used none of it twice.");
    CHECK(parsed[1].article.headline == "Pier Repairs Begin");
    CHECK(parsed[1].article.published == DateTime{2025, 1, 22});
}

TEST_CASE("a ProQuest export") {
    const std::string rule = std::string(60, '_') + "\n\n";
    const std::string one =
        "Ferry Fares Frozen\n\nAuthor: Roe, Jane; Doe, John\n\nAbstract: The fares stay.\n\n"
        "Links: https://example.com/resolver\n\nFull text:\n\nThe council froze the fares.\n\nNobody "
        "objected.\n\n"
        "Publication title: The Harbour Times\n\nPublication date: Jan 21, 2025\n\nCopyright: The Harbour "
        "Times 2025\n\n"
        "Last updated: 2025-01-22\n\n";
    const std::string two = "Title: Pier Repairs Begin\n\nFull text: Work began.\n\nDatabase: ProQuest\n";
    const auto parsed = parse(rule + "Document 1 of 2\n\n" + one + rule + "Document 2 of 2\n\n" + two);
    REQUIRE(parsed.size() == 2);
    const Article& article = parsed[0].article;
    CHECK(article.headline == "Ferry Fares Frozen");
    CHECK(article.byline == "Roe, Jane; Doe, John");
    CHECK(article.credit == "The Harbour Times");
    CHECK(article.published == DateTime{2025, 1, 21});
    CHECK_FALSE(article.updated);
    CHECK(article.body == "The council froze the fares.\n\nNobody objected.");
    REQUIRE(article.links.size() == 1);
    CHECK(article.links[0].url == "https://example.com/resolver");
    CHECK(parsed[1].article.headline == "Pier Repairs Begin");
    CHECK(parsed[1].article.body == "Work began.");
    // Without numbers, the rules part them.
    CHECK(headlines("Title: A\n\nFull text: One thing.\n\n" + rule + two) ==
          Texts{"A", "Pier Repairs Begin"});
}
