#include "search/show/snippet.hpp"

#include "query/parser.hpp"
#include "sample_archive.hpp"
#include "search/plan/plan.hpp"
#include "support/catch.hpp"

#include <string>

using namespace newsarc;
using namespace newsarc::search;

namespace {

/// The snippet with its marks in brackets.
std::string snippet(const std::string& query, const std::string& text) {
    static const SampleArchive archive;
    static const store::Analyses analyses;
    const query::Node tree = query::parse(query).tree;
    const Plan plan = make_plan(tree, query, Match::best, {analyses, {}, tree});
    const Snippet made = make_snippet(text, text::stock_analysis, Marker(plan.terms, analyses));
    std::string out;
    std::size_t at = 0;
    for (const Range& mark : made.marks) {
        out += made.text.substr(at, mark.begin - at) + "[" +
               made.text.substr(mark.begin, mark.end - mark.begin) + "]";
        at = mark.end;
    }
    return out + made.text.substr(at);
}

std::string repeat(const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i)
        out += text;
    return out;
}

}  // namespace

TEST_CASE("words of the query are marked as the index finds them") {
    struct Row {
        std::string query, text, snippet;
    };
    for (const auto& row : {
             Row{"weapons", "A weapon, weapons.", "A [weapon], [weapons]."},
             Row{"zurich", "In Zürich.", "In [Zürich]."},
             Row{"\"the who\"", "The one who saw the Who", "The one who saw [the Who]"},
             Row{"US", "The U.S. army", "The [U.S]. army"},
             Row{"U.S.", "Give US some", "Give [US] some"},
             Row{"U.S.", "They used the US base", "They used the [US] base"},
             Row{"use", "They used the US base", "They [used] the US base"},
             Row{"\"US base\"", "They use base X, not the US base", "They use base X, not the [US base]"},
             Row{"weap*", "weapons weapnos reap", "[weapons] [weapnos] reap"},
             Row{"中国经济", "说中国经济好", "说[中国经济]好"},
             Row{"ไทย", "ประเทศไทย", "ประเทศ[ไทย]"},
             Row{"pakistan", "Pakistan’s army", "[Pakistan]’s army"},
             Row{"army -weapons", "army weapons", "[army] weapons"},
             Row{"absent", "A text.\n\nOf two paragraphs.", "A text. Of two paragraphs."},
             Row{"x", "", ""},
         }) {
        INFO(row.query);
        CHECK(snippet(row.query, row.text) == row.snippet);
    }
}

TEST_CASE("the passage with the most different words is shown") {
    const std::string filler = repeat("Nothing of note was said there. ", 20);
    const std::string text =
        "Weapons, weapons, weapons. " + filler + "Later the Taliban took weapons. " + filler;
    const std::string shown = snippet("taliban weapons", text);
    CHECK(shown.starts_with("… "));
    CHECK(shown.find("the [Taliban] took [weapons].") != std::string::npos);
    CHECK(shown.ends_with(" …"));
    CHECK(shown.size() < snippet_bytes + 60);
}

TEST_CASE("a snippet is cut at word edges, and never inside a character") {
    const std::string words = repeat("word ", 1000);
    const std::string shown = snippet("needle", words + "needle " + words);
    CHECK(shown.starts_with("… word "));
    CHECK(shown.ends_with(" word …"));
    const std::string unbroken = snippet("absent", repeat("é", 10000));
    CHECK(unbroken.ends_with("é …"));
}

TEST_CASE("the work on a snippet is bounded by the first piece with a word in it") {
    CHECK(snippet("needle", repeat("needle ", 300000)).starts_with("[needle] [needle] "));
    CHECK(snippet("needle", repeat("hay ", 100000) + "needle").ends_with("hay [needle]"));
    CHECK(snippet("needle", repeat("x", 1000000)).size() < 2 * snippet_bytes);
}
