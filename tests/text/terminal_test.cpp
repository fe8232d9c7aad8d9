#include "text/terminal.hpp"

#include <algorithm>
#include <string>

#include "support/catch.hpp"
#include "text/unicode/utf8.hpp"

using namespace newsarc::text;
using namespace std::string_literals;

TEST_CASE("a long text loses its middle, between two characters") {
    CHECK(abridged("", 10) == "");
    CHECK(abridged("short", 10) == "short");
    CHECK(abridged("exactly ten", 11) == "exactly ten");
    CHECK(abridged("a path that is too long: no such file", 20) == "a path tha …  file");
    const std::string umlauts = "äöüäöüäöüäöüäöüäöüäöü";
    for (std::size_t bytes = 0; bytes <= umlauts.size(); ++bytes) {
        const std::string text = abridged(umlauts, bytes);
        CHECK(is_valid_utf8(text));
        CHECK(text.size() <= std::max<std::size_t>(bytes, 5));
    }
    CHECK(abridged(std::string(1000, '\x80'), 100).size() <= 100);
}

TEST_CASE("what could command a terminal is shown instead") {
    struct Row {
        std::string in, out;
    };
    for (const auto& row : {
             Row{"plain", "plain"},
             Row{"Trump’s 7 €", "Trump’s 7 €"},
             Row{"two\nlines\tand tab", "two\nlines\tand tab"},
             Row{"\x1B[31mred", "␛[31mred"},
             Row{"\x1B]0;title\x07", "␛]0;title␇"},
             Row{"a\rb\bc\x7F", "a␍b␈c␡"},
             Row{"nul\0end"s, "nul␀end"},
             Row{"\u009B31m", "\\u{009B}31m"},
             Row{"user\u202Etxt.exe", "user\\u{202E}txt.exe"},
             Row{"\u2066x\u2069", "\\u{2066}x\\u{2069}"},
             Row{"a\u2028b", "a\\u{2028}b"},
             Row{"raw \x9B bytes \xFF", "raw \uFFFD bytes \uFFFD"},
             Row{"\U000E0041", "\\u{E0041}"},
         }) {
        CHECK(clean_for_terminal(row.in) == row.out);
    }
}

TEST_CASE("text for one line loses its line ends and tabs") {
    CHECK(clean_line_for_terminal("a\nb\tc\x1B") == "a b c␛");
}

TEST_CASE("columns are counted as a terminal shows them") {
    CHECK(display_width("") == 0);
    CHECK(display_width("abc") == 3);
    CHECK(display_width("漢字") == 4);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("नदी समाचार") == 10);
    CHECK(display_width("Trump’s") == 7);
}

TEST_CASE("paragraphs are wrapped at blanks") {
    using Lines = std::vector<std::string>;
    CHECK(wrap("", 10) == Lines{""});
    CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
    CHECK(wrap("one two three", 100) == Lines{"one two three"});
    CHECK(wrap("  spaced   out ", 10) == Lines{"spaced out"});
    CHECK(wrap("abcdefgh ij", 4) == Lines{"abcd", "efgh", "ij"});
    CHECK(wrap("漢字漢字", 4) == Lines{"漢字", "漢字"});
    CHECK(wrap("漢字", 1) == Lines{"漢", "字"});
    CHECK(wrap("a b", 0) == Lines{"a", "b"});
    // No line ends with an opening mark or begins with a closing one.
    CHECK(wrap("漢字「漢字」。", 6) == Lines{"漢字", "「漢", "字」。"});
    CHECK(wrap("、、、", 4) == Lines{"、、", "、"});
    // An address that is too wide stays whole.
    CHECK(wrap("see https://example.org/long for", 8) == Lines{"see", "https://example.org/long", "for"});
    CHECK(wrap("見https://a.b", 8) == Lines{"見https:", "//a.b"});
}

TEST_CASE("long text is cut with an ellipsis") {
    CHECK(cut_to_width("short", 5) == "short");
    CHECK(cut_to_width("longer", 5) == "long…");
    CHECK(cut_to_width("漢字漢字", 5) == "漢字…");
    CHECK(cut_to_width("漢字漢字", 4) == "漢…");
    CHECK(cut_to_width("abc", 1) == "…");
    CHECK(cut_to_width("abc", 0).empty());
}
