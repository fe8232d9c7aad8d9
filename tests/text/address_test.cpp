#include "text/address.hpp"

#include "support/catch.hpp"
#include "text/terminal.hpp"

using namespace newsarc::text;

TEST_CASE("addresses of the web and of people are links, and nothing else is") {
    struct Row {
        const char* address;
        const char* target;  ///< null where there is none
    };
    for (const Row& row : {
             Row{"https://portvale.example/a?b=1&c=2#d", "https://portvale.example/a?b=1&c=2#d"},
             Row{"HTTP://portvale.example", "HTTP://portvale.example"},
             Row{"https://portvale.example/a b\"<>\n", "https://portvale.example/a%20b%22%3C%3E%0A"},
             Row{"mailto:desk@portvale.example", "mailto:desk@portvale.example"},
             // What a mail is to say and to bring along is for its writer to say.
             Row{"mailto:desk@portvale.example?subject=x&attach=/etc/passwd&body=y",
                 "mailto:desk@portvale.example"},
             Row{"MailTo:desk@portvale.example?attachment=~/.ssh/id", "mailto:desk@portvale.example"},
             Row{"mailto:?attach=/etc/passwd", nullptr},
             Row{"javascript:alert(1)", nullptr},
             Row{"JavaScript://portvale.example/%0Aalert(1)", nullptr},
             Row{"data:text/html,<script>alert(1)</script>", nullptr},
             Row{"vbscript:x", nullptr},
             Row{"file:///etc/passwd", nullptr},
             Row{" javascript:alert(1)", nullptr},
             Row{"java\nscript:alert(1)", nullptr},
             Row{"javascript&colon;alert(1)", nullptr},
             Row{"&#106;avascript:alert(1)", nullptr},
             Row{"https:portvale.example", nullptr},
             Row{"https:///etc", nullptr},
             Row{"http://", nullptr},
             Row{"portvale.example/a", nullptr},
             Row{"//portvale.example", nullptr},
             Row{"", nullptr},
         }) {
        INFO(row.address);
        const auto target = link_target(row.address);
        CHECK(target.has_value() == (row.target != nullptr));
        CHECK(target.value_or("") == (row.target != nullptr ? row.target : ""));
    }
}

TEST_CASE("what no URI may hold is percent-encoded") {
    CHECK(as_uri("https://a.example/x?y=1&z=%2F#top") == "https://a.example/x?y=1&z=%2F#top");
    CHECK(as_uri("https://a.example/ä b") == "https://a.example/%C3%A4%20b");
    CHECK(as_uri("https://a.example/100%") == "https://a.example/100%25");
    CHECK(as_uri("https://a.example/#a#b") == "https://a.example/#a%23b");
    CHECK(as_uri("https://[::1]/[x]") == "https://[::1]/%5Bx%5D");
    CHECK(as_uri("https://a.example/{\\\"<>^`|}\x1B") == "https://a.example/%7B%5C%22%3C%3E%5E%60%7C%7D%1B");
}

TEST_CASE("text is percent-encoded and read again") {
    CHECK(percent_encoded("Aa0-._~") == "Aa0-._~");
    CHECK(percent_encoded("a b/é%") == "a%20b%2F%C3%A9%25");
    CHECK(percent_encoded("a b/c", " /") == "a b/c");
    for (const std::string& text : {std::string(), std::string("a b&c=d?#"), std::string("漢\n\0x", 6)})
        CHECK(percent_decoded(percent_encoded(text)) == text);
    CHECK(percent_decoded("100%, %4, %zz, %41") == "100%, %4, %zz, A");
}

TEST_CASE("a spreadsheet would compute what begins with a sign, whatever stands before it unseen") {
    for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", "＝1", " =1+1", "\u00A0=1",
                             "\u3000 =1", "\u200B=1", "\uFEFF=1", "\x01=1", "  \t"}) {
        INFO(text);
        CHECK(looks_like_formula(text));
    }
    for (const char* text : {"", "  ", "a=1", "Ferry aground", "'=1", " plain"})
        CHECK_FALSE(looks_like_formula(text));
}
