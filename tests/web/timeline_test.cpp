#include "web/page/timeline.hpp"

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::web;

namespace {

std::vector<std::string> shown(const std::vector<FacetCount>& months, const std::vector<FacetCount>& years) {
    std::vector<std::string> out;
    for (const Stretch& each : stretches(months, years))
        out.push_back(each.title + " " + each.since + ".." + each.until + " " + std::to_string(each.count));
    return out;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("a timeline has months of up to two years, else years, else stretches of them") {
    CHECK(shown({}, {}).empty());
    CHECK(shown({{"2025-03", 4}, {"2025-01", 2}}, {{"2025", 7}}) == Rows{"January 2025 2025-01..2025-01 2",
                                                                         "February 2025 2025-02..2025-02 0",
                                                                         "March 2025 2025-03..2025-03 4"});
    // Known to the year alone.
    CHECK(shown({}, {{"2025", 7}}) == Rows{"2025 2025..2025 7"});
    CHECK(shown({{"2021-03", 4}}, {{"2021", 4}, {"2024", 1}}) ==
          Rows{"2021 2021..2021 4", "2022 2022..2022 0", "2023 2023..2023 0", "2024 2024..2024 1"});
    const auto century = stretches({}, {{"1914", 1}, {"2014", 2}});
    CHECK(century.front().title == "1910–1914");
    CHECK(century.back().since == "2010");
    CHECK(century.size() == 21);
    CHECK(stretches({}, {{"0001", 1}, {"9999", 1}}).size() <= 24);
}
