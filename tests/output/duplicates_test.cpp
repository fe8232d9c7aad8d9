#include <sstream>

#include "output/add.hpp"
#include "output/duplicates.hpp"
#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::output;

namespace {

Cluster sample() {
    ClusterMember first;
    first.id = 3;
    first.uid = "8f3a";
    first.headline = "River port reopens";
    first.credit = "Harbour Post";
    first.published = from_iso("2025-01-21");
    first.of = 12;
    first.similarity = 0.999;
    ClusterMember second;
    second.id = 12;
    second.uid = "9a11";
    second.of = 3;
    second.similarity = 1;
    return {{first, second}};
}

std::string text_of(const Cluster& cluster, std::optional<std::size_t> width) {
    std::ostringstream out;
    print_cluster(out, cluster, {.style = {}, .width = width});
    return out.str();
}

}  // namespace

TEST_CASE("a cluster is a line a member, and 100 % means all") {
    CHECK(text_of(sample(), {}) ==
          "99 % like 12\t3\t2025-01-21\tHarbour Post\tRiver port reopens\n"
          "100 % like 3\t12\t-\t-\t(no headline)\n");
    CHECK(text_of(sample(), 48) ==
          "99 % like 12     3  2025-01-21  River port reop\u2026\n"
          "100 % like 3    12  -           (no headline)\n");
}

TEST_CASE("near duplicates of an article are named in one line") {
    Cluster cluster = sample();
    const auto line = [&](std::int64_t id) {
        std::ostringstream out;
        print_near_duplicates(out, cluster, id, {});
        return out.str();
    };
    CHECK(line(3) == "\nNear duplicates: id 12\n");
    CHECK(line(12) == "\nNear duplicates: id 3\n");
    for (std::int64_t id = 20; id < 60; ++id) {
        cluster.members.push_back(cluster.members[1]);
        cluster.members.back().id = id;
    }
    CHECK(line(3) ==
          "\nNear duplicates: id 12, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, "
          "36, 37, 38 and 21 more\n");
}

TEST_CASE("a cluster as JSON") {
    CHECK(cluster_json(sample()) ==
          R"({"size":2,"articles":[{"id":3,"uid":"8f3a","key":null,"headline":"River port reopens",)"
          R"("credit":"Harbour Post","published":"2025-01-21","of":12,"similarity":0.999},)"
          R"({"id":12,"uid":"9a11","key":null,"headline":null,"credit":null,"published":null,"of":3,)"
          R"("similarity":1.0}]})");
}

TEST_CASE("a near duplicate that was passed over has no id to tell") {
    AddResult result;
    result.status = AddStatus::near_duplicate;
    result.headline = "River port reopens";
    result.of = 3;
    std::ostringstream out;
    print_add_result(out, result, false, {});
    CHECK(out.str() == "passed over, much like 3  River port reopens\n");
}
