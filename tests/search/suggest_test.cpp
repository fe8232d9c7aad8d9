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
    store::refresh_vocabulary(archive.connection);
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
             Row{"", ""},
         }) {
        INFO(row.query);
        CHECK(search::run(archive.connection, {.query = row.query}).suggestion.value_or("") ==
              row.suggestion);
    }
}
