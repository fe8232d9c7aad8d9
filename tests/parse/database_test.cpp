#include <newsarc/parse.hpp>

#include "support/catch.hpp"

#include <string>

using namespace newsarc;

namespace {

struct Expected {
    const char* headline;
    const char* credit;
    const char* byline;
    const char* published;
    const char* body;
};

void check(const std::string& text, const std::vector<Expected>& expected) {
    const auto parsed = parse(text);
    REQUIRE(parsed.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const Article& article = parsed[i].article;
        INFO(text);
        CHECK(article.headline.value_or("") == expected[i].headline);
        CHECK(article.credit.value_or("") == expected[i].credit);
        CHECK(article.byline.value_or("") == expected[i].byline);
        CHECK((article.published ? to_iso(*article.published) : "") == expected[i].published);
        CHECK(article.body == expected[i].body);
        CHECK(article.warnings.empty());
    }
}

constexpr auto first_story = "The pier was shut at noon, and the boats lay in the bay.";
constexpr auto second_story = "Nobody was hurt, a diver said.";

}  // namespace

TEST_CASE("an old Nexis export without a label of the story, behind a cover") {
    check(R"(Download Request: Selected Items: 1-2
Time Of Request: Friday, March 20, 2020  16:51:31

Source: All English News
Project ID: None


                               1 of 2 DOCUMENTS

                               The Bay Courier

                        February 3, 2020 Monday
                           Late Edition - Final

Pier Shut at Noon

BYLINE: By JANE ROE and ALI KHAN

SECTION: Section A; Pg. 2

LENGTH: 12 words

   The pier was shut at noon,
and the boats lay in the bay.

   Nobody was hurt, a diver said.

LOAD-DATE: February 4, 2020

LANGUAGE: ENGLISH

                  Copyright 2020 The Bay Company

                               2 of 2 DOCUMENTS

                               The Bay Courier

                        February 4, 2020 Tuesday

Pier Open Again

LENGTH: 6 words

DATELINE: KABUL

Nobody was hurt,
a diver said.

LOAD-DATE: February 5, 2020
)",
          {{"Pier Shut at Noon", "The Bay Courier", "JANE ROE and ALI KHAN", "2020-02-03",
            "The pier was shut at noon, and the boats lay in the bay.\n\nNobody was hurt, a diver said."},
           {"Pier Open Again", "The Bay Courier", "", "2020-02-04", second_story}});
}

TEST_CASE("a new Nexis export behind a list of its documents") {
    check(R"(Job Number: 1234
Documents (2)

1. Pier shut at noon
Client/Matter: -None-
Search Terms: pier

2. Pier open again


Pier shut at noon

The Bay Courier
May 24, 2022 Tuesday

Copyright 2022 The Bay Courier All Rights Reserved
Section: NEWS; Pg. 3
Length: 12 words
Byline: Jane Roe

Body

The pier was shut at noon, and the boats lay in the bay.

Load-Date: May 24, 2022


End of Document

Pier open again

The Bay Courier
May 25, 2022 Wednesday 09:14 AM GMT

Length: 6 words
Byline: Jane Roe; Ali Khan

Body

Nobody was hurt, a diver said.

Classification

Language: ENGLISH

Load-Date: May 25, 2022


End of Document
)",
          {{"Pier shut at noon", "The Bay Courier", "Jane Roe", "2022-05-24", first_story},
           {"Pier open again", "The Bay Courier", "Jane Roe; Ali Khan", "2022-05-25T09:14Z", second_story}});
}

