#include "output/exchange/names.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace newsarc::output;

namespace {

/// `given|particle|family|suffix`, or the literal alone.
std::vector<std::string> shown(const std::string& byline) {
    std::vector<std::string> out;
    for (const Name& name : split_byline(byline)) {
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
    const auto first = [](const std::string& byline) { return inverted(split_byline(byline).front()); };
    CHECK(first("Jan van der Berg Jr.") == "van der Berg, Jan, Jr.");
    CHECK(first("Harbour Desk") == "Harbour Desk");
}
