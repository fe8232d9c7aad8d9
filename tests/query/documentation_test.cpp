#include "query/parser.hpp"

#include "support/catch.hpp"
#include "support/places.hpp"

#include <fstream>
#include <sstream>
#include <string>

using namespace newsarc::query;

namespace {

std::string document() {
    std::ifstream file(newsarc::test::source_path("docs/query-language.md"));
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("the document on the query language names every field as the table has it") {
    const std::string text = document();
    REQUIRE_FALSE(text.empty());
    for (const FieldInfo& row : fields()) {
        const std::string line = "| `" + std::string(row.name) + ":` | " + std::string(row.description) +
                                 " | `" + std::string(row.example) + "` |";
        INFO(line);
        CHECK(text.find(line) != std::string::npos);
    }
    for (const FlagInfo& flag : flags()) {
        INFO(flag.name);
        CHECK(text.find("`" + std::string(flag.name) + "`") != std::string::npos);
    }
}

TEST_CASE("the document names what other programs call each field") {
    const std::string text = document();
    for (const OtherName& other : other_names()) {
        const std::size_t row = text.find("\n| `" + std::string(info(other.field).name) + ":` | `",
                                          text.find("### Names of other programs"));
        const std::string line = text.substr(row + 1, text.find('\n', row + 1) - row);
        INFO(other.name << ": " << line);
        CHECK(line.find("`" + std::string(other.name) + ":`") != std::string::npos);
    }
}

TEST_CASE("the document shows queries as they are understood") {
    std::istringstream lines(document());
    std::string line;
    int shown = 0;
    bool in_table = false;
    while (std::getline(lines, line)) {
        if (line == "| query | understood |") {
            in_table = true;
        } else if (in_table && line.starts_with("| `")) {
            const std::size_t middle = line.find("` | `");
            REQUIRE(middle != std::string::npos);
            const std::string query = line.substr(3, middle - 3);
            INFO(query);
            CHECK(to_string(parse(query).tree) == line.substr(middle + 5, line.size() - middle - 8));
            ++shown;
        } else if (in_table && line.empty()) {
            in_table = false;
        }
    }
    CHECK(shown >= 5);
}
