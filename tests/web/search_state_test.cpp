#include "web/page/search_state.hpp"

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::web;

TEST_CASE("a search is its address, and an address its search") {
    for (const char* address : {"/", "/?q=port", "/?q=river+port&credit=Harbour+Post&tag=a%26b&sort=newest",
                                "/?q=a&since=2025-01&until=2025-03&match=all&group=1&explain=1&page=3",
                                "/?q=%E6%B8%AF%22%3C%3E", "/?place=Port+Vale"}) {
        CAPTURE(address);
        Values values;
        const SearchState none;
        CHECK(none.address() == "/");
        // Read back through its own values.
        std::string_view rest = std::string_view(address).substr(std::string_view(address) == "/" ? 1 : 2);
        while (!rest.empty()) {
            const std::string_view one = rest.substr(0, rest.find('&'));
            rest.remove_prefix(std::min(one.size() + 1, rest.size()));
            std::string value;
            for (std::size_t i = one.find('=') + 1; i < one.size(); ++i) {
                if (one[i] == '%') {
                    value += static_cast<char>(std::stoi(std::string(one.substr(i + 1, 2)), nullptr, 16));
                    i += 2;
                } else {
                    value += one[i] == '+' ? ' ' : one[i];
                }
            }
            values.emplace_back(one.substr(0, one.find('=')), value);
        }
        CHECK(search_state(values).address() == address);
    }
}

TEST_CASE("what an address cannot mean counts as not said") {
    const SearchState state = search_state({{"q", "port"},
                                            {"sort", "sideways"},
                                            {"match", "best"},
                                            {"page", "-3"},
                                            {"page", "x"},
                                            {"evil", "1"}});
    CHECK(state.address() == "/?q=port");
    CHECK(search_state({{"page", "99999999999999999999"}}).page == 1);
    CHECK(search_state({{"page", "100000"}}).page == 500);
}

TEST_CASE("what was clicked becomes fields of the query") {
    SearchState state;
    CHECK(state.query() == "*");
    state.words = "river";
    state = state.with("credit", "Harbour Post").with("tag", "flood");
    CHECK(state.query() == "river credit:\"Harbour Post\" tag:flood");
    CHECK(state.without(0).query() == "river tag:flood");
    CHECK(state.between("2025-01", "2025-02").between("2025", "2025").query() ==
          "river credit:\"Harbour Post\" tag:flood since:2025 until:2025");
    CHECK(state.has("tag", "flood"));
    CHECK_FALSE(state.has("tag", "river"));
}
