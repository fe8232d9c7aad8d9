#include "text/unicode/letters.hpp"

#include "support/catch.hpp"

#include <string>

using namespace newsarc::text;

TEST_CASE("words are counted as a reader counts them") {
    struct Row {
        const char* text;
        std::size_t words;
    };
    const Row rows[] = {
        {"", 0},
        {" - ' ", 0},
        {"one", 1},
        {"don't stop", 2},
        {"don’t stop", 2},
        {"a well-known man", 3},
        {"half- and quarter", 3},
        {"'quoted' word", 2},
        {"it--that", 2},
        {"COVID-19, 3.5 percent", 4},
        {"Köln naïve", 2},
        {"市议会", 3},
        {"GDP增长3%", 4},
        {"यह भी पढ़ें", 3},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(count_words(row.text) == row.words);
    }
}

TEST_CASE("words are counted the same over long text, wherever its blocks fall") {
    for (std::size_t shift = 0; shift < 70; ++shift) {
        const std::string pad(shift, ' ');
        std::string text = pad;
        for (int i = 0; i < 50; ++i)
            text += "well-known it's a--b 'c' – ";
        INFO(shift);
        CHECK(count_words(text) == 250);
    }
}
