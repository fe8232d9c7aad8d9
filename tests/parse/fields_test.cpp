#include <newsarc/date.hpp>
#include <newsarc/parse.hpp>

#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace newsarc;
using namespace std::string_literals;

namespace {

Article only(const std::string& text, const ParseOptions& options = {}) {
    auto parsed = parse(text, options);
    REQUIRE(parsed.size() == 1);
    return parsed.front().article;
}

/// `type: text` of each line.
std::vector<std::string> types(const std::string& text) {
    std::vector<std::string> out;
    for (const ParsedArticle& parsed : explain(text)) {
        for (const ExplainedLine& line : parsed.lines)
            out.push_back(std::string(line.type) + ": " + line.text);
    }
    return out;
}

bool warned(const Article& article, std::string_view words) {
    for (const std::string& warning : article.warnings) {
        if (warning.find(words) != std::string::npos) return true;
    }
    return false;
}

using Lines = std::vector<std::string>;

const std::string story = "The council froze the fares on Monday, and nobody objected to it.";

}  // namespace

TEST_CASE("the lines around a headline") {
    CHECK(
        types("Credit: Coast Wire\n\nHarbour Council Freezes Fares\n\nA vote of four minutes\n\nBy Jane Roe\n"
              "Staff Writer\n\nPublished: 21 Jan 2025\nUpdated: 22 Jan 2025\n\nPhoto: The pier\n\n" +
              story) == Lines{"credit: Credit: Coast Wire", "headline: Harbour Council Freezes Fares",
                              "deck: A vote of four minutes", "byline: By Jane Roe",
                              "job title: Staff Writer", "published: Published: 21 Jan 2025",
                              "updated: Updated: 22 Jan 2025", "caption: Photo: The pier",
                              "paragraph: " + story});
}

TEST_CASE("a deck above a name that no word tells") {
    const std::string who_and_when =
        GENERATE("Jane Roe in Port Ellery\nThu 3 Apr 2025 06.00 BST", "Jane Roe\n3 Apr 2025 - 06:00 BST",
                 "Jane Roe\nPort Ellery - 3 Apr 2025 - 06:00 BST");
    INFO(who_and_when);
    const Article article =
        only("Harbour Council Freezes Fares\n\nA vote of four minutes, and a ferry by spring\n\n" +
             who_and_when + "\n\n" + story + "\n\n" + story + "\n");
    CHECK(article.deck == "A vote of four minutes, and a ferry by spring");
    REQUIRE(article.authors.size() == 1);
    CHECK(article.authors[0].name == "Jane Roe");
    REQUIRE(article.published);
    CHECK(to_iso(*article.published) == "2025-04-03T06:00+01:00");
    CHECK(article.body == story + "\n\n" + story);
}

TEST_CASE("a byline on two lines, a name below the word") {
    const Article article = only("Harbour Council Freezes Fares\n\nBy\nJane Roe\n\n" + story);
    CHECK(article.byline == "Jane Roe");
    CHECK(article.body == story);
}

TEST_CASE("the lines at an end") {
    const Article article =
        only("Harbour Council Freezes Fares\n\n" + story +
             "\n\n(Reporting by Jane Roe; Editing by Tom Reed)\n\nCorrection: It was Monday.\n\n"
             "Source: Coast Wire\n\n2025-01-21\n\n© 2025 Coast Wire\n\n-30-\n");
    CHECK(article.credit == "Coast Wire");
    CHECK(article.published == DateTime{2025, 1, 21});
    CHECK(article.body == story);
    REQUIRE(article.notes.size() == 4);
    CHECK(article.notes[0].kind == NoteKind::reporting);
    CHECK(article.notes[1].kind == NoteKind::correction);
    CHECK(article.notes[2].kind == NoteKind::copyright);
    CHECK(article.notes[3] == Note{NoteKind::other, "-30-"});
}

TEST_CASE("a credit in the middle of a story is that of a chart or a picture") {
    const std::string blocks = story + "\n\n" + story + "\n\n" + story + "\n\n" + story + "\n\n";
    const std::string head = "Harbour Council Freezes Fares\n\n";
    const Article chart = only(head + blocks + "Source: Coast Wire\n\n" + blocks);
    CHECK_FALSE(chart.credit);
    CHECK(chart.notes == std::vector<Note>{{NoteKind::other, "Source: Coast Wire"}});
    const Article both = only(head + blocks + "Source: Coast Wire\n\n" + blocks + "Source: Pier Post\n");
    CHECK(both.credit == "Pier Post");
    CHECK(both.notes.size() == 1);
    // Near an end, promotion and the like may stand outside of it.
    CHECK(only(head + story + "\n\nSource: Coast Wire\n\n" + blocks).credit == "Coast Wire");
    CHECK(only(head + blocks + "Source: Coast Wire\n\n" + story).credit == "Coast Wire");
}

