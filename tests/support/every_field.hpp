#pragma once

#include <newsarc/article.hpp>

namespace newsarc::test {

/// An article with a value in every field. Tests that walk the table of fields fail for a field that is not
/// set here.
inline Article every_field() {
    Article out;
    out.id = 1;
    out.uid = "00112233445566778899aabbccddeeff";
    out.key = "cms-17";
    out.headline = "Barges come back to the river port";
    out.deck = "Grain first; coal | later";
    out.credit = "Harbour Post";
    out.byline = "Jane Roe and John Doe";
    out.authors = {{"Jane Roe", "Staff Writer", "PORTVALE", "Harbour Post"},
                   {"John | Doe", {}, {}, "Wavepress"}};
    out.url = "https://portvale.example/barges";
    out.titles = {"Barges are back", "Portvale: the river carries \\ again"};
    out.dateline = Dateline{"PORTVALE, Jan 21 (Wavepress) -", "PORTVALE", "2025-01-21", "Wavepress"};
    out.published = from_iso("2025-01-21T14:05+02:00");
    out.updated = from_iso("2025-01-22");
    out.language = "en";
    out.words = 17;
    out.body = "Barges came, one after the other.\n\nThe silt went.";
    out.links = {{LinkKind::related,
                  "https://portvale.example/silt",
                  "Silt goes",
                  "portvale.example",
                  {},
                  "READ ALSO"},
                 {LinkKind::body, "https://portvale.example/news", {}, "portvale.example", {}, {}}};
    out.notes = {{NoteKind::editor, "Shortened.\nTwice."}, {NoteKind::other, "A line"}};
    out.tags = {"grain, coal", "river"};
    out.path = "in/barges.txt";
    out.added = "2026-11-23T10:00:00Z";
    out.edited = {"credit", "headline"};
    out.warnings = {"a doubt"};
    out.extra = {{"page", "3"}, {"section", "Trade | ports"}};
    return out;
}

}  // namespace newsarc::test
