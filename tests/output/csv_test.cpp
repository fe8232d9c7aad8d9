#include "output/exchange/csv.hpp"

#include "support/catch.hpp"

#include <string>
#include <vector>

using newsarc::output::csv_row;

namespace {

std::string row(const std::vector<std::string>& fields) {
    return csv_row(fields);
}

}  // namespace

TEST_CASE("CSV fields are quoted where they must be") {
    CHECK(row({"a", "b"}) == "a,b\r\n");
    CHECK(row({"", ""}) == ",\r\n");
    CHECK(row({"a, b", "say \"no\"", "two\nlines"}) == "\"a, b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
}

TEST_CASE("text is never a formula to a spreadsheet") {
    for (const std::string start :
         {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'=", "''@"}) {
        INFO(start);
        CHECK(row({start + "1+1"}) == "\"'" + start + "1+1\"\r\n");
    }
    CHECK(row({"1=1"}) == "1=1\r\n");
    CHECK(row({"'tis"}) == "'tis\r\n");
    CHECK(row({"'"}) == "'\r\n");
}
