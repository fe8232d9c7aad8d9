#include <newsarc/archive.hpp>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

// Files that change after they were added, and what becomes of the articles they gave.

using namespace newsarc;
using newsarc::test::TemporaryFolder;

namespace {

/// An article of a headline and a word that nothing else holds.
std::string part(const std::string& headline, const std::string& word) {
    return "Credit: Mill Post\n\n" + headline + "\n\nThe council met on Monday and spoke of " + word + ".\n";
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& each : parts)
        out += (out.empty() ? "" : "\n***\n\n") + each;
    return out;
}

struct Fixture {
    /// Adds a file whose content and moment are these.
    std::vector<AddResult> add(const std::string& name, const std::string& bytes, std::int64_t inode = 1,
                               const ParseOptions& parse = {}) {
        return archive.add(std::vector<Source>{source(name, bytes, inode)}, options(parse));
    }

    static Source source(const std::string& name, const std::string& bytes, std::int64_t inode) {
        static std::int64_t moment = 0;
        Source out{.path = name, .bytes = bytes};
        out.file = FileState{.path = "/folder/" + name,
                             .size = static_cast<std::int64_t>(bytes.size()),
                             .modified = ++moment,
                             .inode = inode};
        return out;
    }

    static AddOptions options(const ParseOptions& parse = {}) {
        return {.added = "2026-11-23T10:00:00Z", .parse = parse};
    }

    std::vector<std::int64_t> with(const std::string& word) const {
        std::vector<std::int64_t> out;
        for (const Hit& hit : archive.search({.query = word}).hits)
            out.push_back(hit.id);
        return out;
    }

    std::string findings() const {
        std::string out;
        archive.check({}, [&](const Finding& finding) { out += finding.message + "\n"; });
        return out;
    }

    Archive archive = Archive::open("", Archive::Mode::memory);
};

std::string statuses(const std::vector<AddResult>& results) {
    std::string out;
    for (const AddResult& each : results)
        out += (out.empty() ? "" : " ") + std::string(each.unchanged ? "unchanged" : to_string(each.status)) +
               ":" + std::to_string(each.id.value_or(0));
    return out;
}

}  // namespace

TEST_CASE("what a changed file says is matched with what it said") {
    struct Case {
        const char* what;
        std::vector<std::string> before;
        std::vector<std::string> after;
        const char* told;
    };
    const std::string a = part("Mill Opens", "flour"), b = part("Bridge Shut", "rivets"),
                      c = part("Fair Moved", "tents");
    const std::vector<Case> cases{
        {"nothing changed", {a, b}, {a, b}, "unchanged:1 unchanged:2"},
        {"one article, another text", {a}, {part("Mill Opens", "bread")}, "updated:1"},
        {"one article, another headline", {a}, {part("Mill Is Open", "flour")}, "updated:1"},
        {"one article, all of it another", {a}, {c}, "updated:1"},
        {"one of two", {a, b}, {a, part("Bridge Shut", "bolts")}, "unchanged:1 updated:2"},
        {"in another order", {a, b}, {b, a}, "unchanged:2 unchanged:1"},
        {"one more at the end", {a}, {a, b}, "unchanged:1 added:2"},
        {"one more in front", {a}, {b, a}, "added:2 unchanged:1"},
        {"one less", {a, b}, {b}, "unchanged:2"},
        {"by headline, not by place", {a, b}, {part("Bridge Shut", "bolts"), a}, "updated:2 unchanged:1"},
        {"by place at last", {a, b}, {a, part("Bridge Open", "bolts")}, "unchanged:1 updated:2"},
        {"a new one where the former has gone down", {a, b}, {c, a, b}, "added:3 unchanged:1 unchanged:2"},
        {"the same one twice, then one of them changed", {a, a}, {a, b}, "unchanged:1 added:2"},
    };
    for (const Case& each : cases) {
        INFO(each.what);
        Fixture fixture;
        fixture.add("a.txt", joined(each.before));
        CHECK(statuses(fixture.add("a.txt", joined(each.after))) == each.told);
        CHECK(fixture.findings().empty());
        const auto again = fixture.add("a.txt", joined(each.after));
        for (const AddResult& result : again)
            CHECK(result.unchanged);
    }
}

