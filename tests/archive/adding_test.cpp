#include <newsarc/archive.hpp>
#include <newsarc/error.hpp>

#include "support/catch.hpp"
#include "support/error_code.hpp"
#include "support/temporary_folder.hpp"

#include <map>
#include <string>
#include <vector>

using namespace newsarc;

namespace {

const std::string bridge =
    "Credit: Harbour Post\n\nHarbour bridge reopens\n\nThe bridge reopened on Monday.\n\nTraffic was "
    "light.\n";
const std::string ferry =
    "Credit: Harbour Post\n\nFerry fares rise\n\nA crossing costs a third more from May.\n";

Archive memory() {
    return Archive::open("", Archive::Mode::memory);
}

AddOptions now() {
    AddOptions options;
    options.added = "2026-11-23T10:00:00Z";
    return options;
}

std::vector<AddResult> add(Archive& archive, const std::vector<Source>& sources,
                           const AddOptions& options = now()) {
    return archive.add(sources, options);
}

}  // namespace

TEST_CASE("a source is stored with what was read out of it, and comes back byte for byte") {
    Archive archive = memory();
    const auto results = add(archive, {{"in/bridge.txt", bridge, 0100644, 7}});
    REQUIRE(results.size() == 1);
    CHECK(results[0].status == AddStatus::added);
    CHECK(results[0].id == 1);
    CHECK(results[0].headline == "Harbour bridge reopens");
    CHECK(results[0].path == "in/bridge.txt");
    CHECK_FALSE(results[0].of);

    const auto article = archive.find(1);
    REQUIRE(article);
    CHECK(article->uid == results[0].uid);
    CHECK(article->credit == "Harbour Post");
    CHECK(article->body == "The bridge reopened on Monday.\n\nTraffic was light.");
    CHECK(article->path == "in/bridge.txt");
    CHECK(article->added == "2026-11-23T10:00:00Z");
    CHECK(archive.original(1)->bytes == bridge);
}

TEST_CASE("the same article is stored once, however its lines are broken") {
    Archive archive = memory();
    add(archive, {{"a.txt", bridge, 0100644, 0}});
    std::string crlf;
    for (const char c : bridge)
        crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
    const auto results = add(archive, {{"b.txt", bridge, 0100644, 0}, {"c.txt", crlf, 0100644, 0}});
    REQUIRE(results.size() == 2);
    for (const AddResult& result : results) {
        CHECK(result.status == AddStatus::duplicate);
        CHECK(result.of == 1);
        CHECK(result.id == 1);
    }
    CHECK(archive.count() == 1);
}

TEST_CASE("duplicates within one call are seen") {
    Archive archive = memory();
    const auto results = add(archive, {{"a.txt", bridge, 0100644, 0}, {"b.txt", bridge, 0100644, 0}});
    CHECK(results[0].status == AddStatus::added);
    CHECK(results[1].status == AddStatus::duplicate);
}

TEST_CASE("a source that holds no article is a failed result among the others") {
    Archive archive = memory();
    const std::string picture("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0", 18);
    const auto results = add(archive, {{"empty.txt", "", 0100644, 0},
                                       {"blank.txt", " \n\n\t\n", 0100644, 0},
                                       {"picture.png", picture, 0100644, 0},
                                       {"ferry.txt", ferry, 0100644, 0}});
    REQUIRE(results.size() == 4);
    for (std::size_t i = 0; i < 3; ++i) {
        INFO(*results[i].path);
        CHECK(results[i].status == AddStatus::failed);
        CHECK(results[i].error);
        CHECK_FALSE(results[i].id);
    }
    CHECK(results[3].status == AddStatus::added);
}

TEST_CASE("an encoding that does not exist stores nothing") {
    Archive archive = memory();
    AddOptions options = now();
    options.parse.encoding = "klingon-8";
    CHECK(test::code_of([&] {
              add(archive, {{"a.txt", bridge, 0100644, 0}}, options);
          }) == ErrorCode::unsupported);
    CHECK(archive.count() == 0);
}

TEST_CASE("a dry run says what would be done and does none of it") {
    Archive archive = memory();
    AddOptions options = now();
    options.dry_run = true;
    const auto results =
        add(archive, {{"a.txt", bridge, 0100644, 0}, {"b.txt", bridge, 0100644, 0}}, options);
    CHECK(results[0].status == AddStatus::added);
    CHECK(results[1].status == AddStatus::duplicate);
    CHECK(archive.count() == 0);
}

TEST_CASE("a dry run over many batches knows what it said before, and writes nothing") {
    const test::TemporaryFolder folder;
    const std::string path = folder / "archive.db";
    Article held;
    held.headline = "Ferry 7 Aground";
    held.key = "k";
    AddOptions options = now();
    Archive::open(path, Archive::Mode::create).add_records(std::vector<Article>{held}, options);
    const std::string before = folder.read("archive.db");
    options.dry_run = true;
    Archive archive = Archive::open(path, Archive::Mode::read);
    // More than a batch takes, and after them some that came already.
    constexpr std::size_t different = 20'100;
    std::size_t given = 0;
    std::map<AddStatus, std::size_t> told;
    const AddStream stream{.next = [&]() -> std::optional<Input> {
                               if (given == different + 200) return std::nullopt;
                               const std::string number = std::to_string(given++ % different);
                               return Input{.read =
                                                [number] {
                                                    Article record;
                                                    record.headline = "Ferry " + number + " Aground";
                                                    return InputContent(record);
                                                },
                                            .bytes = 1,
                                            .path = number};
                           },
                           .tell =
                               [&](const InputResult& result) {
                                   for (const AddResult& each : result.articles) {
                                       ++told[each.status];
                                       CHECK((!each.id || *each.id == 1));
                                   }
                               },
                           .progress = [](std::size_t) {},
                           .now = [] { return std::string("2026-11-24T10:00:00Z"); },
                           .stop = [] { return false; },
                           .jobs = 2};
    Archive::add_stream([&]() -> Archive& { return archive; }, stream, options);
    CHECK(told[AddStatus::added] == different - 1);
    CHECK(told[AddStatus::duplicate] == 201);
    // What is known by its key would be updated.
    Article changed = held;
    changed.body = "It came free.";
    CHECK(archive.add_records(std::vector<Article>{changed}, options)[0].status == AddStatus::updated);
    CHECK(archive.count() == 1);
    CHECK(folder.read("archive.db") == before);
}

TEST_CASE("paths that are not UTF-8 are kept readable") {
    Archive archive = memory();
    const auto results = add(archive, {{"caf\xE9.txt", bridge, 0100644, 0}, {"", ferry, 0100644, 0}});
    CHECK(results[0].path == "caf%E9.txt");
    CHECK_FALSE(results[1].path);
}
