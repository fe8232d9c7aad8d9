#include "output/add.hpp"
#include "output/article.hpp"
#include "output/search.hpp"
#include "output/text/layout.hpp"

#include <sstream>

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::output;

namespace {

template <typename Print>
std::string printed(const Print& print) {
    std::ostringstream out;
    print(out);
    return out.str();
}

/// Text in which every field holds sequences that a terminal would obey.
constexpr const char* hostile = "x\x1B]0;title\x07\x1B[2J\xC2\x9B\xE2\x80\xAE\rx";

bool is_harmless(const std::string& text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n') || byte == 0x7F) return false;
    }
    return text.find("\xC2\x9B") == std::string::npos && text.find("\xE2\x80\xAE") == std::string::npos;
}

Article hostile_article() {
    Article article;
    article.id = 1;
    article.headline = article.deck = article.credit = article.byline = article.language = hostile;
    article.key = article.path = article.added = hostile;
    article.dateline = Dateline{hostile, hostile, hostile, hostile};
    article.body = hostile;
    article.links = {{LinkKind::related, hostile, hostile, hostile, 2},
                     {LinkKind::body, hostile, {}, {}, {}}};
    article.notes = {{NoteKind::editor, hostile}};
    article.tags = article.warnings = {hostile};
    return article;
}

}  // namespace

TEST_CASE("an article is printed for reading") {
    Article article;
    article.id = 12;
    article.headline = "River port reopens after the flood of the century";
    article.credit = "The Harbour Post";
    article.byline = "Jane Roe";
    article.published = from_iso("2025-01-21");
    article.dateline = Dateline{"PORTVALE, Jan 21 -", "PORTVALE", {}, {}};
    article.words = 1;
    article.body = "Ships came back.\n\nCrews cheered.";
    article.links = {{LinkKind::related, {}, "A title", {}, 7},
                     {LinkKind::body, "https://example.org/a", {}, "example.org", {}}};
    article.notes = {{NoteKind::promotion, "Follow us"}};
    const std::string text =
        printed([&](std::ostream& out) { print_article(out, article, {.style = {}, .width = 40}); });
    CHECK(text ==
          "River port reopens after the flood of\n"
          "the century\n"
          "The Harbour Post · by Jane Roe ·\n"
          "2025-01-21\n"
          "id 12 · 1 word\n"
          "\n"
          "PORTVALE, Jan 21 - Ships came back.\n"
          "\n"
          "Crews cheered.\n"
          "\n"
          "Links\n"
          "  1  related: A title (id 7)\n"
          "  2  body: https://example.org/a\n"
          "\n"
          "Notes\n"
          "  promotion: Follow us\n");
}

TEST_CASE("an article of nothing but a body is printed without gaps") {
    Article article;
    article.body = "Ships came back.";
    CHECK(printed([&](std::ostream& out) { print_article(out, article, {}); }) ==
          "0 words\n\nShips came back.\n");
}

TEST_CASE("a row of a list fits its width and keeps its columns") {
    Article article;
    article.id = 7;
    article.headline = "River port reopens after the flood of the century";
    article.credit = "The Harbour Post of Portvale";
    article.published = from_iso("2025-01-21T14:05");
    const auto row = [&](const Layout& layout) {
        return printed([&](std::ostream& out) { print_row(out, article, layout); });
    };
    CHECK(row({.style = {}, .width = 60}) ==
          "     7  2025-01-21  The Harbour P…  River port reopens afte…\n");
    CHECK(row({.style = {}, .width = 40}) == "     7  2025-01-21  River port reopens …\n");
    CHECK(row({}) ==
          "7\t2025-01-21\tThe Harbour Post of Portvale\tRiver port reopens after the flood of the "
          "century\n");
    article.credit.reset();
    article.published.reset();
    article.headline.reset();
    CHECK(row({}) == "7\t-\t-\t(no headline)\n");
}