TEST_CASE("related titles below a label") {
    const Article article = only("Harbour Council Freezes Fares\n\n" + story +
                                 "\n\nRelated stories:\n- Pier Repairs Begin\n"
                                 "- Storm Damages Piers\n\n" +
                                 story +
                                 "\n\nREAD ALSO\n\nThe Last Keeper\n"
                                 "https://example.com/keeper\n\n" +
                                 story);
    REQUIRE(article.links.size() == 3);
    CHECK(article.links[0].title == "Pier Repairs Begin");
    CHECK(article.links[0].label == "Related stories");
    CHECK(article.links[1].title == "Storm Damages Piers");
    CHECK(article.links[2].title == "The Last Keeper");
    CHECK(article.links[2].url == "https://example.com/keeper");
    CHECK(article.links[2].host == "example.com");
    CHECK(article.body == story + "\n\n" + story + "\n\n" + story);
}

TEST_CASE("numbers of a list of related titles are not part of them") {
    const Article article = only("Harbour Council Freezes Fares\n\n" + story +
                                 "\n\nRead also:\n1. Pier Repairs Begin\n2. Storm Damages Piers\n"
                                 "4. Infantry Returns\n\n" +
                                 story);
    REQUIRE(article.links.size() == 3);
    CHECK(article.links[0].title == "Pier Repairs Begin");
    CHECK(article.links[1].title == "Storm Damages Piers");
    CHECK(article.links[2].title == "4. Infantry Returns");
}

TEST_CASE("a byline may stand on several lines") {
    struct Row {
        std::string lines, byline;
    };
    for (const auto& row : {
             Row{"By Jane Roe and\nTom Reed", "Jane Roe and Tom Reed"},
             Row{"By Jane Roe\nand Tom Reed", "Jane Roe and Tom Reed"},
             Row{"By Jane Roe,\nTom Reed\nand Ali Khan", "Jane Roe, Tom Reed and Ali Khan"},
         }) {
        INFO(row.lines);
        const Article article = only("Harbour Council Freezes Fares\n\n" + row.lines + "\n\n" + story);
        CHECK(article.byline == row.byline);
        CHECK(article.body == story);
    }
}

TEST_CASE("a headline may look like something else") {
    for (const std::string headline : {
             "2025 budget passes in spite of it all",
             "January 21, 2025: a day to remember",
             "Watch: Dog rescues ferry passenger",
             "UPDATE 2-Ferry fares rise as traffic slows",
             "Subscribe to hope",
             "Corrections and clarifications",
             "REPORT: Nine arrested at the pier",
             "By the numbers: a harbour at work",
             "Harbour council freezes fares. Nobody objects.",
             "Who pays?",
             "Sources: Council to Close Bridge",
         }) {
        INFO(headline);
        CHECK(only(headline + "\n\n" + story + "\n\n" + story).headline == headline);
    }
}

TEST_CASE("a headline that begins with a byline's word stands above the byline") {
    const Article article = only("Author: Council Bans Book\n\nBy Edda Corvo\n\n" + story);
    CHECK(article.headline == "Author: Council Bans Book");
    CHECK(article.byline == "Edda Corvo");
    CHECK(only("Author: Edda Corvo\n\nCouncil Bans Book\n\n" + story).byline == "Edda Corvo");
}

TEST_CASE("a name below the headline is a byline by what people are called") {
    const std::string other =
        "The council said on Monday that the fares would stay where they have been for years.";
    CHECK(only("Fares Frozen\n\nAnna Corvo\n\n" + other + "\n\n" + other).byline == "Anna Corvo");
    // Of whom the story tells it is a crosshead or a caption.
    CHECK_FALSE(only("Fares Frozen\n\nAnna Corvo\n\n" + other + "\n\nMs Corvo said no. " + other).byline);
    CHECK_FALSE(only("Fares Frozen\n\nFerry Fares\n\n" + other + "\n\n" + other).byline);
}

TEST_CASE("text without a headline or without a body") {
    const Article none = only("EASTHAVEN, Jan 21 (Coast Wire) - " + story + "\n\n" + story);
    CHECK_FALSE(none.headline);
    CHECK(none.body == story + "\n\n" + story);
    CHECK(warned(none, "no headline"));
    const Article bare = only("Harbour Council Freezes Fares");
    CHECK(bare.headline == "Harbour Council Freezes Fares");
    CHECK(bare.body.empty());
    CHECK(warned(bare, "no body"));
    CHECK_FALSE(only(story + " " + story + " " + story + " " + story + "\n").headline);
}

TEST_CASE("a dateline leaves the body and takes its year from the date") {
    const Article article = only(
        "Harbour Council Freezes Fares\n\nPublished: 2 January 2025\n\nEASTHAVEN, Dec. 31 (Coast Wire) — " +
        story);
    REQUIRE(article.dateline);
    CHECK(article.dateline->text == "EASTHAVEN, Dec. 31 (Coast Wire) —");
    CHECK(article.dateline->place == "EASTHAVEN");
    CHECK(article.dateline->date == "2024-12-31");
    CHECK(article.dateline->agency == "Coast Wire");
    CHECK(article.body == story);
    const Article undated = only("Harbour Council Freezes Fares\n\nEASTHAVEN, Dec. 31 - " + story);
    CHECK_FALSE(undated.dateline->date);
}

