#include "output/text/layout.hpp"

#include "support/catch.hpp"

using newsarc::output::Style;

TEST_CASE("without colour and links text stays plain") {
    const Style plain;
    CHECK(plain.heading("a") == "a");
    CHECK(plain.mark("a") == "a");
    CHECK(plain.faint("a") == "a");
    CHECK(plain.error("a") == "a");
    CHECK(plain.hint("a") == "a");
    CHECK(plain.link("https://example.org", "a") == "a");
}

TEST_CASE("with colour a piece of text is set apart and then everything is set back") {
    const Style color{.color = true, .links = false};
    CHECK(color.heading("a") == "\x1B[1ma\x1B[0m");
    CHECK(color.mark("") == "");
}

TEST_CASE("only addresses that a browser opens become hyperlinks") {
    const Style links{.color = false, .links = true};
    CHECK(links.link("https://example.org/a", "a") == "\x1B]8;;https://example.org/a\x1B\\a\x1B]8;;\x1B\\");
    CHECK(links.link("mailto:a@example.org?body=b", "a") ==
          "\x1B]8;;mailto:a@example.org\x1B\\a\x1B]8;;\x1B\\");
    CHECK(links.link("file:///etc/passwd", "a") == "a");
    CHECK(links.link("javascript:alert(1)", "a") == "a");
}

TEST_CASE("nothing in an address can end the sequence it stands in") {
    const Style links{.color = false, .links = true};
    CHECK(links.link("http://a/\x1B\\\x07 \xC2\x9C", "a") ==
          "\x1B]8;;http://a/%1B%5C%07%20%C2%9C\x1B\\a\x1B]8;;\x1B\\");
}
