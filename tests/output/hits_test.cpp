#include "output/search.hpp"
#include "output/text/pattern.hpp"

#include "support/catch.hpp"

#include <sstream>

using namespace newsarc;

namespace {

SearchResult result() {
    SearchResult out;
    Hit first;
    first.rank = 1;
    first.score = 2.5;
    first.id = 7;
    first.uid = "8f3a";
    first.key = "cms-7";
    first.headline = "Port, \"reopened\"";
    first.credit = "=cmd()";
    first.published = from_iso("2025-01-21");
    first.tags = {"ports", "rivers"};
    first.snippet.text = "The port\x1B[31m\nreopened.";
    Hit second;
    second.rank = 2;
    second.score = 1.0 / 3;
    second.id = 8;
    second.uid = "77aa";
    second.key = "two words";
    out.hits = {first, second};
    return out;
}

template <typename Print>
std::string printed(Print&& print) {
    std::ostringstream out;
    print(out);
    return out.str();
}

}  // namespace

TEST_CASE("hits are printed as a run for trec_eval") {
    CHECK(printed([](std::ostream& out) { output::print_hits_trec(out, "51", result()); }) ==
          "51 Q0 cms-7 1 2.5 newsarc\n"
          "51 Q0 77aa 2 0.333333333 newsarc\n");
}

TEST_CASE("hits are printed as CSV, harmless to spreadsheets") {
    CHECK(printed([](std::ostream& out) { output::print_hits_csv(out, result()); }) ==
          "rank,score,id,uid,key,headline,credit,byline,published,tags,snippet\r\n"
          "1,2.5,7,8f3a,cms-7,\"Port, \"\"reopened\"\"\",\"'=cmd()\",,2025-01-21,ports;rivers,\"The "
          "port\x1B[31m\nreopened.\"\r\n"
          "2,0.333333333,8,77aa,two words,,,,,,\r\n");
}

TEST_CASE("hits are printed in a pattern of the user's, cleaned and on one line each") {
    const output::Pattern pattern("{id}: {published:%Y} {headline} [{snippet}]", output::hit_fields);
    CHECK(printed([&](std::ostream& out) { output::print_hits_pattern(out, pattern, result()); }) ==
          "7: 2025 Port, \"reopened\" [The port␛[31m reopened.]\n"
          "8:   []\n");
}

TEST_CASE("hits are printed as JSON, one a line") {
    const std::string text = printed([](std::ostream& out) { output::print_hits_jsonl(out, result()); });
    CHECK(std::count(text.begin(), text.end(), '\n') == 2);
    CHECK(text.find(R"({"rank":1,"score":2.5,"id":7)") == 0);
}
