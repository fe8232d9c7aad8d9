#include "search/plan/listing.hpp"

#include "sample_archive.hpp"
#include "search/search.hpp"
#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace newsarc;

namespace {

using Ids = std::vector<std::int64_t>;

struct DatedArchive : SampleArchive {
    DatedArchive() {
        add("Ferry runs aground", "2025-01-21", "Harbour Wire");
        add("Ferry stays in port", "", "Island Gazette");
        add("Bridge closes", "2025-03", "Harbour Wire");
        add("Ferry returns", "2024", "Harbour Wire");
    }

    void add(const std::string& headline, const std::string& published, const std::string& credit) {
        Article article;
        article.headline = headline;
        article.published = from_iso(published);
        article.credit = credit;
        put(article);
    }

    [[nodiscard]] Ids listed(const ListRequest& request) const {
        Ids ids;
        search::list(connection, request, [&](const Article& article) {
            ids.push_back(*article.id);
            return true;
        });
        return ids;
    }
};

}  // namespace

TEST_CASE("a list takes an order, a limit and an offset") {
    const DatedArchive archive;
    CHECK(archive.listed({}) == Ids{3, 1, 4, 2});
    CHECK(archive.listed({.order = ListOrder::oldest}) == Ids{4, 1, 3, 2});
    CHECK(archive.listed({.order = ListOrder::newest, .limit = 2, .offset = 1}) == Ids{1, 4});
    CHECK(archive.listed({.limit = 0}).empty());
    CHECK(archive.listed({.offset = 4}).empty());
}

TEST_CASE("a query narrows a list to the articles that hold every word, in the order asked for") {
    const DatedArchive archive;
    const auto listed = [&](const std::string& query, ListOrder order = ListOrder::newest) {
        ListRequest request{.order = order};
        request.query = query;
        return archive.listed(request);
    };
    CHECK(listed("ferry") == Ids{1, 4, 2});
    CHECK(listed("ferry", ListOrder::added) == Ids{4, 2, 1});
    CHECK(listed("ferry credit:harbour") == Ids{1, 4});
    CHECK(listed("ferry port") == Ids{2});
    CHECK(listed("published:2025") == Ids{3, 1});
    CHECK(listed("-ferry") == Ids{3});
    CHECK(listed("*") == Ids{3, 1, 4, 2});
    CHECK(listed("zeppelin").empty());
    ListRequest page{.limit = 1, .offset = 1};
    page.query = "ferry";
    CHECK(archive.listed(page) == Ids{4});
}

TEST_CASE("what a list could not take of a query is told") {
    const DatedArchive archive;
    const auto none = [](const Article&) { return true; };
    ListRequest request;
    CHECK(search::list(archive.connection, request, none).empty());
    request.query = "";
    CHECK(search::list(archive.connection, request, none) ==
          std::vector<std::string>{"the query holds nothing to look for; * finds all"});
    CHECK(archive.listed(request).empty());
}

TEST_CASE("a search tells the newest id there is, and can be kept to later articles") {
    const DatedArchive archive;
    const SearchResult all = search::run(archive.connection, {.query = "ferry"});
    CHECK(all.total == 3);
    CHECK(all.last_id == 4);
    const SearchResult later = search::run(archive.connection, {.query = "ferry port", .after = 2});
    CHECK(later.total == 1);
    CHECK(later.total_all_words == 0);
    REQUIRE(later.hits.size() == 1);
    CHECK(later.hits[0].id == 4);
    const SearchResult none = search::run(archive.connection, {.query = "ferri", .after = 4});
    CHECK(none.total == 0);
    CHECK_FALSE(none.suggestion);
    CHECK(search::run(SampleArchive().connection, {.query = "x"}).last_id == 0);
}
