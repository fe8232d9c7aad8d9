#include "output/exchange/citation.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace newsarc::output;

namespace {

/// `given|particle|family|suffix`, or the literal alone.
std::vector<std::string> shown(const std::string& byline) {
    std::vector<std::string> out;
    newsarc::Article article;
    article.byline = byline;
    for (const newsarc::text::Name& name : authors_of(article)) {
        out.push_back(name.literal.empty()
                          ? name.given + "|" + name.particle + "|" + name.family + "|" + name.suffix
                          : name.literal);
    }
    return out;
}

}  // namespace

TEST_CASE("a byline is taken apart into authors, and an author into names") {
    struct Case {
        std::string byline;
        std::vector<std::string> names;
    };
    for (const Case& one : {
             Case{"Jane Roe", {"Jane||Roe|"}},
             {"Jane Roe and John Q. Doe", {"Jane||Roe|", "John Q.||Doe|"}},
             {"Jane Roe, John Doe and Ana Ruiz", {"Jane||Roe|", "John||Doe|", "Ana||Ruiz|"}},
             {"Jane Roe, John Doe, and Ana Ruiz", {"Jane||Roe|", "John||Doe|", "Ana||Ruiz|"}},
             {"Jane Roe; John Doe & Ana Ruiz", {"Jane||Roe|", "John||Doe|", "Ana||Ruiz|"}},
             {"Roe, Jane", {"Jane||Roe|"}},
             {"Jan van der Berg", {"Jan|van der|Berg|"}},
             {"Annika J. St. Clair", {"Annika J.||St. Clair|"}},
             {"Ludwig Van Dyke", {"Ludwig||Van Dyke|"}},
             {"John Doe Jr.", {"John||Doe|Jr."}},
             {"John Doe, Jr., and Ana Ruiz", {"John||Doe|Jr.", "Ana||Ruiz|"}},
             {"Ana Ruiz y Juan Gil", {"Ana||Ruiz|", "Juan||Gil|"}},
             {"José Ortega y Gasset", {"José Ortega|y|Gasset|"}},
             {"Иван Петров и Анна Орлова", {"Иван||Петров|", "Анна||Орлова|"}},
             {"Jane Roe, Wavepress", {"Jane||Roe|", "Wavepress"}},
             {"Jane Roe in Port Ellery and John Doe in Dunvale", {"Jane||Roe|", "John||Doe|"}},
             {"Jane Roe for the Harbour Post", {"Jane||Roe|"}},
             {"Jane Roe for Wavepress", {"Jane||Roe|"}},
             {"Jane Roe, M.D., and John Doe, PhD", {"Jane||Roe|", "John||Doe|"}},
             {"Jane Roe MD", {"Jane||Roe|"}},
             {"Dr. Jane Roe", {"Jane||Roe|"}},
             {"M. E. Du Lac", {"M. E.||Du Lac|"}},
             {"Agence Côtière-Presse", {"Agence Côtière-Presse"}},
             {"Küsten-Agentur", {"Küsten-Agentur"}},
             {"Ministry of Ports and Inland Water", {"Ministry of Ports and Inland Water"}},
             {"Harbour Post Staff", {"Harbour Post Staff"}},
             {"Our Political Correspondent", {"Our Political Correspondent"}},
             {"王小明", {"王小明"}},
             {"Madonna", {"Madonna"}},
             {"a very long line that is surely nobody", {"a very long line that is surely nobody"}},
             {"jane@harbour.example", {"jane@harbour.example"}},
             {"", {}},
             {" ,;  and ", {}},
         }) {
        INFO(one.byline);
        CHECK(shown(one.byline) == one.names);
    }
}

TEST_CASE("a name is written with the family first") {
    CHECK(inverted(newsarc::text::split_name("Jan van der Berg Jr.")) == "van der Berg, Jan, Jr.");
    CHECK(inverted(newsarc::text::split_name("Harbour Desk")) == "Harbour Desk");
}

TEST_CASE("where the authors are known one by one, citations name these and not the byline") {
    newsarc::Article article;
    article.byline = "Jane Roe and John Doe";
    article.authors = {{"Jane Roe", "Editor", {}, {}}, {"Harbour Press", {}, {}, {}}};
    const std::vector<newsarc::text::Name> names = authors_of(article);
    REQUIRE(names.size() == 2);
    CHECK(names[0].family == "Roe");
    CHECK(names[1].literal == "Harbour Press");
}
