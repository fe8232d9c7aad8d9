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
             // What cannot be seen and no script needs.
             Row{"a\u2060b\u2064c", "a\\u{2060}b\\u{2064}c"},
             Row{"\u206A\u206F", "\\u{206A}\\u{206F}"},
             Row{"\uFEFFx\uFFFF\uFFF9\uFDD0", "\\u{FEFF}x\\u{FFFF}\\u{FFF9}\\u{FDD0}"},
             Row{"\U0001D173\U0001BCA0\U0001FFFE", "\\u{1D173}\\u{1BCA0}\\u{1FFFE}"},
             Row{"\u3164\uFFA0\u17B4", "\\u{3164}\\u{FFA0}\\u{17B4}"},
             // What scripts and emoji need, and where.
             Row{"می\u200Cخواهم", "می\u200Cخواهم"},
             Row{"क्\u200Dष", "क्\u200Dष"},
             Row{"👩\u200D🚒 👩🏽\u200D🚒 ❤\uFE0F\u200D🔥",
                 "👩\u200D🚒 👩🏽\u200D🚒 ❤\uFE0F\u200D🔥"},
             Row{"pay\u200Dpal\u200C", "pay\\u{200D}pal\\u{200C}"},
             Row{"ภาษา\u200Bไทย", "ภาษา\u200Bไทย"},
             Row{"葛\U000E0100城", "葛\U000E0100城"},
             Row{"soft\u00ADhyphen", "soft\u00ADhyphen"},
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

TEST_CASE("a text to be edited holds nothing that an editor would send, and comes back as it was") {
    for (const std::string& text :
         {"plain\n\ttext\n"s, "\x1B]0;title\x07"s, "\u009B31m\u202Eturned"s, "a \\u{9B} that was written so"s,
          "\\\\u{1B}"s, "\\u{}\\u{zz}\\u{110000}\\u{41"s, "nul\0end\r\n"s, "\\u{5C}u{9B}"s, "\uFEFF"s}) {
        INFO(text);
        const std::string shown = with_escapes(text);
        CHECK(clean_for_terminal(shown) == shown);
        CHECK(without_escapes(shown) == text);
    }
    CHECK(with_escapes("a\u009Bb") == "a\\u{009B}b");
    CHECK(without_escapes("\\u{9b}\\u{41}\\u{20AC}") == "\u009B\\u{41}\\u{20AC}");
}