TEST_CASE("hits are printed with rank, marks and how many match") {
    SearchResult result;
    result.total = 42;
    result.total_all_words = 12;
    result.by_words = true;
    Hit hit;
    hit.rank = 9;
    hit.id = 3;
    hit.headline = "River port reopens";
    hit.headline_marks = {{6, 10}};
    hit.credit = "The Harbour Post";
    hit.published = from_iso("2025-01-21");
    hit.snippet = {"Ships came back to the port.", {{23, 27}}};
    result.hits = {hit, hit};
    result.hits[1].rank = 10;
    result.hits[1].headline.reset();
    result.hits[1].headline_marks.clear();
    result.hits[1].similar = 2;
    const auto text = [&](const Style& style) {
        return printed([&](std::ostream& out) {
            print_hits(out, result, {.style = style, .width = 30});
            print_totals(out, result, {});
        });
    };
    CHECK(text({}) ==
          " 9  River port reopens\n"
          "    The Harbour Post ·\n"
          "    2025-01-21 · id 3\n"
          "    Ships came back to the\n"
          "    port.\n"
          "\n"
          "10  (no headline)\n"
          "    The Harbour Post ·\n"
          "    2025-01-21 · id 3 · 2\n"
          "    similar\n"
          "    Ships came back to the\n"
          "    port.\n"
          "\n"
          "42 articles: 12 with all the words, 30 with some; shown: 9 to 10\n");
    CHECK(text({.color = true, .links = false}).find("River \x1B[1;31mport\x1B[0m reopens") !=
          std::string::npos);
}

TEST_CASE("facets stand between the hits and the totals") {
    SearchResult result;
    result.total = result.total_all_words = 12;
    result.by_words = true;
    result.facets = {{FacetField::credit, {{"The Harbour Post", 9}, {"Dyke\x07", 3}}}};
    CHECK(printed([&](std::ostream& out) { print_totals(out, result, {}); }) ==
          "credit\n      9  The Harbour Post\n      3  Dyke␇\n\n12 articles with all the words\n");
    result.facets = {{FacetField::tag, {{"war", 9}}, 30, 2}};
    CHECK(printed([&](std::ostream& out) { print_totals(out, result, {}); }) ==
          "tag\n      9  war\n      2  (none)\n         … 30 more values: --facet-values 31\n\n"
          "12 articles with all the words\n");
}

TEST_CASE("the totals say what matched") {
    const auto last = [](std::size_t total, std::size_t all) {
        SearchResult result;
        result.total = total;
        result.total_all_words = all;
        result.by_words = true;
        return printed([&](std::ostream& out) { print_totals(out, result, {}); });
    };
    CHECK(last(0, 0).empty());
    CHECK(last(1, 1) == "1 article with all the words\n");
    CHECK(last(5, 0) == "5 articles: 0 with all the words, 5 with some\n");
}

TEST_CASE("the totals are broken to fit a narrow terminal") {
    SearchResult result;
    result.total = 12;
    result.total_all_words = 3;
    result.by_words = true;
    CHECK(printed([&](std::ostream& out) { print_totals(out, result, {.style = {}, .width = 30}); }) ==
          "12 articles: 3 with all the\nwords, 9 with some\n");
}

TEST_CASE("an add says what became of each input") {
    const auto line = [](AddStatus status, bool dry_run) {
        AddResult result;
        result.status = status;
        result.id = 4;
        result.of = 2;
        result.headline = "River port reopens";
        return printed([&](std::ostream& out) { print_add_result(out, result, dry_run, {}); });
    };
    CHECK(line(AddStatus::added, false) == "added 4  River port reopens\n");
    CHECK(line(AddStatus::added, true) == "would add  River port reopens\n");
    CHECK(line(AddStatus::updated, false) == "updated 4  River port reopens\n");
    CHECK(line(AddStatus::duplicate, false) == "duplicate of 2  River port reopens\n");
    CHECK(line(AddStatus::near_duplicate, false) == "added 4  River port reopens  (much like 2)\n");
    CHECK(line(AddStatus::failed, false).empty());
}