TEST_CASE("Nexis in other languages, and one article without a frame") {
    check(R"(Dokument 1 von 2

Der Buchtbote

3. Februar 2020 Montag

Steg am Mittag gesperrt

AUTOR: Eva Maler

RUBRIK: LOKALES; S. 3

LÄNGE: 12 Wörter

The pier was shut at noon, and the boats lay in the bay.

UPDATE: 4. Februar 2020

SPRACHE: GERMAN; DEUTSCH

Dokument 2 von 2

Der Buchtbote

4. Februar 2020 Dienstag

Steg wieder offen

LÄNGE: 6 Wörter

Nobody was hurt, a diver said.

UPDATE: 5. Februar 2020
)",
          {{"Steg am Mittag gesperrt", "Der Buchtbote", "Eva Maler", "2020-02-03", first_story},
           {"Steg wieder offen", "Der Buchtbote", "", "2020-02-04", second_story}});
    check(R"(Le quai fermé à midi

Le Courrier de la baie
3 février 2020 lundi

Longueur: 12 mots
Auteur: Jeanne Roux

Corps

The pier was shut at noon, and the boats lay in the bay.

Langue: Français

Fin du document
)",
          {{"Le quai fermé à midi", "Le Courrier de la baie", "Jeanne Roux", "2020-02-03", first_story}});
    check(R"(De Baaikoerier
3 februari 2020 maandag

Pier om twaalf uur dicht

LENGTE: 12 woorden

AUTEUR: Jan Vis

SECTIE: Regio

The pier was shut at noon, and the boats lay in the bay.

LAADDATUM: 4 februari 2020
)",
          {{"Pier om twaalf uur dicht", "De Baaikoerier", "Jan Vis", "2020-02-03", first_story}});
}

TEST_CASE("a Factiva export, plain and with tags") {
    check(R"(News
Pier shut at noon

Jane Roe
1,012 words
3 February 2020
09:14
The Bay Courier
BAYCOU
3
English
(c) 2020 The Bay Company. All rights reserved

The pier was shut at noon, and the boats lay in the bay.

Document BAYCOU0020200203eg230001x

Pier open again

6 words
4 February 2020
The Bay Courier
BAYCOU
English
(c) 2020 The Bay Company

Nobody was hurt, a diver said.

Document BAYCOU0020200204eg240002y
)",
          {{"Pier shut at noon", "The Bay Courier", "Jane Roe", "2020-02-03T09:14", first_story},
           {"Pier open again", "The Bay Courier", "", "2020-02-04", second_story}});
    check(R"(SE  News
HD  Pier shut at noon
BY  By Jane Roe
WC  12 words
PD  3 February 2020
SN  The Bay Courier
SC  BAYCOU
PG  3
LA  English
CY  (c) 2020 The Bay Company

LP  The pier was shut at noon, and the boats lay in the bay.

TD
Nobody was hurt, a diver said.

CO  bayco : The Bay Company
AN  Document BAYCOU0020200203eg230001x

HD  Pier open again
WC  6 words
PD  4 February 2020
SN  The Bay Courier
LA  English

LP
Nobody was hurt, a diver said.

AN  Document BAYCOU0020200204eg240002y
)",
          {{"Pier shut at noon", "The Bay Courier", "Jane Roe", "2020-02-03",
            "The pier was shut at noon, and the boats lay in the bay.\n\nNobody was hurt, a diver said."},
           {"Pier open again", "The Bay Courier", "", "2020-02-04", second_story}});
}

// As a document of a word processor gives it.
TEST_CASE("a Factiva export with empty lines between its fields") {
    check(R"(Pier shut at noon

Jane Roe

12 words

3 February 2020

09:14

The Bay Courier

BAYCOU

English

(c) 2020 The Bay Company. All rights reserved

The pier was shut at noon, and the boats lay in the bay.

Document BAYCOU0020200203eg230001x

Pier open again

6 words

4 February 2020

The Bay Courier

Nobody was hurt when the pier was opened again, a diver said to the paper.

Document BAYCOU0020200204eg240002y
)",
          {{"Pier shut at noon", "The Bay Courier", "Jane Roe", "2020-02-03T09:14", first_story},
           {"Pier open again", "The Bay Courier", "", "2020-02-04",
            "Nobody was hurt when the pier was opened again, a diver said to the paper."}});
}

