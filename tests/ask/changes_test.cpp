// What is done to articles without a command line: values by name, and a person who may be asked or not.

#include "ask/change/change.hpp"

#include <set>
#include <sstream>

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::ask;

namespace {

struct Told {
    bool done = false;
    std::string out;
    std::vector<std::string> notes;
    std::vector<std::string> errors;
};

Archive sample() {
    Archive archive = Archive::open({}, Archive::Mode::memory);
    std::vector<Source> sources(2);
    sources[0].bytes = "Credit: Harbour Post\n\nPort Reopens\n\nBarges came back to Portvale.\n";
    sources[1].bytes = "Credit: Dyke Weekly\n\nCouncil Votes for Dykes\n\nThe council of Portvale voted.\n";
    AddOptions options;
    options.added = "2025-01-21T10:00:00Z";
    archive.add(sources, options);
    return archive;
}

Told carry_out(Archive& archive, std::string_view name, const Values& values, bool json = false,
               std::optional<bool> person = std::nullopt, bool quiet = false) {
    const auto change = change_named(name).make();
    give(*change, values, json);
    Told told;
    std::ostringstream out;
    Reply reply{.out = out, .data = out, .now = 1'750'000'000, .quiet = quiet};
    reply.note = [&](std::string_view note) { told.notes.emplace_back(note); };
    reply.error = [&](const Error& error) { told.errors.emplace_back(error.what()); };
    if (person) reply.confirmed = [&](std::string_view) { return *person; };
    told.done = change->carry_out(archive, reply);
    told.out = out.str();
    return told;
}

}  // namespace

TEST_CASE("a change says by what names it takes which values, as questions do") {
    std::set<std::string_view> names;
    for (const ChangeRow& row : changes) {
        CAPTURE(row.name);
        CHECK(names.insert(row.name).second);
        CHECK_FALSE(row.summary.empty());
        const auto change = row.make();
        Parameters parameters;
        change->declare(parameters);
        CHECK(parameters.find("--query") != nullptr);
        REQUIRE(parameters.operand());
        CHECK(parameters.operand()->name() == "id");
        const auto bare = row.make();
        CHECK_THROWS_AS(give(*bare, {}, true), Error);
    }
}

TEST_CASE("tags are given and taken away by name") {
    Archive archive = sample();
    const Told told =
        carry_out(archive, "tag", {{"id", "1"}, {"id", "9"}, {"add", "-port"}, {"add", "b"}}, true);
    CHECK_FALSE(told.done);
    CHECK(told.errors == std::vector<std::string>{"no article has the id 9"});
    CHECK(archive.find(1)->tags == std::vector<std::string>{"-port", "b"});
    CHECK(carry_out(archive, "tag", {{"query", "barges"}, {"remove", "b"}}).out ==
          "tagged 1  Port Reopens  (-port)\n");
    CHECK(carry_out(archive, "tag", {{"rename", "-port"}, {"add", "port"}}).done);
    CHECK(archive.find(1)->tags == std::vector<std::string>{"port"});
    CHECK(carry_out(archive, "tag", {{"query", "barges"}, {"add", "c"}}, false, {}, true).out.empty());

    const auto tags = question_named("tags").make();
    give(*tags, {}, true);
    std::ostringstream out;
    CHECK(tags->answer(archive, {.out = out, .data = out}));
    CHECK(out.str() == R"({"tags":[{"value":"c","count":1},{"value":"port","count":1}]})"
                       "\n");
}

TEST_CASE("fields are changed by name, and the moment is the one that was given") {
    Archive archive = sample();
    const Told told = carry_out(archive, "edit", {{"id", "1"}, {"id", "2"}, {"set", "credit=Post"}});
    CHECK(told.done);
    CHECK(told.out == "changed 1  Port Reopens\nchanged 2  Council Votes for Dykes\n");
    CHECK(archive.find(2)->credit == "Post");
    CHECK(archive.versions(1)[0].replaced == "2025-06-15T15:06:40Z");
    CHECK(carry_out(archive, "edit", {{"id", "1"}, {"set", "credit=Post"}}).notes ==
          std::vector<std::string>{"nothing was changed"});
    CHECK_THROWS_WITH(carry_out(archive, "edit", {{"id", "1"}}), "no field was given");
}

TEST_CASE("nothing is removed before a person agrees, or force says so") {
    Archive archive = sample();
    CHECK_THROWS_WITH(carry_out(archive, "remove", {{"id", "1"}}),
                      "what is removed cannot be had back, and there is nobody to ask");
    CHECK_FALSE(carry_out(archive, "remove", {{"id", "1"}}, false, false).done);
    CHECK(archive.count() == 2);
    CHECK(carry_out(archive, "remove", {{"id", "1"}}, false, true).done);
    CHECK(carry_out(archive, "remove", {{"id", "2"}, {"force", "true"}}, true).done);
    CHECK(archive.count() == 0);

    const auto removed = question_named("removed").make();
    give(*removed, {}, false);
    std::ostringstream out;
    CHECK(removed->answer(archive, {.out = out, .data = out}));
    CHECK(out.str() == "1  2025-06-15  Port Reopens\n2  2025-06-15  Council Votes for Dykes\n");
    CHECK(carry_out(archive, "remove", {{"forget", "true"}, {"id", "2"}}).out ==
          "forgotten 2  Council Votes for Dykes\n");
    CHECK(archive.removals().size() == 1);
}
