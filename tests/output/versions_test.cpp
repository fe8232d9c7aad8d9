#include "output/versions.hpp"
#include "output/text/layout.hpp"

#include <sstream>

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::output;

namespace {

Article article_of(const std::string& headline, const std::string& body) {
    Article out;
    out.id = 7;
    out.headline = headline;
    out.body = body;
    return out;
}

std::string difference(const Article& from, const Article& to, const Layout& layout = {}) {
    std::ostringstream out;
    print_difference(out, {1, 2, from, to}, layout);
    return out.str();
}

}  // namespace

TEST_CASE("a difference shows what went and what came, and a part around") {
    Article from = article_of("Port Reopens", "One.\n\nTwo here.\n\nThree.\n\nFour.\n\nFive.\n\nSix.");
    Article to =
        article_of("Port Reopens", "One.\n\nTwo there.\n\nThree.\n\nFour.\n\nFive.\n\nSix.\n\nSeven.");
    from.credit = "Harbour Post";
    to.byline = "Jane Roe";
    to.links = {{LinkKind::related, {}, "Council Votes", {}, {}, "READ ALSO"}};
    to.notes = {{NoteKind::correction, "It was there."}};
    CHECK(difference(from, to) ==
          "--- version 1\n"
          "+++ version 2\n"
          "  headline: Port Reopens\n"
          "- credit: Harbour Post\n"
          "+ byline: Jane Roe\n"
          "  One.\n"
          "- Two here.\n"
          "+ Two there.\n"
          "  Three.\n"
          "  ...\n"
          "  Six.\n"
          "+ Seven.\n"
          "+ READ ALSO: Council Votes\n"
          "+ correction: It was there.\n");
}

TEST_CASE("on a terminal the words that differ are marked, and nothing of the text is obeyed") {
    const Article from = article_of("Port", "The old ferry came back.");
    const Article to = article_of("Port", "The new ferry came back \x1B[2J.");
    const std::string out = difference(from, to, {.style = {.color = true}, .width = 80});
    CHECK(out.find("The \x1B[1;31mold\x1B[0m ferry came ") != std::string::npos);
    CHECK(out.find("The \x1B[1;31mnew\x1B[0m ferry came ") != std::string::npos);
    CHECK(out.find("\x1B[2J") == std::string::npos);
}

TEST_CASE("a difference as JSON holds what changed alone") {
    CHECK(difference_json({1, 2, article_of("Port", "One.\n\nTwo."), article_of("Quay", "One.")}) ==
          R"({"id":7,"from":1,"to":2,"changes":[{"part":"headline","from":"Port","to":"Quay"},)"
          R"({"part":"paragraph","from":"Two.","to":null}]})");
}

TEST_CASE("below an article it is said how its former versions are seen") {
    std::ostringstream out;
    print_former_versions(out, 0, 7, {});
    CHECK(out.str().empty());
    print_former_versions(out, 2, 7, {});
    CHECK(out.str() == "\n2 former versions: newsarc show --versions 7\n");
}

TEST_CASE("versions are listed with their numbers, the newest last") {
    const std::vector<Version> versions{{1, "aa", "2026-11-23T10:00:00Z", "Port Reopens", 12},
                                        {2, "bb", std::nullopt, std::nullopt, 1}};
    std::ostringstream out;
    print_versions(out, versions, {});
    CHECK(out.str() ==
          "   1  until 2026-11-23 10:00 UTC     12 words  Port Reopens\n"
          "   2  now                              1 word  (no headline)\n");
    std::ostringstream narrow;
    Layout layout;
    layout.width = 40;
    print_versions(narrow, std::span(versions).first(1), layout);
    CHECK(narrow.str() == "   1  until 2026-11-23 10:00 UTC, 12\n      words\n      Port Reopens\n");
    CHECK(versions_json(7, versions) ==
          R"({"id":7,"versions":[{"number":1,"uid":"aa","replaced":"2026-11-23T10:00:00Z",)"
          R"("headline":"Port Reopens","words":12},)"
          R"({"number":2,"uid":"bb","replaced":null,"headline":null,"words":1}]})");
}