TEST_CASE("nothing of an article, a file name or a query reaches the terminal raw") {
    const Article article = hostile_article();
    const Style links{.color = false, .links = true};
    const Layout layout{.style = {}, .width = 60};
    CHECK(is_harmless(printed([&](std::ostream& out) { print_article(out, article, layout); })));
    CHECK(is_harmless(printed([&](std::ostream& out) { print_article(out, article, {}); })));
    CHECK(is_harmless(printed([&](std::ostream& out) { print_article(out, article, {links, 60}); })));
    CHECK(is_harmless(printed([&](std::ostream& out) { print_row(out, article, layout); })));

    ParsedArticle parsed{.article = article, .lines = {{1, "paragraph", hostile, hostile}}};
    CHECK(is_harmless(printed([&](std::ostream& out) { print_explained(out, parsed, layout); })));

    Hit hit;
    hit.headline = hit.credit = hit.byline = hit.key = hostile;
    hit.snippet = {hostile, {{1, 3}}};
    hit.headline_marks = {{2, 5}};
    SearchResult result;
    result.total = 1;
    result.hits = {hit};
    CHECK(is_harmless(printed([&](std::ostream& out) { print_hits(out, result, layout); })));

    result.understood = hostile;
    result.explanation = Explanation{{{hostile, hostile, 1, 1, true}}, {}};
    CHECK(is_harmless(printed([&](std::ostream& out) { print_explanation(out, result, layout); })));

    AddResult added;
    added.status = AddStatus::added;
    added.headline = hostile;
    CHECK(is_harmless(printed([&](std::ostream& out) { print_add_result(out, added, false, {}); })));
    added.headline.reset();
    added.path = hostile;
    CHECK(is_harmless(printed([&](std::ostream& out) { print_add_result(out, added, false, {}); })));
}

TEST_CASE("explained lines show class and rule") {
    ParsedArticle parsed;
    parsed.length = 9;
    parsed.lines = {{1, "credit", "begins with the label Credit:", "Credit: A"}};
    CHECK(printed([&](std::ostream& out) { print_explained(out, parsed, {}); }) ==
          "(no headline)\n"
          "bytes 0 to 9\n"
          "    1 credit        Credit: A\n"
          "                    begins with the label Credit:\n");
}

TEST_CASE("an explained search shows words, weights and times") {
    SearchResult result;
    result.understood = "arms OR deals";
    result.explanation = Explanation{{{"arms", "arm", 12, 1.5, false}, {"kabul", "kabul", 3, 0.25, true}},
                                     {{"look up", 0.0015}}};
    CHECK(printed([&](std::ostream& out) { print_explanation(out, result, {}); }) ==
          "Understood as\n"
          "  arms OR deals\n"
          "    Weight  Articles  Word\n"
          "     1.500        12  arms (arm)\n"
          "     0.250         3  kabul  from feedback\n"
          "Time\n"
          "       1.5 ms  look up\n"
          "\n");
}

TEST_CASE("on a narrow terminal why a line was read so is broken, never cut") {
    ParsedArticle parsed;
    parsed.lines = {{1, "credit", "begins with the label Credit:", "Credit: The Harbour Post"}};
    CHECK(printed([&](std::ostream& out) { print_explained(out, parsed, {.style = {}, .width = 40}); }) ==
          "(no headline)\n"
          "bytes 0 to 0\n"
          "    1 credit        Credit: The Harbour…\n"
          "                    begins with the\n"
          "                    label Credit:\n");
}

TEST_CASE("a wide terminal shows more of a credit") {
    Article article;
    article.id = 1;
    article.credit = "The Association of Harbour Newspapers";
    article.headline = "Port reopens";
    CHECK(printed([&](std::ostream& out) { print_row(out, article, {.style = {}, .width = 140}); }) ==
          "     1  -           The Association of …  Port reopens\n");
}
