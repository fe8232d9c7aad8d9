#include "mcp/passage.hpp"

#include "support/catch.hpp"

using namespace newsarc::mcp;

TEST_CASE("a page ends with a paragraph, else with a word, else where it must") {
    const std::string text = "First one.\n\nSecond one, longer.\n\nThird.";
    const Page first = page_of(text, 0, 20, 1000);
    CHECK(first.text == "First one.\n\n");
    CHECK(first.end == 12);
    CHECK(first.total == text.size());
    CHECK_FALSE(first.is_last());
    CHECK(page_of(text, 12, 21, 1000).text == "Second one, longer.\n\n");
    CHECK(page_of(text, 12, 15, 1000).text == "Second one, ");
    CHECK(page_of(text, 12, 3, 1000).text == "Sec");
    CHECK(page_of(text, 0, 1000, 1000).text == text);
    CHECK(page_of(text, 0, 1000, 1000).is_last());
    CHECK(page_of(text, 900, 20, 1000).text.empty());
    CHECK(page_of(text, 900, 20, 1000).is_last());
    CHECK(page_of("", 0, 20, 1000).is_last());
}

TEST_CASE("pages count characters and bound bytes") {
    const std::string text = "夜行列车恢复运行，旅客可带自行车上车";
    const Page page = page_of(text, 4, 3, 1000);
    CHECK(page.text == "恢复运");
    CHECK(page.end == 7);
    CHECK(page.total == 18);
    CHECK(page_of(text, 0, 1000, 10).text == "夜行列");
}

TEST_CASE("the pages of a text one after the other are that text") {
    std::string text;
    for (int i = 0; i < 200; ++i)
        text += "Sätze über \"Kähne\" und\tMühlen " + std::to_string(i) + (i % 7 == 0 ? ".\n\n" : ". ");
    for (const std::size_t characters : {1U, 7U, 50U, 900U}) {
        std::string together;
        for (std::size_t at = 0;;) {
            const Page page = page_of(text, at, characters, 700);
            together += page.text;
            REQUIRE(page.end > at);
            at = page.end;
            if (page.is_last()) break;
        }
        CHECK(together == text);
    }
}

TEST_CASE("characters that hide or turn text are shown, in names and values") {
    Json value{{"a\u202Eb", {"\x1B[2J", "x\u2066y"}}};
    make_visible(value);
    CHECK(value == Json{{"a\\u{202E}b", {"␛[2J", "x\\u{2066}y"}}});
}

TEST_CASE("what says nothing is left out") {
    Json value{{"a", nullptr},          {"b", ""}, {"c", Json::array()},
               {"d", {{"e", nullptr}}}, {"f", 0},  {"g", false}};
    leave_out_absent(value);
    CHECK(value == Json{{"f", 0}, {"g", false}});
}

TEST_CASE("what is too long is cut until it fits, and says so") {
    Json value{{"headline", std::string(5000, 'h')}, {"links", Json::array()}};
    for (int i = 0; i < 500; ++i)
        value["links"].push_back({{"url", "https://example.com/" + std::string(300, 'u')}});
    Json small{{"headline", "short"}};
    fit(small, 100);
    CHECK(small == Json{{"headline", "short"}});
    fit(value, 4000);
    CHECK(value.dump().size() <= 4000);
    CHECK(value["left_out"] == true);
    CHECK(value["links"].size() < 500);
    CHECK(value["headline"].get<std::string>().starts_with("hhh"));
}

TEST_CASE("values are told as text") {
    const Json value{{"headline", "Port\nReopens"},
                     {"tags", {"a", "b"}},
                     {"links", {{{"kind", "body"}, {"url", "u"}}}},
                     {"fields", {{"credit", {{{"value", "NewsX"}, {"count", 9}}}}}}};
    CHECK(outline(value) ==
          "headline: Port Reopens\ntags: a, b\nlinks:\n  - kind: body; url: u\n"
          "fields:\n  credit: NewsX (9)\n");
}

TEST_CASE("marks hold what no article can know") {
    CHECK(make_nonce() != make_nonce());
    CHECK(quoted("text", "0123") == "[quoted text 0123]\ntext\n[end of quoted text 0123]");
}
