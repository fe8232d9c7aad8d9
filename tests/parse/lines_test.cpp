#include "parse/line/lines.hpp"
#include "parse/line/paragraphs.hpp"

#include "support/catch.hpp"

#include <deque>
#include <string>
#include <vector>

using namespace newsarc::parsing;

namespace {

std::vector<std::string> texts(std::string_view text) {
    const Lines lines = split_lines(text);
    std::vector<std::string> out;
    for (const Line& line : lines.lines)
        out.emplace_back(line.text);
    return out;
}

std::vector<std::string> passages(std::string_view text) {
    const Lines lines = split_lines(text);
    std::deque<std::string> joined;
    std::vector<std::string> out;
    for (const Passage& passage : join_lines(lines.lines, LabelSet::built_in(), joined))
        out.emplace_back(passage.text);
    return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("lines end in many ways") {
    struct Row {
        const char* text;
        Texts lines;
    };
    const Row rows[] = {
        {"", {}},
        {"a", {"a"}},
        {"a\nb\n", {"a", "b"}},
        {"a\r\nb\r\n", {"a", "b"}},
        {"a\rb\r", {"a", "b"}},
        {"a\r\r\nb", {"a", "b"}},
        {"a\u0085b", {"a", "b"}},
        {"a\u2028b\u2029c", {"a", "b", "c"}},
        {"a\fb\vc", {"a", "b", "c"}},
        {" \t a b \u00A0\n\u3000\n", {"a b"}},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(texts(row.text) == row.lines);
    }
}

TEST_CASE("lines know their number, indent, place and the empty lines before them") {
    const std::string text = "a\r\n\r\n    b\n\tc\n\fd\n";
    const Lines lines = split_lines(text);
    REQUIRE(lines.lines.size() == 4);
    CHECK(lines.lines[1].number == 3);
    CHECK(lines.lines[1].blanks == 1);
    CHECK(lines.lines[1].indent == 4);
    CHECK(lines.lines[1].offset == 5);
    CHECK(lines.lines[1].end == 10);
    CHECK(lines.lines[2].indent == 8);
    CHECK(lines.lines[3].number == 5);
    CHECK(lines.lines[3].after_form_feed);
    CHECK_FALSE(lines.lines[2].after_form_feed);
}

TEST_CASE("control and invisible characters leave the lines and are counted") {
    using namespace std::string_literals;
    const Lines lines = split_lines("a\0b\x07\u0090 \u200Bin\u00ADfor\uFEFFmation\u2060\u200D"s);
    REQUIRE(lines.lines.size() == 1);
    CHECK(lines.lines[0].text == "a b   information\u200D");
    CHECK(lines.controls == 3);
    CHECK(lines.invisible == 4);
}

TEST_CASE("text with a paragraph a line stays as it is") {
    CHECK(passages("A short line\nAnother one\n\nAnd a third") ==
          Texts{"A short line", "Another one", "And a third"});
    const std::string wide(150, 'x');
    CHECK(passages(wide + "\n" + wide) == Texts{wide, wide});
}

TEST_CASE("hard-wrapped paragraphs are joined by their indents") {
    CHECK(
        passages("FERRY FARES FROZEN\n"
                 "\n"
                 "    The council of the harbour froze the fares of\n"
                 "the ferry on Monday, and will look at them once\n"
                 "more in the spring.\n"
                 "    Nobody in the room objected to it, and the\n"
                 "Harbour Master said that she had never seen so\n"
                 "short a meeting.\n"
                 " Reuter\n") ==
        Texts{
            "FERRY FARES FROZEN",
            "The council of the harbour froze the fares of the ferry on Monday, and will look at them once "
            "more in the spring.",
            "Nobody in the room objected to it, and the Harbour Master said that she had never seen so short "
            "a meeting.",
            "Reuter"});
}

TEST_CASE("hard-wrapped paragraphs are joined between empty lines") {
    CHECK(passages("Ferry Fares Frozen\n"
                   "\n"
                   "The council of the harbour froze the fares of the\n"
                   "ferry on Monday, and will look at them once more in\n"
                   "the spring.\n"
                   "\n"
                   "It decided, in this order:\n"
                   "- to freeze the fares of the ferry for the rest of\n"
                   "  the winter\n"
                   "- to meet again\n"
                   "\n"
                   "READ ALSO: Storm Damages Two Piers in the Harbour of\n"
                   "Easthaven\n"
                   "Credit: Coast Wire\n") ==
          Texts{"Ferry Fares Frozen",
                "The council of the harbour froze the fares of the ferry on Monday, and will look at them "
                "once more "
                "in the spring.",
                "It decided, in this order:", "- to freeze the fares of the ferry for the rest of the winter",
                "- to meet again", "READ ALSO: Storm Damages Two Piers in the Harbour of Easthaven",
                "Credit: Coast Wire"});
}

TEST_CASE("a word divided at the end of a line is whole again") {
    struct Row {
        const char* before;
        const char* after;
        const char* joined;
    };
    const Row rows[] = {
        {"the govern-", "ment said", "the government said"},
        {"in the work-", "week, and", "in the workweek, and"},
        {"die Regie-", "rung sagt", "die Regierung sagt"},
        {"the well-", "known mayor", "the well-known mayor"},
        {"state-of-the-", "art", "state-of-the-art"},
        {"Jean-", "Luc Roe", "Jean-Luc Roe"},
        {"pre-", "and post-war", "pre- and post-war"},
        {"Vor-", "und Nachteile", "Vor- und Nachteile"},
        {"the fares -", "all of them", "the fares - all of them"},
        {"in 1990-", "2000", "in 1990- 2000"},
        {"the council", "said", "the council said"},
    };
    for (const Row& row : rows) {
        INFO(row.before);
        std::string out = row.before;
        append_line(out, row.after, true);
        CHECK(out == row.joined);
    }
}

TEST_CASE("lines of uneven length are joined where words are divided at their ends") {
    CHECK(passages("Ferry Fares Frozen\n\n"
                   "The council has frozen the fares of the fer-\n"
                   "ry until the spring, the mayor said on Mon-\n"
                   "day. It was a\n"
                   "close vote in the coun-\n"
                   "cil.\n\n"
                   "It will vote again in May.\n") ==
          Texts{"Ferry Fares Frozen",
                "The council has frozen the fares of the ferry until the spring, the mayor said on Monday. "
                "It was a "
                "close vote in the council.",
                "It will vote again in May."});
    // Titles one below the other, one of them with a hyphen at its end.
    CHECK(passages("Ferry Fares Frozen\nPort Reopens\nPre-\nand Post-War Houses\nStorm Nears\n").size() == 5);
}

TEST_CASE("a number or dash that wrapping brought to the front of a line begins no list") {
    CHECK(
        passages("    The council of the harbour will meet again on May\n"
                 "12. The fares stay as they are until that day, said\n"
                 "the chair.\n"
                 "    It called for the removal of three things there\n"
                 "- the kiosk, the crane and the clock - in the coming\n"
                 "weeks, and no more.\n"
                 "    The crane is the oldest of these three things.\n") ==
        Texts{"The council of the harbour will meet again on May 12. The fares stay as they are until that "
              "day, "
              "said the chair.",
              "It called for the removal of three things there - the kiosk, the crane and the clock - in the "
              "coming weeks, and no more.",
              "The crane is the oldest of these three things."});
}