TEST_CASE("ProQuest names its writers family name first, and says what they are") {
    const auto parsed = parse(R"(Document 1 of 1

Pier shut at noon

Author: Roe, Jane 1 ; Khan, Ali 2
1 Institute of Piers

Author affiliation: University of the Bay

Publication title: The Bay Courier

Publication date: Feb 3, 2020

Full text: The pier was shut at noon, and the boats lay in the bay.

Language: English
)");
    REQUIRE(parsed.size() == 1);
    REQUIRE(parsed[0].article.authors.size() == 2);
    CHECK(parsed[0].article.byline == "Roe, Jane; Khan, Ali");
    CHECK(parsed[0].article.authors[0].name == "Jane Roe");
    CHECK(parsed[0].article.authors[1].name == "Ali Khan");
    CHECK(parsed[0].article.authors[0].outlet.value_or(parsed[0].article.authors[0].role.value_or("")) ==
          "University of the Bay");
}

TEST_CASE("pages of a printed Nexis export are told from its articles") {
    check(R"(Page 1 of 2
Pier shut at noon
Pier shut at noon
The Bay Courier
May 24, 2022 Tuesday

Copyright 2022 The Bay Courier
Length: 12 words
Byline: Jane A. Roe, Harbour Correspondent

Body

The pier was shut at noon, and the boats lay in the bay.

Load-Date: May 24, 2022

End of Document
Page 2 of 2
Pier open again
Pier open again
The Bay Courier
May 25, 2022 Wednesday

Length: 6 words

Body

Nobody was hurt, a diver said.

End of Document
)",
          {{"Pier shut at noon", "The Bay Courier", "Jane A. Roe", "2022-05-24", first_story},
           {"Pier open again", "The Bay Courier", "", "2022-05-25", second_story}});
}

TEST_CASE("Factiva writers right below the headline, and a ProQuest story above its details") {
    check(R"(Pier shut at noon
By Jane Roe and Ali Khan
12 words
3 February 2020
The Bay Courier
BAYCOU
English
(c) 2020 The Bay Company

The pier was shut at noon, and the boats lay in the bay.

Document BAYCOU0020200203eg230001x
)",
          {{"Pier shut at noon", "The Bay Courier", "Jane Roe and Ali Khan", "2020-02-03", first_story}});
    check(R"(Document 1 of 1

Pier shut at noon

Author: Roe, Jane A; Khan, Ali.

FULL TEXT
The pier was shut at noon, and the boats lay in the bay.

DETAILS

Publication title: The Bay Courier

Publication date: Feb 3, 2020
)",
          {{"Pier shut at noon", "The Bay Courier", "Roe, Jane A; Khan, Ali", "2020-02-03", first_story}});
}

TEST_CASE("an export of a form that is not known is told") {
    std::string text;
    for (int i = 1; i <= 3; ++i) {
        const std::string number = std::to_string(i);
        text += "Ref: " + number + "\nPaper: The Bay Courier\nWhen: 3 February 202" + number +
                "\nSubject line: Pier shut at noon\n\nThe pier was shut at noon, and the boats lay in the "
                "bay.\n\n";
    }
    const auto parsed = parse(text);
    REQUIRE_FALSE(parsed.empty());
    REQUIRE_FALSE(parsed[0].article.warnings.empty());
    CHECK(parsed[0].article.warnings.back().find("not known") != std::string::npos);
}

TEST_CASE("a headline that begins as a field below the story does is none") {
    const auto parsed = parse(
        "                               1 of 1 DOCUMENTS\n\n                 The Coast Times\n\n"
        "                 May 25, 2012 Friday\n\nCity: Water is safe to drink again\n\nBYLINE: Edda Corvo\n\n"
        "LENGTH: 20 words\n\nBODY:\nThe water of the town is safe to drink again, the city said.\n\n"
        "CITY: PORT ELLERY\n\nLOAD-DATE: May 25, 2012\n");
    REQUIRE(parsed.size() == 1);
    CHECK(parsed[0].article.headline == "City: Water is safe to drink again");
    CHECK(parsed[0].article.body == "The water of the town is safe to drink again, the city said.");
}
