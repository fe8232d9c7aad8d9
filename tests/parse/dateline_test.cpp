#include "parse/name/dateline.hpp"

#include "support/catch.hpp"

using namespace newsarc;
using parsing::read_dateline;

TEST_CASE("datelines in their forms") {
    struct Row {
        const char* paragraph;
        const char* place;   // "" for none
        const char* agency;  // "" for none
        const char* rest;
    };
    const Row rows[] = {
        {"KABUL, Jan 21 (Reuters) - The council met.", "KABUL", "Reuters", "The council met."},
        {"LAS VEGAS, Nev. (AP) _ The council met.", "LAS VEGAS, Nev.", "AP", "The council met."},
        {"LAS VEGAS (AP) — The council met.", "LAS VEGAS", "AP", "The council met."},
        {"BEIRUT, Lebanon, June 2. The council met.", "BEIRUT, Lebanon", "", "The council met."},
        {"Beijing/Moscow - The council met.", "Beijing/Moscow", "", "The council met."},
        {"(Reuters) - The council met.", "", "Reuters", "The council met."},
        {"(CNN)The council met.", "", "CNN", "The council met."},
        {"(The council)met.", "none", "", ""},
        {"PARIS (dpa) - The council met.", "PARIS", "dpa", "The council met."},
        {"Frankfurt/Main (dpa/lhe) - The council met.", "Frankfurt/Main", "dpa/lhe", "The council met."},
        {"MOSCOW, March 5. /TASS/. The council met.", "MOSCOW", "TASS", "The council met."},
        {"LIMA, Peru, March 5. (AFP) - The council met.", "LIMA, Peru", "AFP", "The council met."},
        {"ADDIS ABABA, March 5 /APO/ - The council met.", "ADDIS ABABA", "APO", "The council met."},
        {"NEW YORK--(BUSINESS WIRE)--The council met.", "NEW YORK", "BUSINESS WIRE", "The council met."},
        {"LONDON, March 5 [Reuters] - The council met.", "LONDON", "Reuters", "The council met."},
        {"LONDON, Jan 21 Reuters - The council met.", "LONDON", "Reuters", "The council met."},
        {"LONDON, Wednesday — The council met.", "LONDON", "", "The council met."},
        {"LONDON March 5 - The council met.", "LONDON", "", "The council met."},
        {"RIO DE JANEIRO (Reuters) - The council met.", "RIO DE JANEIRO", "Reuters", "The council met."},
        {"ST. LOUIS, Mo. (AP) — The council met.", "ST. LOUIS, Mo.", "AP", "The council met."},
        {"DUBAI // The council met.", "DUBAI", "", "The council met."},
        {"Lagos, Nigeria | The council met.", "Lagos, Nigeria", "", "The council met."},
        {"MADRID.- El consejo se reunió.", "MADRID", "", "El consejo se reunió."},
        {"Madrid, 5 mar (EFE).- El consejo se reunió.", "Madrid", "EFE", "El consejo se reunió."},
        {"CNN — The council met.", "", "CNN", "The council met."},
        {"Jan 21 (Reuters) - The council met.", "", "Reuters", "The council met."},
        {"NEW DELHI: The council met.", "NEW DELHI", "", "The council met."},
        {"New Delhi: The council met.", "New Delhi", "", "The council met."},
        {"New Delhi, Jan 21 (PTI) The council met.", "New Delhi", "PTI", "The council met."},
        {"WASHINGTON, D.C. – The council met.", "WASHINGTON, D.C.", "", "The council met."},
        {"ST. PETERSBURG, Fla., March 4 - The council met.", "ST. PETERSBURG, Fla.", "", "The council met."},
        {"VANCOUVER, British Columbia, March 4 - A mine.", "VANCOUVER, British Columbia", "", "A mine."},
        {"PORT-AU-PRINCE, Haiti (AP) — The council met.", "PORT-AU-PRINCE, Haiti", "AP", "The council met."},
        {"SÃO PAULO (AP) — The council met.", "SÃO PAULO", "AP", "The council met."},
        {"Lagos, 21 January (AFP) – The council met.", "Lagos", "AFP", "The council met."},
        {"LONDON -(Dow Jones)- The council met.", "LONDON", "Dow Jones", "The council met."},
        {"NEW YORK, Jan. 21, 2025 /PRNewswire/ -- A firm.", "NEW YORK", "PRNewswire", "A firm."},
        {"NEW YORK (The Town Crier)—The council met.", "NEW YORK", "The Town Crier", "The council met."},
        {"DETROIT, March 3 - The 1987 outlook is clouded.", "DETROIT", "", "The 1987 outlook is clouded."},
    };
    for (const Row& row : rows) {
        INFO(row.paragraph);
        const auto found = read_dateline(row.paragraph);
        if (std::string_view(row.place) == "none") {
            CHECK_FALSE(found);
            continue;
        }
        REQUIRE(found);
        CHECK(found->dateline.place.value_or("") == row.place);
        CHECK(found->dateline.agency.value_or("") == row.agency);
        CHECK(std::string_view(row.paragraph).substr(found->length) == row.rest);
    }
}

TEST_CASE("what looks like a dateline and is none") {
    for (const char* paragraph : {
             "NATO - the alliance of the north - met on Monday.",
             "The council met on Jan 21 - a Tuesday.",
             "UPDATE: The council met.",
             "BREAKING - The council met.",
             "EXCLUSIVE: The council met.",
             "Q: Did the council meet?",
             "Trump - who was late - did not speak.",
             "In June 2. The council met.",
             "Monday, March 4 - the council met.",
             "IBM said profits rose.",
             "Jane Roe (pictured) - the winner - spoke.",
             "WELL-KNOWN people met.",
             "",
         }) {
        INFO(paragraph);
        CHECK_FALSE(read_dateline(paragraph));
    }
}

TEST_CASE("a dateline takes its year from the day of publication") {
    const DateTime january{2025, 1, 3};
    CHECK(parsing::date_near({2000, 1, 2}, january) == "2025-01-02");
    CHECK(parsing::date_near({2000, 12, 31}, january) == "2024-12-31");
    CHECK(parsing::date_near({2000, 2, 29}, january) == "2025-02-28");
}
