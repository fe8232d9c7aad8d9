#include "store/select/saved_searches.hpp"

#include <newsarc/error.hpp>

#include <chrono>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/error_code.hpp"

using namespace newsarc;
using namespace newsarc::store;

namespace {

Connection memory() {
    return Connection(":memory:", Access::memory, std::chrono::milliseconds(0));
}

}  // namespace

TEST_CASE("saved searches are kept by name, and replaced and removed by it") {
    const Connection connection = memory();
    CHECK(saved_searches(connection).empty());
    const SavedSearch border{"border", "\"border crossing\"", "2026-11-23T10:00:00Z", 7};
    const SavedSearch arms{"arms", "weapons OR arms", "2026-11-23T11:00:00Z", 0};
    save_search(connection, border);
    save_search(connection, arms);
    CHECK(saved_searches(connection) == std::vector<SavedSearch>{arms, border});
    CHECK(find_saved_search(connection, "border") == border);
    CHECK_FALSE(find_saved_search(connection, "Border"));

    const SavedSearch other{"border", "checkpoint", "2026-11-24T10:00:00Z", 9};
    save_search(connection, other);
    CHECK(find_saved_search(connection, "border") == other);
    CHECK(remove_saved_search(connection, "border"));
    CHECK_FALSE(remove_saved_search(connection, "border"));
    CHECK(saved_searches(connection) == std::vector<SavedSearch>{arms});
}

TEST_CASE("what a saved search has seen only grows") {
    const Connection connection = memory();
    save_search(connection, {"a", "x", "2026-11-23T10:00:00Z", 5});
    mark_seen(connection, "a", 9);
    CHECK(find_saved_search(connection, "a")->seen == 9);
    mark_seen(connection, "a", 3);
    CHECK(find_saved_search(connection, "a")->seen == 9);
    mark_seen(connection, "nobody", 3);
    CHECK(saved_searches(connection).size() == 1);
}

TEST_CASE("a name is what can be typed behind an @ without quotes") {
    const Connection connection = memory();
    for (const std::string name : {"a", "taliban-weapons", "2025_q1", "v1.2", "Zürich", "北京"}) {
        INFO(name);
        save_search(connection, {name, "x", "2026-11-23T10:00:00Z", 0});
        CHECK(find_saved_search(connection, name).has_value());
    }
    for (const std::string& name : {std::string(), std::string("a b"), std::string("@a"), std::string("a/b"),
                                    std::string("a\nb"), std::string("\xff"), std::string(65, 'a')}) {
        INFO(name);
        CHECK(test::code_of([&] {
                  save_search(connection, {name, "x", "2026-11-23T10:00:00Z", 0});
              }) == ErrorCode::usage);
    }
}
