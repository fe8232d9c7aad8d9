#include "text/unicode/utf8.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace newsarc::text;
using namespace std::string_literals;

TEST_CASE("valid UTF-8 is told from malformed") {
    for (const std::string& good :
         {""s, "a"s, "é"s, "漢字"s, "😀"s, "\0"s, "a\xCC\x81"s, "\xF4\x8F\xBF\xBF"s}) {
        INFO(good);
        CHECK(is_valid_utf8(good));
        CHECK(to_valid_utf8(good) == good);
    }
    for (const std::string& bad :
         {"\x80"s, "\xC3"s, "\xC0\xAF"s, "\xED\xA0\x80"s, "\xF5\x80\x80\x80"s, "\xE2\x82"s, "a\xFF\x62"s}) {
        INFO(bad);
        CHECK_FALSE(is_valid_utf8(bad));
        CHECK(is_valid_utf8(to_valid_utf8(bad)));
    }
    CHECK(to_valid_utf8("a\xFF\x62") == "a\uFFFDb");
}

TEST_CASE("code points are read one by one and never past the end") {
    const std::string text = "aé漢😀";
    CHECK(code_point_at(text, 0).value == U'a');
    CHECK(code_point_at(text, 1).value == U'é');
    CHECK(code_point_at(text, 3).value == U'漢');
    CHECK(code_point_at(text, 6).length == 4);
    CHECK(code_point_at(text, text.size()).length == 0);
    CHECK_FALSE(code_point_at(std::string_view(text).substr(0, 2), 1).valid);
}

TEST_CASE("what is no character is appended as U+FFFD") {
    std::string out;
    append(out, U'é');
    append(out, 0xD800);
    append(out, 0x110000);
    CHECK(out == "é\uFFFD\uFFFD");
}

TEST_CASE("a text is cut between characters") {
    struct Row {
        std::string text;
        std::size_t offset;
        std::size_t begin;
        std::size_t next;
    };
    const std::string text = "aé漢😀";
    const std::vector<Row> rows{
        {text, 0, 0, 0},
        {text, 1, 1, 1},
        {text, 2, 1, 3},
        {text, 4, 3, 6},
        {text, 9, 6, 10},
        {text, 10, 10, 10},
        {"", 0, 0, 0},
        // Malformed: no further than a character goes.
        {std::string(100, '\x80'), 50, 47, 53},
        {std::string(2, '\x80'), 1, 0, 2},
    };
    for (const Row& row : rows) {
        INFO(row.text << " " << row.offset);
        CHECK(character_begin(row.text, row.offset) == row.begin);
        CHECK(next_character_begin(row.text, row.offset) == row.next);
    }
    CHECK(beginning(text, 100) == text);
    CHECK(beginning(text, 9) == "aé漢");
    CHECK(beginning(text, 2) == "a");
    CHECK(beginning(text, 0).empty());
}
