#include "output/changes.hpp"

#include <sstream>

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::output;

namespace {

Article sample() {
    Article article;
    article.id = 12;
    article.uid = "8f3a";
    article.headline = "Port\x1B[31m reopens";
    article.tags = {"a", "b"};
    return article;
}

template <typename Print>
std::string text_of(const Print& print) {
    std::ostringstream out;
    print(out);
    return out.str();
}

}  // namespace

TEST_CASE("what was done to an article is one harmless line") {
    CHECK(text_of([](std::ostream& out) { print_changed(out, "removed", sample(), "", {}); }) ==
          "removed 12  Port\u241B[31m reopens\n");
    Article bare = sample();
    bare.headline.reset();
    CHECK(text_of([&](std::ostream& out) { print_changed(out, "tagged", bare, "(a\nb)", {}); }) ==
          "tagged 12  (no headline)  (a b)\n");
}

TEST_CASE("tags are listed with their counts below each other") {
    const Facet tags{FacetField::tag,
                     {{"river", 12},
                      {"dr\x07"
                       "aft",
                       3}}};
    CHECK(text_of([&](std::ostream& out) { print_tags(out, tags, {}); }) == "12  river\n 3  dr\u2407aft\n");
    CHECK(tags_json({FacetField::tag, {{"river", 12}}}) == R"({"tags":[{"value":"river","count":12}]})");
}

TEST_CASE("changes as JSON") {
    Article article = sample();
    article.headline.reset();
    CHECK(
        removed_json(std::vector{article}, {"99"}, true) ==
        R"({"removed":[{"id":12,"uid":"8f3a","key":null,"headline":null}],"missing":["99"],"dry_run":true})");
    CHECK(tagged_json(std::vector{article}, 3, {}, false) ==
          R"({"changed":[{"id":12,"uid":"8f3a","key":null,"headline":null,"tags":["a","b"]}],"unchanged":3,)"
          R"("missing":[],"dry_run":false})");
    CHECK(optimized_json({2500000, 1000}) == R"({"bytes_before":2500000,"bytes_after":1000})");
    CHECK(text_of([](std::ostream& out) {
              print_optimized(out, {2500000, 1000});
          }) == "2.50 MB before, 0.00 MB now\n");
}
