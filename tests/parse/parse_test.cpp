#include <newsarc/error.hpp>
#include <newsarc/parse.hpp>

#include "support/catch.hpp"

#include <string>

using namespace newsarc;

namespace {

const std::string harbour = R"(Credit: Coast Wire

Harbour Council Delays Vote on Ferry Fares

The harbour council has put off its vote on ferry fares until the spring.

“Nobody is served by a rushed decision,” the chair told reporters.

READ ALSO: )"
                            "\u00A0"
                            R"(Storm Damages Two Piers at Easthaven

The fares have not changed since 2019.

Follow the Coast Wire channel on WhatsApp: )"
                            "\u00A0"
                            R"(https://whatsapp.com/channel/0000example
)";

Article only(const std::string& text, const ParseOptions& options = {}) {
    auto parsed = parse(text, options);
    REQUIRE(parsed.size() == 1);
    return parsed.front().article;
}

}  // namespace

TEST_CASE("an article with credit, related line and promotion is read into its fields") {
    const Article article = only(harbour);
    CHECK(article.credit == "Coast Wire");
    CHECK(article.headline == "Harbour Council Delays Vote on Ferry Fares");
    CHECK(article.body ==
          "The harbour council has put off its vote on ferry fares until the spring.\n\n"
          "“Nobody is served by a rushed decision,” the chair told reporters.\n\n"
          "The fares have not changed since 2019.");
    REQUIRE(article.links.size() == 2);
    CHECK(article.links[0].kind == LinkKind::related);
    CHECK(article.links[0].title == "Storm Damages Two Piers at Easthaven");
    CHECK(article.links[0].label == "READ ALSO");
    CHECK_FALSE(article.links[0].url);
    CHECK(article.links[1].kind == LinkKind::promotion);
    CHECK(article.links[1].url == "https://whatsapp.com/channel/0000example");
    CHECK(article.links[1].host == "whatsapp.com");
    CHECK_FALSE(article.links[1].title);
    REQUIRE(article.notes.size() == 1);
    CHECK(article.notes[0].kind == NoteKind::promotion);
    CHECK(article.notes[0].text ==
          "Follow the Coast Wire channel on WhatsApp: https://whatsapp.com/channel/0000example");
    CHECK(article.language == "en");
    CHECK(article.words == 39);
    CHECK(article.warnings.empty());
}

TEST_CASE("explain tells each line's type and rule") {
    const auto explained = explain(harbour);
    REQUIRE(explained.size() == 1);
    const auto& lines = explained.front().lines;
    REQUIRE(lines.size() == 7);
    CHECK(lines[0].number == 1);
    CHECK(lines[0].type == "credit");
    CHECK(lines[0].rule == "credit label: `credit:` (en)");
    CHECK(lines[4].number == 9);
    CHECK(lines[4].type == "related");
    CHECK(lines[6].type == "promotion");
    CHECK(parse(harbour).front().lines.empty());
}

TEST_CASE("what is no article") {
    CHECK(parse("").empty());
    CHECK(parse(" \n\t\n").empty());
    CHECK_THROWS_AS(parse("%PDF-1.7 ..."), Error);
    ParseOptions unknown;
    unknown.encoding = "no-such-charset";
    CHECK_THROWS_AS(parse("text", unknown), Error);
}
