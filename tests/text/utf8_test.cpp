#include "text/unicode/utf8.hpp"

#include <string>

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