TEST_CASE("a former version is there with its text and file, and only the newest is found") {
    Fixture fixture;
    fixture.add("a.txt", part("Mill Opens", "flour"));
    fixture.archive.tag({.ids = {1}, .add = {"mills"}, .remove = {}});
    fixture.add("a.txt", part("Mill Opens", "bread"));
    fixture.add("a.txt", part("Mill Shuts", "bread"));
    const auto versions = fixture.archive.versions(1);
    REQUIRE(versions.size() == 3);
    CHECK(versions[0].headline == "Mill Opens");
    CHECK(versions[0].replaced == "2026-11-23T10:00:00Z");
    CHECK_FALSE(versions[2].replaced);
    CHECK(fixture.with("flour").empty());
    CHECK(fixture.with("bread") == std::vector<std::int64_t>{1});
    const auto first = fixture.archive.find_version(1, 1);
    REQUIRE(first);
    CHECK(first->body == "The council met on Monday and spoke of flour.");
    CHECK(first->tags == std::vector<std::string>{"mills"});
    CHECK(fixture.archive.find_version(1, 3)->headline == "Mill Shuts");
    CHECK_FALSE(fixture.archive.find_version(1, 4));
    CHECK_FALSE(fixture.archive.find_version(1, 0));
    CHECK_FALSE(fixture.archive.find_version(2, 1));
    CHECK(fixture.archive.versions(2).empty());
    CHECK(fixture.archive.original(1, 1)->bytes == part("Mill Opens", "flour"));
    CHECK(fixture.archive.original(1, 1)->path == "a~former.txt");
    CHECK(fixture.archive.original(1, 2)->path == "a~former~2.txt");
    CHECK(fixture.archive.original(1)->path == "a.txt");
    CHECK(fixture.archive.original(1)->bytes == part("Mill Shuts", "bread"));
    CHECK(fixture.archive.find(1)->tags == std::vector<std::string>{"mills"});
    CHECK(fixture.findings().empty());
}

TEST_CASE("links, notes and warnings of a former version come back as they were") {
    Fixture fixture;
    const std::string bytes =
        "Credit: Mill Post\n\nMill \"Opens\"\n\nBread {is} [baked] \\ again: see "
        "https://mill.example/a?b=1.\n\n"
        "READ ALSO: Bridge \"Shut\"\n\nEditor's note: The mill\u2019s name was \\wrong.\n";
    fixture.add("a.txt", bytes);
    const Article before = *fixture.archive.find(1);
    REQUIRE(before.links.size() == 2);
    REQUIRE(before.notes.size() == 1);
    fixture.add("a.txt", part("Mill Shuts", "bread"));
    const auto former = fixture.archive.find_version(1, 1);
    REQUIRE(former);
    CHECK(former->links == before.links);
    CHECK(former->notes == before.notes);
    CHECK(former->warnings == before.warnings);
    CHECK(former->uid == before.uid);
}

TEST_CASE("an edit and an import under a known key keep what was there as a version") {
    Fixture fixture;
    Article record;
    record.key = "k";
    record.headline = "Mill Opens";
    record.body = "Flour again.";
    fixture.archive.add_records(std::vector<Article>{record}, Fixture::options());
    record.body = "Bread again.";
    CHECK(fixture.archive.add_records(std::vector<Article>{record}, Fixture::options()).front().status ==
          AddStatus::updated);
    const Article now = *fixture.archive.find(1);
    Article changed = now;
    changed.headline = "Mill Shuts";
    fixture.archive.replace(changed, now, "2026-11-24T10:00:00Z");
    const auto versions = fixture.archive.versions(1);
    REQUIRE(versions.size() == 3);
    CHECK(fixture.archive.find_version(1, 1)->body == "Flour again.");
    CHECK(versions[1].replaced == "2026-11-24T10:00:00Z");
    // Tags and keys are no part of the text.
    Article tagged = *fixture.archive.find(1);
    tagged.tags = {"mills"};
    fixture.archive.replace(tagged, *fixture.archive.find(1), "2026-11-24T10:00:00Z");
    CHECK(fixture.archive.versions(1).size() == 3);
    CHECK(fixture.findings().empty());
}

TEST_CASE("an edit stays while its file says what it said, and is a version once that changes") {
    Fixture fixture;
    fixture.add("a.txt", joined({part("Mill Opens", "flour"), part("Bridge Shut", "rivets")}));
    const Article before = *fixture.archive.find(1);
    Article edited = before;
    edited.byline = "Jane Roe";
    fixture.archive.replace(edited, before, "2026-11-24T10:00:00Z");
    const auto other =
        fixture.add("a.txt", joined({part("Mill Opens", "flour"), part("Bridge Shut", "bolts")}));
    CHECK(statuses(other) == "unchanged:1 updated:2");
    CHECK(fixture.archive.find(1)->byline == "Jane Roe");
    CHECK(other[0].uid == fixture.archive.find(1)->uid);
    const auto own =
        fixture.add("a.txt", joined({part("Mill Opens", "bread"), part("Bridge Shut", "bolts")}));
    CHECK(statuses(own) == "updated:1 unchanged:2");
    CHECK(fixture.archive.find_version(1, 2)->byline == "Jane Roe");
    CHECK(fixture.findings().empty());
}