TEST_CASE("what was doubtful is said in warnings") {
    CHECK(warned(only("Fares Frozen\n\nPublished: 07/02/2025\n\n" + story),
                 "ambiguous date, read day first: 2025-02-07"));
    CHECK(warned(only("Fares Frozen\n\nPublished 3 hours ago\n\n" + story), "3 hours ago"));
    CHECK(warned(only("Fares\0 Frozen\n\n"s + story), "control characters left out of the fields: 1"));
    CHECK(warned(only("Fares Fro\u200Bzen\n\n" + story), "invisible characters left out of the fields: 1"));
    CHECK(warned(only("Fares \x96 Frozen\n\n" + story), "Windows-1252"));
    CHECK(warned(only("Fares &amp; Caf&eacute;s &#8217;\n\n" + story),
                 "characters written as on a web page (`&amp;`), left as they are: 3"));
    CHECK(only("Fares & Boats; Frozen\n\n" + story).warnings.empty());
    CHECK(only("Fares Frozen\n\n" + story).warnings.empty());
}

TEST_CASE("a date told in more words than its field holds is kept as a note") {
    const Article told = only("Fares Frozen\n\nPublished on Tuesday, 21 January 2025\n\n" + story);
    CHECK(told.published == DateTime{2025, 1, 21});
    REQUIRE(told.notes.size() == 1);
    CHECK(told.notes[0] == Note{NoteKind::other, "Published on Tuesday, 21 January 2025"});
    CHECK(only("Fares Frozen\n\n2025-01-21\n\n" + story).notes.empty());
}

TEST_CASE("links of the body keep the order and the words of the text") {
    const Article article = only(
        "Fares Frozen\n\nSee www.example.com, [the report](https://example.org/r) and jane@example.com.");
    CHECK(article.body == "See www.example.com, [the report](https://example.org/r) and jane@example.com.");
    REQUIRE(article.links.size() == 3);
    CHECK(article.links[0].url == "https://www.example.com");
    CHECK(article.links[0].host == "example.com");
    CHECK(article.links[1].title == "the report");
    CHECK(article.links[2].url == "mailto:jane@example.com");
    for (const Link& link : article.links)
        CHECK(link.kind == LinkKind::body);
}

TEST_CASE("labels of the user's own") {
    ParseOptions options;
    options.labels = read_labels("related en the desk suggests:\n", "labels.txt");
    const Article article =
        only("Fares Frozen\n\n" + story + "\n\nThe desk suggests: Pier Repairs Begin\n", options);
    REQUIRE(article.links.size() == 1);
    CHECK(article.links[0].title == "Pier Repairs Begin");
}

TEST_CASE("what stands around a numeric date decides how it is read, and else a warning says so") {
    struct Row {
        const char* text;
        const char* published;
        const char* updated;
        bool warned;
    };
    const Row rows[] = {
        {"Harbour Shut\n\n04/03/2025\n\nThe harbour was shut for the day and the boats were in.\n",
         "2025-03-04", "", true},
        {"Harbour Shut\n\nPublished 04/03/2025 | Updated 04/15/2025\n\nThe harbour was shut for the day.\n",
         "2025-04-03", "2025-04-15", false},
        {"Harbour Shut\n\nPublished 04/03/2025 | Updated April 5, 2025\n\nThe harbour was shut for the "
         "day.\n",
         "2025-04-03", "2025-04-05", false},
        {"Harbour Shut\n\nPublished 04/03/2025 | Updated 03/04/2025\n\nThe harbour was shut for the day.\n",
         "2025-03-04", "2025-04-03", false},
        {"Puerto cerrado\n\n04/03/2025\n\nEl puerto se cerró por la mañana y los barcos no salieron de la "
         "ciudad, según "
         "el alcalde y los vecinos del barrio.\n",
         "2025-03-04", "", false},
        {"Source: harbour.example.us\n\nHarbour Shut\n\n04/03/2025\n\nThe harbour was shut for the day.\n",
         "2025-04-03", "", false},
        {"Harbour Shut\n\nOSLO, March 4, 2025 - The harbour was shut for the day and the boats were in.\n",
         "2025-03-04", "", false},
        {"Harbour Shut\n\nOSLO (March 4, 2025) — The harbour was shut for the day and the boats were in.\n",
         "2025-03-04", "", false},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto parsed = parse(row.text);
        REQUIRE(parsed.size() == 1);
        const Article& article = parsed[0].article;
        CHECK((article.published ? to_iso(*article.published) : "") == row.published);
        CHECK((article.updated ? to_iso(*article.updated) : "") == row.updated);
        CHECK(!article.warnings.empty() == row.warned);
    }
    ParseOptions options;
    options.date_order = DateOrder::month_first;
    const auto parsed = parse(rows[0].text, options);
    CHECK(to_iso(*parsed[0].article.published) == "2025-04-03");
    CHECK(parsed[0].article.warnings.empty());
}
