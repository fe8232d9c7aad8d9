#include <newsarc/parse.hpp>

#include "parse/label/labels.hpp"
#include "parse/page/picture.hpp"
#include "parse/page/stamp.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace newsarc;

namespace {

Article only(const std::string& text) {
    auto parsed = parse(text);
    REQUIRE(parsed.size() == 1);
    return parsed.front().article;
}

const std::string first =
    "The council of Port Ellery put off its vote on ferry fares on Monday night, after three hours in which "
    "nobody "
    "could say who would pay for the boats.";
const std::string second =
    "“Nobody is served by a rushed decision,” the chair of the council told reporters on the steps of the "
    "town hall, "
    "while the fares stayed where they have been since 2019.";
const std::string third =
    "The boats carry some nine hundred people a day across the Narrows, most of them to work, and the "
    "council "
    "has been paying for the third crossing of the evening.";
const std::string fourth =
    "A decision may come in spring, when the books of the ferry company have been read by somebody who was "
    "not "
    "paid by the ferry company, as one of the members put it.";
const std::string story = first + "\n\n" + second + "\n\n" + third + "\n\n" + fourth;

bool has_note(const Article& article, NoteKind kind, const std::string& text) {
    return std::any_of(article.notes.begin(), article.notes.end(),
                       [&](const Note& note) { return note.kind == kind && note.text == text; });
}

/// `type: text` of each part of a stamp.
std::vector<std::string> parts(const std::string& text) {
    std::vector<std::string> out;
    for (const auto& part : parsing::read_stamp(text, parsing::LabelSet::built_in())) {
        parsing::Classed classed;
        classed.type = part.type;
        out.push_back(std::string(parsing::type_name(classed)) + ": " + std::string(part.text));
    }
    return out;
}

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("a page with buttons, a caption, an advertisement and teasers around its story") {
    const Article article = only(
        "Home\nLocal\nShare this Story : The Harbour Times\nCopy Link\nEmail\nPinterest\n"
        "Council delays its vote on the ferry fares\n\n"
        "Three hours of talk ended without a figure on the table\n\n"
        "Author of the article:\nEdda Corvo\nPublished Jun 05, 2026  •  3 minute read\nJoin the "
        "conversation\n"
        "The ferry at its berth in Port Ellery on Monday. Photo by Jon Nehr/Harbour Times\n\n" +
        first + "\n\nAdvertisement 2\nStory continues below\n" +
        "This advertisement has not loaded yet, but your article continues below.\n\n" + second + "\n\n" +
        third + "\n\nRead More\nTwo piers are closed after the storm\nThe keeper of the light retires\n\n" +
        fourth +
        "\n\nShare this article in your social network\nComments\n"
        "You must be logged in to join the discussion or read more comments.\n");
    CHECK(article.headline == "Council delays its vote on the ferry fares");
    CHECK(article.deck == "Three hours of talk ended without a figure on the table");
    CHECK(article.byline == "Edda Corvo");
    CHECK(article.published == DateTime{2026, 6, 5});
    CHECK(article.body == story);
    CHECK(has_note(article, NoteKind::caption,
                   "The ferry at its berth in Port Ellery on Monday. Photo by Jon Nehr/Harbour Times"));
    CHECK(has_note(article, NoteKind::other, "Copy Link"));
    REQUIRE(article.links.size() == 2);
    CHECK(article.links[0].title == "Two piers are closed after the storm");
    CHECK(article.links[1].title == "The keeper of the light retires");
}

TEST_CASE("a headline below its kicker and trail, a name without a word before it") {
    const Article article = only(
        "Home / Region / Council delays its vote on the ferry fares\n"
        "Council delays its vote on the ferry fares\nJune 5, 2026\n\nEdda Corvo\n\n3 minutes\n\n" +
        story + "\n\nFound a mistake?\nNewsletter\n");
    CHECK(article.headline == "Council delays its vote on the ferry fares");
    CHECK(article.byline == "Edda Corvo");
    CHECK(article.published == DateTime{2026, 6, 5});
    CHECK(article.body == story);
}

TEST_CASE("a trail is no headline, however much it is about") {
    const Article article = only(
        "Harbour > Ferries > Council and vote\nCouncil delays its vote on the ferry fares\n"
        "June 5, 2026\n\n" +
        story + "\n\nFound a mistake?\nNewsletter\n");
    CHECK(article.headline == "Council delays its vote on the ferry fares");
}

TEST_CASE("a kicker on the headline's line") {
    const std::string rest =
        "\n\nBy Edda Corvo\nJune 5, 2026\n\n" + story + "\n\nShare\nLarger letters\nNewsletter\n";
    CHECK(only("Ferry fares : Council delays its vote until spring" + rest).headline ==
          "Council delays its vote until spring");
    CHECK(only("Vote on ferries: Council delays its vote until spring\n"
               "Vote on ferries – Council delays its vote until spring" +
               rest)
              .headline == "Council delays its vote until spring");
    CHECK(only("HomeRegionFerriesCouncil delays its vote until spring" + rest).headline ==
          "Council delays its vote until spring");
    CHECK(only("“Nobody knows”Council delays its vote until spring" + rest).headline ==
          "Council delays its vote until spring");
    CHECK(only("“Nobody knows” Council delays its vote until spring" + rest).headline ==
          "“Nobody knows” Council delays its vote until spring");
    CHECK(only("Council delays its vote: Spring it is" + rest).headline ==
          "Council delays its vote: Spring it is");
}

TEST_CASE("tidy text is no page, whatever lists stand in it") {
    const Article article =
        only("Council Delays Its Vote\n\nBy Edda Corvo\n\n" + story +
             "\n\nPort Ellery v Easthaven\n\nNarrows v Mill Town\n\nJ Nehr (Port Ellery)\n");
    CHECK(article.headline == "Council Delays Its Vote");
    CHECK(article.notes.empty());
    CHECK(article.body.ends_with("Port Ellery v Easthaven\n\nNarrows v Mill Town\n\nJ Nehr (Port Ellery)"));
}

TEST_CASE("a title at the top, right above paragraphs, stays the headline whatever stands below") {
    const std::string title = GENERATE("9 of 10 Islanders Did Not See What Happened When the Fares Went Up!",
                                       "BREAKING: Ferry Fares Are Put Up in a Night, and Nobody Says Why!!");
    const std::string cry =
        "“TO ALL OF THE ISLANDERS WHO HAVE BEEN LEFT OUT IN THE COLD, WE WELCOME YOU WITH OPEN ARMS,” SHE "
        "CRIED";
    const auto article =
        only(title + "\n\n" + first + "\n\n" + second + "\n\n" + cry + "\n\n" + third + "\n\n" + fourth +
             "\n\n*** It is good to see that even the islanders like the council as much as the coast does.\n"
             "One islander named Ilda Maron Poloska wrote the following on Facebook:\n\n"
             "“WE NEED THE ISLANDERS TO COME TO THE COUNCIL! I WAS FOR THE FERRIES ALL MY LIFE!”\n\n"
             "That last comment received more than a hundred likes in only a couple of hours.\n");
    CHECK(article.headline == title);
    for (const std::string& paragraph : {first, second, cry, third, fourth})
        CHECK(article.body.find(paragraph) != std::string::npos);
}

TEST_CASE("names that no word tells are who wrote, other lines of two words are not") {
    const auto byline = [](const std::string& head) {
        return only("Home\nRegion\nCopy Link\nCouncil delays its vote on the ferry fares\n" + head + "\n\n" +
                    story + "\n\nShare\nNewsletter\nFound a mistake?\n")
            .byline;
    };
    CHECK(byline("Anna Corvo\nJune 5, 2026") == "Anna Corvo");
    CHECK(byline("by Anna Corvo@annac May 5, 2025") == "Anna Corvo");
    CHECK(byline("Anna Corvo/Peter Nehr\nJune 5, 2026") == "Anna Corvo, Peter Nehr");
    CHECK(byline("Anna CorvoThe Coast Tribune\nJune 5, 2026") == "Anna Corvo");
    CHECK(byline("Anna Corvo\nReporter\nJune 5, 2026") == "Anna Corvo");
    CHECK(byline("AFP\nJune 5, 2026") == "AFP");
    CHECK(byline("Anna Corvo,\nPeter Nehr\n& Maria Poloska\nJune 5, 2026") ==
          "Anna Corvo, Peter Nehr, Maria Poloska");
    CHECK(byline("Anna Corvo\nReporter\nMaria Poloska\nReporter\nJune 5, 2026") ==
          "Anna Corvo, Maria Poloska");
    CHECK(byline("Anna Corvo Jan Michael Nehr\nJune 5, 2026") == "Anna Corvo, Jan Michael Nehr");
    CHECK(byline("Jan Michael Nehr\nJune 5, 2026") == "Jan Michael Nehr");
    CHECK(byline("by annac\nJune 5, 2026") == "annac");
    CHECK(byline("Anna Corvo, The Harbour Times\nJune 5, 2026") == "Anna Corvo");
    CHECK(byline("By Anna LaMotte, CNN\nJune 5, 2026") == "Anna LaMotte");
    CHECK(byline("Von Anna Corvo, dpa\nJune 5, 2026") == "Anna Corvo, dpa");
    CHECK(byline("Most Viewed\nAnna Corvo\nJune 5, 2026") == "Anna Corvo");
    CHECK(byline("June 5, 2026\nZuzka Corvo") == "Zuzka Corvo");
    CHECK(byline("Reading\nFares\nZuzka Corvo\nSenior Editor\nFerries") == "Zuzka Corvo");
    CHECK(byline("By\nZuzka Corvo @zuzkac\nJune 5, 2026") == "Zuzka Corvo");
    CHECK(byline("Anna Corvo\nPublished today at 12:19") == "Anna Corvo");
    CHECK(byline("Xolani Corvo | Published 4 months ago") == "Xolani Corvo");
    CHECK(byline("XOLANI CORVO\n2 MINUTES AGO") == "XOLANI CORVO");
    CHECK(byline("By Anna corvo\nJune 5, 2026") == "Anna corvo");
    CHECK(byline("VON\nCOASTSPORT\n5 June 2026") == "COASTSPORT");
    CHECK(byline("Coast-Reporterin Anna Corvo\nJune 5, 2026") == "Anna Corvo");
    CHECK(byline("Anna Corvo | Coast Radio and More\nJune 5, 2026") == "Anna Corvo");
    CHECK(byline("A. CORVO / J. I. NEHR\nJune 5, 2026") == "A. CORVO / J. I. NEHR");
    CHECK(byline("Xolile Corvo\nxolilecorvo\nSenior Editor") == "Xolile Corvo");
    CHECK(byline("By Anna Corvo1, Peter Nehr2 & Maria Poloska\nJune 5, 2026") ==
          "Anna Corvo, Peter Nehr & Maria Poloska");
    CHECK_FALSE(byline("Von Risiken und Nebenwirkungen\nShare"));
    CHECK_FALSE(byline("Social Sharing\nFerry Fares"));
    // Who took a picture, and whom it shows.
    CHECK_FALSE(byline("June 5, 2026\nAnna Corvo / AP"));
    CHECK_FALSE(byline("June 5, 2026\nAnna Corvo\nFoto: REUTERS/Peter Nehr"));
}

TEST_CASE("who wrote may be told at the end alone") {
    const auto byline = [](const std::string& end) {
        return only("Home\nRegion\nCopy Link\nCouncil delays its vote on the ferry fares\nJune 5, 2026\n\n" +
                    story + "\n\n" + end + "\n\nShare\nNewsletter\nFound a mistake?\n")
            .byline;
    };
    CHECK(byline("Anna Corvo (she/her) is the ferry reporter of Coast Radio. Send her a note.") ==
          "Anna Corvo");
    CHECK(byline("Anna Corvo ist Redaktorin am Newsdesk und schreibt über Fähren.") == "Anna Corvo");
    CHECK(byline("AFP") == "AFP");
    CHECK(byline("KH-Redaktion") == "KH-Redaktion");
    CHECK_FALSE(byline("Anna Corvo is the mayor of the town, and was asked what she thought of the fares."));
}

TEST_CASE("a line that holds the title among sections is no headline") {
    const std::string title = "Council delays its vote on the ferry fares";
    for (const std::string& trail : {"Newsroom/Ports/" + title, "News Ports " + title + " - Coast Wire"}) {
        const auto article = only(trail + "\n" + title + "\nMarch 15, 2022 · By Edda Corvo\n\n" + story +
                                  "\n\nMost read of the week\nNewsletter\nShare\nCopy Link\n");
        CHECK(article.headline == title);
        CHECK(article.body == story);
    }
}

TEST_CASE("a day that only the page's own clock told is a note, a warning and a rule of --explain") {
    const std::string text =
        "Home\nCopy Link\nCouncil delays its vote on the ferry fares\nEdda Corvo\n"
        "Publiziert heute um 12:19 Uhr\n\n" +
        story + "\n\nShare\nNewsletter\n";
    const Article article = only(text);
    CHECK_FALSE(article.published);
    CHECK(has_note(article, NoteKind::other, "Publiziert heute um 12:19 Uhr"));
    REQUIRE(article.warnings.size() == 1);
    CHECK(article.warnings[0].find("heute um 12:19 Uhr") != std::string::npos);
    bool told = false;
    const auto explained = explain(text);
    for (const auto& line : explained.front().lines)
        told = told || line.rule == "a date that only its day could tell";
    CHECK(told);
}

TEST_CASE("a button's word is no paragraph of a page") {
    const Article article = only(
        "Home\nCopy Link\nCouncil delays its vote on the ferry fares\nBy Edda Corvo\nShare\n"
        "Facebook\nTwitter\nLinkedIn\nPrint\n\n" +
        story + "\n\nShare\nComments\n");
    CHECK(article.body == story);
    CHECK(has_note(article, NoteKind::other, "Facebook"));
}

TEST_CASE("lines that no story has are notes of a page, wherever they stand") {
    const Article article = only(
        "Home\nCopy Link\nCouncil delays its vote on the ferry fares\nBy Edda Corvo\nJune 5, 2026\n\n" +
        first + "\n\nArticle content\n\n" + second +
        "\n\nArticle content\n\nDuration 1:30\n\n14 hours ago\n\n" + third +
        "\n\nArticle content\n\nSTORM TEARS TWO PIERS FROM THE COAST AT NIGHT\n\n" + fourth +
        "\n\nEdda Corvo is a reporter who has written of the coast for twenty years, and of its ferries.\n\n"
        "Les også: Two piers are closed after the storm: – Nobody knows why\n");
    CHECK(article.body == story);
    REQUIRE(article.links.size() == 1);
    CHECK(article.links[0].title == "Two piers are closed after the storm: – Nobody knows why");
}

TEST_CASE("a name and a date below the page's key points are those of who wrote and when") {
    std::string points;
    for (int i = 0; i < 10; ++i)
        points += "The council put off its vote for the " + std::to_string(i + 2) +
                  "th time, as the chair said on Monday in the town hall.\n\n";
    const Article article = only("Home\nRegion\nCopy Link\nCouncil delays its vote on the ferry fares\n\n" +
                                 points + "© Anna Nehr\n\nEdda Corvo\n\nJune 5, 2026\n\n" + story +
                                 "\n\nShare\nNewsletter\nFound a mistake?\n");
    CHECK(article.byline == "Edda Corvo");
    CHECK(article.published == DateTime{2026, 6, 5});
}

TEST_CASE("a page that tells only when it was changed is dated by that day") {
    const auto read = [](const std::string& dates) {
        return only(
            "Startseite\nTeilen\nRegion und Küste\nCouncil delays its vote on the ferry fares\nVon Edda "
            "Corvo\n" +
            dates + "\n\n" + story + "\n\nMehr von der Küste\nNewsletter\n");
    };
    const Article changed = read("Aktualisiert am 07.01.2026 - 18:50 Uhr");
    REQUIRE(changed.updated);
    CHECK(to_iso(*changed.updated) == "2026-01-07T18:50");
    CHECK(changed.published == DateTime{2026, 1, 7});
    const Article both = read("Veröffentlicht am 06.01.2026\nAktualisiert am 07.01.2026");
    CHECK(both.published == DateTime{2026, 1, 6});
    // An article by itself says no more than it says.
    CHECK_FALSE(only("Council Delays Its Vote\nUpdated: 7 January 2026\n\n" + story + "\n").published);
}

TEST_CASE("explain tells what speaks against a line of a page") {
    const auto explained = explain(
        "Home\nCopy Link\nCouncil delays its vote on the ferry fares\nBy Edda Corvo\n"
        "Larger letters smaller letters\n\n" +
        story + "\n");
    REQUIRE(explained.size() == 1);
    const auto& lines = explained.front().lines;
    REQUIRE(lines.size() == 9);
    CHECK(lines[2].type == "headline");
    CHECK(lines[3].type == "byline");
    CHECK(lines[4].rule.starts_with("between the headline and the story (-"));
    CHECK(lines[5].type == "paragraph");
}

TEST_CASE("lines that tell who wrote and when") {
    struct Row {
        std::string text;
        Parts parts;
    };
    const Row rows[] = {
        {"Published Jun 05, 2026  •  3 minute read",
         {"published: Published Jun 05, 2026", "other: 3 minute read"}},
        {"Edda Corvo · Coast Wire · Posted: Aug 08, 2024 4:00 AM EDT | Last Updated: August 8",
         {"byline: Edda Corvo", "other: Coast Wire", "published: Posted: Aug 08, 2024 4:00 AM EDT",
          "other: Last Updated: August 8"}},
        {"Von Edda Corvo 05.08.2024, 20:59 Uhr",
         {"byline: Von Edda Corvo", "published: 05.08.2024, 20:59 Uhr"}},
        {"Kolumne von Edda Corvo - 28.04.2024", {"byline: Kolumne von Edda Corvo", "published: 28.04.2024"}},
        {"BY EDDA CORVOPUBLISHED: JUN 25, 2025",
         {"byline: BY EDDA CORVO", "published: PUBLISHED: JUN 25, 2025"}},
        {"15.04.2025, 17:59Lesezeit: 5 Min.",
         {"published: 15.04.2025, 17:59", "other: Lesezeit", "other: 5 Min."}},
        {"byEdda Corvo", {"byline: Edda Corvo"}},
        {"ByJ.N. Corvo", {"byline: J.N. Corvo"}},
        {"by Edda Corvo@eddac May 5, 2025", {"byline: by Edda Corvo@eddac", "published: May 5, 2025"}},
        {"By Edda CorvoThe Coast Tribune", {"byline: By Edda Corvo", "other: The Coast Tribune"}},
        {"Par Jon N. le 14.09.2020 à 11h46", {"byline: Par Jon N.", "published: le 14.09.2020 à 11h46"}},
        {"Von Edda Corvo am 29. Mai 2017", {"byline: Von Edda Corvo", "published: am 29. Mai 2017"}},
        {"Von Edda Corvo, Lille 05.08.2024", {"byline: Von Edda Corvo, Lille", "published: 05.08.2024"}},
        {"Posted on May 5, 2025 by eddac", {"published: Posted on May 5, 2025", "byline: by eddac"}},
        {"By Edda Corvo Last updated May 8, 2023 Share with new partner:",
         {"byline: By Edda Corvo", "updated: Last updated May 8, 2023", "other: Share with new partner"}},
        {"miércoles, 4 de mayo de 202200:00 hs",
         {"published: miércoles, 4 de mayo de 2022", "other: 00:00 hs"}},
        {"by Edda Corvo May 5, 2025May 8, 2025",
         {"byline: by Edda Corvo", "published: May 5, 2025", "updated: May 8, 2025"}},
        {"05/06/2026 Actualizado a las 20:56h.",
         {"published: 05/06/2026", "other: Actualizado a las 20:56h."}},
        // Sentences, titles and captions tell more.
        {"The ferry sank on 5 March 2025 in the Narrows, and nobody has seen it since.", {}},
        {"Venus stunned by Edda Corvo", {}},
        {"The bridge in winter, painted by Edda Corvo and shown in the town hall since May", {}},
        {"Council delays its vote", {}},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(parts(row.text) == row.parts);
    }
}

TEST_CASE("whom a picture is by, at the end of its caption") {
    for (const std::string text :
         {"The bridge in winter. Photograph: Jon Nehr/Harbour Times", "The bridge in winter (Jon Nehr/AFP)",
          "The bridge in winter. © Jon Nehr", "The bridge in winter. Foto: dpa",
          "The bridge. REUTERS/Jon Nehr", "The bridge in winter. (AP Photo/Jon Nehr)",
          "The bridge in winter. Photo by Jon Nehr/Harbour Times"}) {
        INFO(text);
        CHECK(parsing::ends_in_picture_credit(text));
    }
    for (const std::string text :
         {"The bridge is closed (for now)", "She said so.", "The council met (again).",
          "The picture of the town: a mess that nobody has cleaned up since the storm of last winter "
          "came over the hills and the piers."}) {
        INFO(text);
        CHECK_FALSE(parsing::ends_in_picture_credit(text));
    }
}

TEST_CASE("a caption that says whom its picture is by is a note, in tidy text too") {
    const std::string caption =
        GENERATE("The bridge over the Narrows in winter. Photograph: Jon Nehr/Harbour Times",
                 "Ferries wait at Port Ellery. Photo by Jon Nehr", "Die Brücke im Winter. Foto: Jon Nehr");
    INFO(caption);
    const auto above = only("Bridge to Close for a Year\n\nBy Edda Corvo\n\n" + caption + "\n\n" + first +
                            "\n\n" + second + "\n");
    CHECK(above.body == first + "\n\n" + second);
    CHECK(has_note(above, NoteKind::caption, caption));
    const auto within =
        only("Bridge to Close for a Year\n\n" + first + "\n\n" + caption + "\n\n" + second + "\n");
    CHECK(within.body == first + "\n\n" + second);
    CHECK(has_note(within, NoteKind::caption, caption));
}

TEST_CASE("a paragraph that speaks of a picture is no caption") {
    for (const std::string text :
         {"The council was shown a photograph: it told nothing.",
          "The council met on Monday. The photo by Jon Nehr that hangs there has been sold.",
          "The picture: Jon Nehr"}) {
        INFO(text);
        CHECK_FALSE(parsing::is_signed_caption(text));
    }
}
