#include "search/search.hpp"

#include "sample_archive.hpp"
#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace newsarc;

namespace {

/// Text as people paste it: each is an article here, and a query for it.
const std::vector<std::string> pasted{
    "U.S.",
    "Don't",
    "COVID-19",
    "AND",
    "10:30",
    "\"unclosed",
    "((",
    "OR",
    "NOT",
    "NEAR",
    "NEAR/3",
    "R&D",
    "AT&T's",
    "C++ and C#",
    "AC/DC",
    "4x4",
    "50%",
    "$3.5bn",
    "€1.000,50",
    "-5°C",
    "+44 20 7946 0018",
    "#MeToo",
    "@newsdesk",
    "info@example.org",
    "https://example.org/world/2025/01/21?id=7&x=y#top",
    "www.example.org",
    "C:\\news\\a.txt",
    "../inbox/a.txt",
    "SELECT * FROM article; DROP TABLE article; --",
    "' OR 1=1 --",
    "\"; DELETE",
    "{headline}: x",
    "headline : x",
    "headline:",
    "column:value",
    "Note: the minister said: \"No.\"",
    "body^2 ~fuzzy* {a TO b} [x]",
    "*",
    "a*b*c",
    "**bold**",
    "^start end$",
    "\\backslash\\",
    "'single quoted'",
    "`code`",
    "“curly quotes” and ‘single ones’",
    "«guillemets» „low“",
    "dash – en — em ― bar",
    "ellipsis… and dots...",
    "KABUL, Jan 21 (Reuters) -",
    "WASHINGTON -- The U.N. said",
    "(AP) — Officials",
    "e.g. i.e. a.m. p.m. Ph.D.",
    "O'Brien d'Artagnan rock 'n' roll",
    "naïve café Zürich Ångström smørrebrød",
    "ＦＵＬＬ ｗｉｄｔｈ",
    "Москва́ и СССР",
    "Ελλάδα",
    "العربية",
    "עברית",
    "हिन्दी समाचार",
    "中国经济增长",
    "東京タワー",
    "한국어 뉴스",
    "ประเทศไทย",
    "ភាសាខ្មែរ",
    "emoji 🎉 party 👩‍👩‍👧",
    "zero\xE2\x80\x8Bwidth",
    "soft\xC2\xADhyphen",
    "tab\tand\nnewline",
    "a - b",
    "-",
    "--",
    "+",
    "- - -",
    "1-0",
    "3,000-strong",
    "the",
    "to be or not to be",
    "The Who",
    "IT",
    "x",
    "NOT a AND",
    "a AND OR b",
    "(a (b (c",
    "a) b) c)",
    "\"a\" \"b\" \"c",
    "since:then",
    "id:none",
    "published:soon",
    "THE MINISTER SAID THAT THE CATS AND THE DOGS DID NOT AGREE OR DISAGREE",
};

/// What is an instruction to leave out or to filter, or holds no word at all, finds other things.
bool is_instruction(const std::string& text) {
    return text == "-5°C" || text == "((" || text == "*" || text == "-" || text == "--" || text == "+" ||
           text == "- - -" || text == "NOT a AND";
}

}  // namespace

TEST_CASE("what people paste is found, and never an error") {
    SampleArchive archive;
    for (const std::string& text : pasted)
        archive.put("", "Filler. " + text + " Filler.");
    for (int i = 0; i < 30; ++i)
        archive.put("Other", "Rain fell all day.");
    for (std::size_t i = 0; i < pasted.size(); ++i) {
        INFO(pasted[i]);
        const auto result = search::run(archive.connection, {.query = pasted[i], .limit = 200});
        if (is_instruction(pasted[i])) continue;
        const auto id = static_cast<std::int64_t>(i + 1);
        CHECK(std::ranges::find(result.hits, id, &Hit::id) != result.hits.end());
    }
}

TEST_CASE("any bytes are a query") {
    SampleArchive archive;
    archive.put("Weapons", "Text.");
    std::uint32_t state = 7;
    const std::string alphabet = "ab \"()*+-:/\\'.\xC3\xA9\xE4\xB8\xAD\xFF\x01\nANDORNOTEAR5headline:tag";
    for (int round = 0; round < 2000; ++round) {
        std::string query;
        for (int i = 0; i < 30; ++i) {
            state = state * 1664525 + 1013904223;
            query += alphabet[(state >> 16) % alphabet.size()];
        }
        INFO(query);
        CHECK_NOTHROW(search::run(archive.connection, {.query = query}));
    }
    CHECK_NOTHROW(search::run(archive.connection, {.query = std::string("a\0b", 3)}));
    CHECK_NOTHROW(search::run(archive.connection, {.query = std::string(100000, 'a')}));
    std::string words;
    for (int i = 0; i < 20000; ++i)
        words += "w" + std::to_string(i) + " ";
    CHECK_NOTHROW(search::run(archive.connection, {.query = words}));
}