TEST_CASE("a file that another gave too becomes an article of its own when it changes") {
    Fixture fixture;
    const std::string text = part("Mill Opens", "flour");
    fixture.add("a.txt", text, 1);
    CHECK(statuses(fixture.add("copy.txt", text, 2)) == "duplicate:1");
    CHECK(statuses(fixture.add("copy.txt", part("Mill Opens", "bread"), 2)) == "added:2");
    CHECK(fixture.archive.find(1)->body.find("flour") != std::string::npos);
    // Moved is the same inode, and then it is the same file.
    CHECK(statuses(fixture.add("moved.txt", text, 1)) == "duplicate:1");
    CHECK(statuses(fixture.add("moved.txt", part("Mill Opens", "rolls"), 3)) == "updated:1");
    CHECK(fixture.findings().empty());
}

TEST_CASE("an article that was removed is stored again with its file") {
    Fixture fixture;
    const std::string bytes = joined({part("Mill Opens", "flour"), part("Bridge Shut", "rivets")});
    const Source file = Fixture::source("a.txt", bytes, 1);
    const auto add = [&] { return fixture.archive.add(std::vector<Source>{file}, Fixture::options()); };
    add();
    const std::vector<FileState> states{*file.file};
    CHECK(fixture.archive.unchanged(states, {}).front());
    fixture.archive.remove(std::vector<std::int64_t>{1});
    CHECK_FALSE(fixture.archive.unchanged(states, {}).front());
    CHECK(statuses(add()) == "added:3 unchanged:2");
    CHECK(fixture.archive.unchanged(states, {}).front());
    fixture.archive.remove(std::vector<std::int64_t>{2, 3});
    CHECK(fixture.archive.files_below("/folder").empty());
    CHECK(fixture.findings().empty());
}

TEST_CASE("a file is as it was only when nothing of it and of its reading differs") {
    Fixture fixture;
    const Source file = Fixture::source("a.txt", part("Mill Opens", "flour"), 1);
    fixture.archive.add(std::vector<Source>{file}, Fixture::options());
    const auto is_known = [&](auto change, const ParseOptions& parse = {}) {
        FileState state = *file.file;
        change(state);
        return fixture.archive.unchanged(std::vector<FileState>{state}, parse).front().has_value();
    };
    const auto nothing = [](FileState&) {};
    CHECK(is_known(nothing));
    CHECK_FALSE(is_known([](FileState& state) { ++state.size; }));
    CHECK_FALSE(is_known([](FileState& state) { ++state.modified; }));
    CHECK_FALSE(is_known([](FileState& state) { ++state.inode; }));
    CHECK_FALSE(is_known([](FileState& state) { state.path += "x"; }));
    CHECK_FALSE(is_known([](FileState& state) { state.settled = false; }));
    ParseOptions single;
    single.single = true;
    CHECK_FALSE(is_known(nothing, single));
    ParseOptions encoded;
    encoded.encoding = "latin1";
    CHECK_FALSE(is_known(nothing, encoded));
    ParseOptions labelled;
    labelled.labels = {{LabelKind::related, "en", "see also:"}};
    CHECK_FALSE(is_known(nothing, labelled));
}

TEST_CASE("a file that was read as it was written is read again") {
    Fixture fixture;
    Source file = Fixture::source("a.txt", part("Mill Opens", "flour"), 1);
    file.file->settled = false;
    fixture.archive.add(std::vector<Source>{file}, Fixture::options());
    file.file->settled = true;
    CHECK_FALSE(fixture.archive.unchanged(std::vector<FileState>{*file.file}, {}).front());
    CHECK(statuses(fixture.archive.add(std::vector<Source>{file}, Fixture::options())) == "unchanged:1");
    CHECK(fixture.archive.unchanged(std::vector<FileState>{*file.file}, {}).front());
}

TEST_CASE("a file read otherwise gives versions, not doubles") {
    Fixture fixture;
    const std::string bytes = joined({part("Mill Opens", "flour"), part("Bridge Shut", "rivets")});
    fixture.add("a.txt", bytes);
    ParseOptions single;
    single.single = true;
    CHECK(statuses(fixture.add("a.txt", bytes, 1, single)) == "updated:1");
    CHECK(fixture.archive.count() == 2);
    CHECK(fixture.findings().empty());
}

TEST_CASE("files are listed below a folder, and not below one whose name begins alike") {
    Fixture fixture;
    for (const char* name : {"in/a.txt", "in/b/c.txt", "in.txt", "in2/a.txt", "in"})
        fixture.add(name, part(std::string("Story ") + name, std::string("word") + name), 1);
    CHECK(fixture.archive.files_below("/folder/in") ==
          std::vector<std::string>{"/folder/in", "/folder/in/a.txt", "/folder/in/b/c.txt"});
    CHECK(fixture.archive.files_below("/").size() == 5);
    CHECK(fixture.archive.files_below("/other").empty());
}

