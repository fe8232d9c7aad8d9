#include <newsarc/archive.hpp>

#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace newsarc;

namespace {

const std::string port_story =
    "The river port of Portvale reopened on Monday, and the first grain barges came back to its quays "
    "after three weeks of dredging. Crews worked by night to clear the silt that the flood had left.\n\n"
    "The harbour master thanked the volunteers who had filled sandbags along the lower basin, and said "
    "that the lock at Old Mill would follow within a fortnight if the weather held.\n\n"
    "Shippers had sent their loads by road for as long as the basin was closed, at twice the price.";
const std::string other_story =
    "The council voted on Tuesday to raise the dykes along the river by a metre, over the protests of "
    "farmers upstream who fear that the water will now stand in their meadows for most of the spring.";

Archive memory() {
    return Archive::open("", Archive::Mode::memory);
}

Article record(const std::string& headline, const std::string& body) {
    Article article;
    article.headline = headline;
    article.body = body;
    return article;
}

AddResult add(Archive& archive, const Article& article,
              NearDuplicatePolicy policy = NearDuplicatePolicy::keep) {
    AddOptions options;
    options.added = "2026-11-23T10:00:00Z";
    options.near_duplicates = policy;
    return archive.add_records(std::vector<Article>{article}, options).at(0);
}

AddResult add_file(Archive& archive, const std::string& text,
                   NearDuplicatePolicy policy = NearDuplicatePolicy::keep, bool dry_run = false) {
    AddOptions options;
    options.added = "2026-11-23T10:00:00Z";
    options.near_duplicates = policy;
    options.dry_run = dry_run;
    return archive.add(std::vector<Source>{{"a.txt", text, 0100644, 0}}, options).at(0);
}

}  // namespace

TEST_CASE("a reprint under another headline is stored, and what it resembles is named") {
    Archive archive = memory();
    CHECK(add(archive, record("Port reopens", port_story)).status == AddStatus::added);
    CHECK(add(archive, record("Higher dykes", other_story)).status == AddStatus::added);
    const AddResult result = add(archive, record("Barges are back", port_story + " It is over."));
    CHECK(result.status == AddStatus::near_duplicate);
    CHECK(result.id == 3);
    CHECK(result.of == 1);
    REQUIRE(result.similarity);
    CHECK(*result.similarity > .9);
    CHECK(*result.similarity < 1);
    CHECK(archive.count() == 3);
    CHECK(archive.search({.query = "is:duplicate"}).hits.at(0).id == 3);
    CHECK(archive.search({.query = "is:duplicate"}).total == 1);

    const auto cluster = archive.duplicates_of(1);
    REQUIRE(cluster);
    REQUIRE(cluster->members.size() == 2);
    CHECK(cluster->members[1].headline == "Barges are back");
    CHECK(cluster->members[1].of == 1);
    CHECK(cluster->members[1].similarity == *result.similarity);
    CHECK_FALSE(archive.duplicates_of(2));
}

TEST_CASE("near duplicates can be passed over") {
    Archive archive = memory();
    add(archive, record("Port reopens", port_story));
    const AddResult result =
        add(archive, record("Barges are back", port_story + " It is over."), NearDuplicatePolicy::skip);
    CHECK(result.status == AddStatus::near_duplicate);
    CHECK_FALSE(result.id);
    CHECK(result.of == 1);
    const AddResult file =
        add_file(archive, "Barges are back\n\n" + port_story + "\n", NearDuplicatePolicy::skip);
    CHECK(file.status == AddStatus::near_duplicate);
    CHECK_FALSE(file.id);
    CHECK(archive.count() == 1);
    CHECK(add(archive, record("Higher dykes", other_story), NearDuplicatePolicy::skip).status ==
          AddStatus::added);
}

TEST_CASE("a dry run tells of near duplicates and leaves no trace of them") {
    Archive archive = memory();
    add_file(archive, "Port reopens\n\n" + port_story + "\n");
    CHECK(add_file(archive, "Barges are back\n\n" + port_story + "\n", NearDuplicatePolicy::keep, true)
              .status == AddStatus::near_duplicate);
    CHECK_FALSE(archive.duplicates_of(1));
    CHECK(add_file(archive, "Barges are back\n\n" + port_story + "\n").id == 2);
    CHECK(archive.duplicates_of(1));
}

TEST_CASE("an update that says something else leaves its cluster") {
    Archive archive = memory();
    add(archive, record("Port reopens", port_story));
    Article reprint = record("Barges are back", port_story);
    reprint.key = "k";
    add(archive, reprint);
    CHECK(archive.duplicates_of(2));
    reprint.body = other_story;
    CHECK(add(archive, reprint).status == AddStatus::updated);
    CHECK_FALSE(archive.duplicates_of(1));
    CHECK(archive.search({.query = "is:duplicate"}).total == 0);
}

TEST_CASE("a search tells how many near duplicates a hit has, and can show one of each cluster") {
    Archive archive = memory();
    add(archive, record("Port reopens", port_story));
    add(archive, record("Barges are back", port_story));
    add(archive, record("Barges, grain barges, at the port", port_story));
    add(archive, record("Higher dykes", other_story));
    for (const Sort sort : {Sort::relevance, Sort::newest}) {
        SearchRequest request{.query = "barges OR dykes", .sort = sort};
        const SearchResult all = archive.search(request);
        REQUIRE(all.hits.size() == 4);
        CHECK(all.total == 4);
        request.group = true;
        const SearchResult grouped = archive.search(request);
        REQUIRE(grouped.hits.size() == 2);
        CHECK(grouped.total == 2);
        for (const Hit& hit : grouped.hits)
            CHECK(hit.similar == (hit.id == 4 ? 0 : 2));
        CHECK(grouped.hits[0].id == all.hits[0].id);
        CHECK(grouped.hits[1].rank == 2);
        request.limit = 1;
        request.offset = 1;
        CHECK(archive.search(request).hits.at(0).id == grouped.hits[1].id);
        request.offset = 2;
        CHECK(archive.search(request).hits.empty());
        request.limit = 0;
        CHECK(archive.search(request).total == 2);
    }
    const SearchResult best = archive.search({.query = "grain barges port", .group = true});
    REQUIRE(best.hits.size() == 1);
    CHECK(best.hits[0].id == 3);
}

TEST_CASE("related articles are others than near duplicates") {
    Archive archive = memory();
    add(archive, record("Port reopens", port_story));
    add(archive, record("Barges are back", port_story));
    add(archive, record("Dredging of the basin ends", "Crews cleared the silt from the lock at Old Mill."));
    for (int i = 0; i < 60; ++i) {
        const std::string number = std::to_string(i);
        add(archive, record("Report " + number, "Nothing new in town" + number + "."));
    }
    const SearchResult related = archive.related({.id = 1});
    REQUIRE(related.hits.size() == 1);
    CHECK(related.hits[0].id == 3);
}
