#include "text/unicode/words.hpp"

#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace newsarc::text;

namespace {

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> out;
    for (const Word& word : words(text))
        out.push_back(text.substr(word.begin, word.end - word.begin));
    return out;
}

std::string further(const std::string& text) {
    return further_terms(text, words(text));
}

}  // namespace

TEST_CASE("text falls into words") {
    struct Row {
        std::string text;
        std::vector<std::string> words;
    };
    const std::vector<Row> rows{
        {"", {}},
        {" ... -- !", {}},
        {"two words", {"two", "words"}},
        {"Covid-19", {"Covid", "19"}},
        {"Pakistan’s don't", {"Pakistan", "s", "don", "t"}},
        {"U.S. troops", {"U.S", "troops"}},
        {"THE U.S . FIRST", {"THE", "U.S", "FIRST"}},
        {"U.S.-led", {"U.S", "led"}},
        {"the U.S.S.R., a.m.", {"the", "U.S.S.R", "a.m"}},
        {"U.Sam", {"U", "Sam"}},
        {"3.5 1.2.3", {"3", "5", "1", "2", "3"}},
        {"naïve Zürich", {"naïve", "Zürich"}},
        {"हिन्दी में", {"हिन्दी", "में"}},
        {"北京 iPhone手机", {"北京", "iPhone", "手机"}},
        {"東京タワー、大阪", {"東京タワー", "大阪"}},
        {"ประเทศไทย", {"ประเทศไทย"}},
        {"bad \xff byte", {"bad", "byte"}},
    };
    for (const auto& row : rows) {
        INFO(row.text);
        CHECK(split(row.text) == row.words);
    }
}

TEST_CASE("acronyms and units are indexed beside the text") {
    struct Row {
        std::string text, terms;
    };
    const std::vector<Row> rows{
        {"Plain English, with Covid-19 and Pakistan's.", ""},
        {"The U.S. and the U.N.", "usʺ unʺ"},
        {"The US and the UN told us", "usʹ"},
        {"US", "usʹ"},
        {"WHO chief", "whoʹ"},
        {"WHO TOLD US IT", ""},
        {"Uses of USA", ""},
        {"AT&T cut R&D", "atˆtˑ rˆdˑ"},
        {"like C++ and C#, not a + b or #1", "cˇˇ cˈ"},
        {"X-ray of an F-16, by e-mail", "xˉrayˑ fˉ16 eˉmailˑ"},
        {"won 2-1, well-known, US-led", "usʹ"},
        {"18+ and Disney+", "18ˇ disneyˇ"},
    };
    for (const auto& row : rows) {
        INFO(row.text);
        CHECK(further(row.text) == row.terms);
    }
}

TEST_CASE("the length of a text counts words and pairs") {
    struct Row {
        std::string text;
        std::size_t length;
    };
    for (const auto& row : {Row{"", 0}, Row{"The U.S. said so", 4}, Row{"中国经济", 3}, Row{"中", 1}}) {
        INFO(row.text);
        CHECK(count_terms(row.text, words(row.text)) == row.length);
    }
}

TEST_CASE("case of a text") {
    CHECK(is_upper_case("US"));
    CHECK(is_upper_case("G20 É"));
    CHECK_FALSE(is_upper_case("A"));
    CHECK_FALSE(is_upper_case("Us"));
    CHECK_FALSE(is_upper_case("2025"));
    CHECK(has_lower_case("NATO’s"));
    CHECK_FALSE(has_lower_case("NATO 中国"));
    CHECK(has_word("…a"));
    CHECK_FALSE(has_word("… — !"));
}