TEST_CASE("not a byte of a removed article's versions is left after optimize") {
    const TemporaryFolder folder;
    {
        Fixture fixture{Archive::open(folder / "archive.db", Archive::Mode::create)};
        const std::string other = part("Bridge Shut", "rivets");
        // Stored as they are, so that a byte of them could be seen.
        const auto text = [&](const std::string& word) { return joined({part("Mill Opens", word), other}); };
        fixture.add("a.txt", text("secretflour"));
        fixture.add("a.txt", text("secretbread"));
        fixture.add("a.txt", text("secretrolls"));
        const Article now = *fixture.archive.find(1);
        Article edited = now;
        edited.deck = "A secretdeck";
        fixture.archive.replace(edited, now, "2026-11-24T10:00:00Z");
        CHECK(fixture.archive.versions(1).size() == 4);
        fixture.archive.remove(std::vector<std::int64_t>{1});
        fixture.archive.optimize();
        CHECK(fixture.findings().empty());
        CHECK(fixture.archive.original(2)->bytes.find("secret") == std::string::npos);
        CHECK(fixture.archive.original(2)->bytes.find("rivets") != std::string::npos);
    }
    CHECK(folder.read("archive.db").find("secret") == std::string::npos);
    SQLite::Database database(folder / "archive.db");
    CHECK(database.execAndGet("SELECT count(*) FROM sqlar").getInt() == 1);
    CHECK(database.execAndGet("SELECT count(*) FROM version").getInt() == 0);
}

TEST_CASE("a file whose stored bytes are damaged gives its new version when it changes, and stays damaged") {
    for (const char* damage : {"UPDATE sqlar SET sz = sz + 1", "UPDATE sqlar SET data = zeroblob(sz)"}) {
        INFO(damage);
        const TemporaryFolder folder;
        const std::string kept = part("Bridge Shut", "rivets");
        {
            Fixture fixture{Archive::open(folder / "archive.db", Archive::Mode::create)};
            fixture.add("a.txt", joined({part("Mill Opens", "flour"), kept}));
        }
        SQLite::Database(folder / "archive.db", SQLite::OPEN_READWRITE).exec(damage);
        Fixture fixture{Archive::open(folder / "archive.db", Archive::Mode::write)};
        const auto told = fixture.add("a.txt", joined({part("Mill Opens", "bread"), kept}));
        CHECK(statuses(told) == "updated:1 unchanged:2");
        CHECK(told[0].warnings ==
              std::vector<std::string>{"the file as it was before, now a~former.txt, is damaged in the "
                                       "archive; newsarc check tells more"});
        CHECK(told[1].warnings.empty());
        CHECK(fixture.archive.original(2)->bytes == joined({part("Mill Opens", "bread"), kept}));
        CHECK(fixture.archive.find_version(1, 1)->body.find("flour") != std::string::npos);
        // One finding, of the former file.
        CHECK(fixture.findings().find("a~former.txt") != std::string::npos);
        CHECK(fixture.findings().find('\n') == fixture.findings().size() - 1);
        // Once all that came from it is gone, so is the damage.
        CHECK(fixture.archive.remove(std::vector<std::int64_t>{1}) == 1);
        CHECK(fixture.findings().empty());
    }
}

TEST_CASE(
    "a check sees what is wrong with versions and files, and a repair takes away what refers to nothing") {
    struct Case {
        const char* sql;
        const char* told;
        bool repaired = false;
    };
    constexpr Case cases[] = {
        {"UPDATE version SET body = 'other'", "its former version 1 has the uid"},
        {"UPDATE version SET number = 5", "one of its former versions is missing"},
        {"UPDATE version SET original_length = 100000", "it is to stand beyond the end of its file"},
        {"PRAGMA foreign_keys = OFF; UPDATE version SET article = 9",
         "it has a former version, and there is no", true},
        {"PRAGMA foreign_keys = OFF; UPDATE file_article SET article = 9",
         "a file is to have given it, and there", true},
        {"PRAGMA foreign_keys = OFF; DELETE FROM file", "no such file on record", true},
    };
    for (const Case& each : cases) {
        INFO(each.sql);
        const TemporaryFolder folder;
        {
            Fixture fixture{Archive::open(folder / "archive.db", Archive::Mode::create)};
            fixture.add("a.txt", part("Mill Opens", "flour"));
            fixture.add("a.txt", part("Mill Opens", "bread"));
        }
        SQLite::Database(folder / "archive.db", SQLite::OPEN_READWRITE).exec(each.sql);
        Fixture damaged{Archive::open(folder / "archive.db", Archive::Mode::write)};
        CHECK(damaged.findings().find(each.told) != std::string::npos);
        damaged.archive.repair();
        CHECK((damaged.findings().find(each.told) == std::string::npos) == each.repaired);
    }
}
