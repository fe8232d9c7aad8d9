#include "search/search.hpp"

#include "sample_archive.hpp"
#include "support/catch.hpp"

#include <string>

using namespace newsarc;

TEST_CASE("a misspelt word is suggested as the archive spells it") {
    SampleArchive archive;
    for (int i = 0; i < 30; ++i)
        archive.put("The president spoke", "The government of Afghanistan met the press.");
    archive.put("Akhundzada travels", "Hibatullah Akhundzada was seen in Kandahar; the precedent was noted.");
    archive.put("Typing error", "The goverment met. Zürich rang at x.");
    archive.put("Lakes of 2002", "The trees are marked; the market of 2002 stays. Signed by Merkl.");
    struct Row {
        std::string query, suggestion;
    };
    for (const auto& row : {
             Row{"presidnet", "president"},
             Row{"Afganistan", "afghanistan"},
             Row{"Akhunzada", "akhundzada"},
             Row{"Hibatulah Akhunzada", "hibatullah akhundzada"},
             Row{"goverment", "government"},
             Row{"goverment precedent", "government precedent"},
             Row{"+presidnet -spoke", "+president -spoke"},
             Row{"zurch", "zurich"},
             Row{"presidents", ""},
             Row{"precedent", ""},
             Row{"government", ""},
             Row{"kabul", ""},
             Row{"prs", ""},
             Row{"credit:presidnet", ""},
             Row{"presidnet until:2020", "president until:2020"},
             Row{"goverment until:2020", ""},
             Row{"xylophone", ""},
             Row{"xyzzyqqq", ""},
             // A number, or a name, was mended into another word.
             Row{"Lakes 2022", ""},
             Row{"Merkel", "merkl"},
             Row{"merkel", "merkl"},
             Row{"Markez", ""},
             // The first place of the letters was mended, and not the word that was meant.
             Row{"presidnetial presidnet", "presidnetial president"},
             Row{"credit:presidnet presidnet", "credit:presidnet president"},
             Row{"-presidnet presidnet", "-presidnet president"},
             Row{"headline:presidnet", "headline:president"},
             Row{"", ""},
         }) {
        INFO(row.query);
        CHECK(search::run(archive.connection, {.query = row.query}).suggestion.value_or("") ==
              row.suggestion);
    }
}
