#include "query/fields.hpp"

#include "query/parser.hpp"
#include "support/catch.hpp"

#include <set>
#include <string>

using namespace newsarc::query;

TEST_CASE("every field is found by its name, and documented") {
    std::set<std::string> names;
    for (const FieldInfo& row : fields()) {
        INFO(row.name);
        CHECK(field_named(row.name) == row.field);
        CHECK(info(row.field).name == row.name);
        CHECK_FALSE(row.description.empty());
        CHECK(names.insert(std::string(row.name)).second);
    }
    CHECK(field_named("extra.Section") == Field::extra);
    CHECK_FALSE(field_named("extra."));
    CHECK_FALSE(field_named("Headline"));
    CHECK_FALSE(field_named("headlin"));
    CHECK_FALSE(field_named(""));
}

TEST_CASE("a field is found by its names in other tools, each of which stands for one") {
    std::set<std::string> names;
    for (const OtherName& other : other_names()) {
        INFO(other.name);
        CHECK(field_named(other.name) == other.field);
        CHECK(info(other.field).name != other.name);
        CHECK(names.insert(std::string(other.name)).second);
    }
    CHECK(ends_before("before"));
    CHECK_FALSE(ends_before("until"));
}

TEST_CASE("the example of every field is one the parser understands") {
    for (const FieldInfo& row : fields()) {
        INFO(row.example);
        const Query query = parse(row.example, 1742466600);
        REQUIRE(query.tree.children.size() == 1);
        CHECK(query.tree.children[0].field == row.field);
        CHECK(query.notes.empty());
    }
}

TEST_CASE("every flag is one the parser understands") {
    for (const FlagInfo& flag : flags()) {
        const std::string text = std::string(info(flag.field).name) + ":" + std::string(flag.name);
        INFO(text);
        CHECK(to_string(parse(text).tree) == "(" + text + ")");
    }
}
