#include "output/text/layout.hpp"

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::output;

using Lines = std::vector<std::string>;

namespace {

Layout columns(std::size_t width) {
    return {.style = {}, .width = width};
}

}  // namespace

TEST_CASE("text is broken to the width of a terminal, and left whole without one") {
    CHECK(broken("one two three", columns(12)) == Lines{"one two", "three"});
    CHECK(broken("one two three", columns(14), 2) == Lines{"one two", "three"});
    CHECK(broken("one two three", Layout{}) == Lines{"one two three"});
}

TEST_CASE("the lines of a text are kept") {
    CHECK(broken("one\n\ntwo three", Layout{}) == Lines{"one", "", "two three"});
    CHECK(broken("", Layout{}) == Lines{""});
}

TEST_CASE("an indent that leaves no room does not lose the text") {
    CHECK(broken("one two three", columns(5), 20) == Lines{"one two", "three"});
}

TEST_CASE("control characters are shown, not sent") {
    const Lines lines = broken("a\x1B[2Jb\x07", Layout{});
    REQUIRE(lines.size() == 1);
    CHECK(lines[0] == "a␛[2Jb␇");
}

TEST_CASE("marks follow their words through cleaning and breaking") {
    const Layout color{.style = {.color = true, .links = false}, .width = 12};
    const auto lines = [&](std::string_view text, std::vector<Range> marks) {
        return broken_marked(text, marks, color);
    };
    CHECK(lines("one two three", {{4, 7}}) == Lines{"one \x1B[1;31mtwo\x1B[0m", "three"});
    CHECK(lines("one two three", {{8, 13}}) == Lines{"one two", "\x1B[1;31mthree\x1B[0m"});
    CHECK(lines("one two three", {{4, 13}}) == Lines{"one \x1B[1;31mtwo\x1B[0m", "\x1B[1;31mthree\x1B[0m"});
    // A control character takes more bytes when it is shown, blanks in a row fewer.
    CHECK(lines("\x07\x07  \n two", {{6, 9}}) == Lines{"␇␇ \x1B[1;31mtwo\x1B[0m"});
    CHECK(lines("", {{0, 4}}) == Lines{""});
}

TEST_CASE("an escape sequence across a mark is shown, not sent") {
    const Layout color{.style = {.color = true, .links = false}, .width = std::nullopt};
    CHECK(broken_marked("\x1B[31m", {{1, 2}}, color) == Lines{"␛\x1B[1;31m[\x1B[0m31m"});
}

TEST_CASE("counts have their plural") {
    CHECK(counted(0, "article") == "0 articles");
    CHECK(counted(1, "article") == "1 article");
    CHECK(counted(2, "article") == "2 articles");
}

TEST_CASE("what is absent leaves no dot behind") {
    CHECK(dotted({"a", "", "b"}) == "a · b");
    CHECK(dotted({"", ""}).empty());
}
