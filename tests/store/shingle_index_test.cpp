#include "store/duplicate/shingle_index.hpp"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "store/sql/connection.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace newsarc;
using namespace newsarc::store;

namespace {

constexpr std::size_t limit = 3;

/// The index as it is to be, in the plainest way.
struct Model {
    void put(std::int64_t article, const std::vector<std::int32_t>& sketch) {
        for (const std::int32_t value : sketch)
            articles[value].insert(article);
    }

    void remove(std::int64_t article, const std::vector<std::int32_t>& sketch) {
        for (const std::int32_t value : sketch)
            articles[value].erase(article);
    }

    std::vector<std::int64_t> find(const std::vector<std::int32_t>& sketch) {
        std::vector<std::int64_t> out;
        for (const std::int32_t value : sketch) {
            std::size_t left = limit;
            for (auto at = articles[value].rbegin(); at != articles[value].rend() && left > 0; ++at, --left)
                out.push_back(*at);
        }
        return out;
    }

    std::map<std::int32_t, std::set<std::int64_t>> articles;
};

/// Three values, each once; a small `range` makes many articles share them.
std::vector<std::int32_t> any_sketch(std::mt19937& random, unsigned range) {
    std::set<std::int32_t> out;
    while (out.size() < 3)
        out.insert(static_cast<std::int32_t>(random() % range) * 40'000 - 1'000'000'000);
    return {out.begin(), out.end()};
}

}  // namespace

TEST_CASE("articles are found by the values of their sketches, written or not") {
    const Connection archive("", Access::memory, std::chrono::milliseconds(0));
    ShingleIndex index(archive.database());
    Model model;
    std::mt19937 random(1);
    std::map<std::int64_t, std::vector<std::int32_t>> sketches;
    for (std::int64_t article = 1; article <= 4000; ++article) {
        const unsigned range = article % 2 == 0 ? 50 : 50'000;
        const auto sketch = any_sketch(random, range);
        REQUIRE(index.find(sketch, limit) == model.find(sketch));
        index.put(article, sketch);
        model.put(article, sketch);
        sketches[article] = sketch;
        if (random() % 10 == 0) {
            const std::int64_t old = 1 + static_cast<std::int64_t>(random() % sketches.size());
            index.remove(old, sketches[old]);
            model.remove(old, sketches[old]);
        }
        if (random() % 100 == 0) index.write();
    }
}

TEST_CASE("what another connection stores is found, whatever was known before") {
    const test::TemporaryFolder folder;
    const std::string path = folder / "archive.db";
    const Connection own(path, Access::create, std::chrono::milliseconds(0));
    const Connection other(path, Access::write, std::chrono::milliseconds(0));
    ShingleIndex index(own.database());
    std::mt19937 random(2);
    for (int batch = 0; batch < 3; ++batch) {  // enough for a filter
        Transaction transaction(own);
        for (int article = 1; article <= 1000; ++article)
            index.put(batch * 1000 + article, any_sketch(random, 50'000));
        index.write();
        transaction.commit();
    }
    const std::array<std::int32_t, 1> strange{7};
    CHECK(index.find(strange, limit).empty());
    index.write();
    {
        Transaction transaction(other);
        ShingleIndex others(other.database());
        others.put(9000, strange);
        others.write();
        transaction.commit();
    }
    Transaction transaction(own);
    CHECK(index.find(strange, limit) == std::vector<std::int64_t>{9000});
}
