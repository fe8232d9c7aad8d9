#include "input/record/csv_reader.hpp"

#include "support/catch.hpp"

using namespace newsarc::input;

namespace {

std::vector<CsvRow> rows(std::string text, std::size_t longest = 1000) {
    std::size_t at = 0;
    std::string line;
    CsvReader reader(
        [&]() -> std::optional<std::string_view> {
            if (at >= text.size()) return std::nullopt;
            const std::size_t end = std::min(text.find('\n', at), text.size());
            line = text.substr(at, end - at);
            at = end + 1;
            return line;
        },
        longest);
    std::vector<CsvRow> out;
    while (std::optional<CsvRow> row = reader.next())
        out.push_back(*row);
    return out;
}

/// Fields between bars, records on lines; `12: why` for one that cannot be read.
std::string shown(const std::string& text, std::size_t longest = 1000) {
    std::string out;
    for (const CsvRow& row : rows(text, longest)) {
        out += std::to_string(row.line) + ":";
        if (row.error) out += " " + *row.error;
        for (const std::string& field : row.fields) {
            if (!row.error) out += "|" + field;
        }
        out += "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("records of a CSV file are read as RFC 4180 has them") {
    struct Case {
        std::string text;
        std::string records;
    };
    for (const Case& one : {Case{"", ""},
                            {"a,b\n1,2\n", "1:|a|b\n2:|1|2\n"},
                            {"a,b\r\n1,2", "1:|a|b\n2:|1|2\n"},
                            {"a,b\n,\n", "1:|a|b\n2:||\n"},
                            {"\xEF\xBB\xBF"
                             "a,b\n",
                             "1:|a|b\n"},
                            {"a\n\"x, \"\"y\"\"\"\n", "1:|a\n2:|x, \"y\"\n"},
                            {"a,b\n\"one\r\n\r\ntwo\",2\n3,4\n", "1:|a|b\n2:|one\n\ntwo|2\n5:|3|4\n"},
                            {"a\n\n \n1\n", "1:|a\n4:|1\n"},
                            {"a,b\n\"\",\"\"\n", "1:|a|b\n2:||\n"},
                            {"a,b\nsay \"no\",2\n", "1:|a|b\n2:|say \"no\"|2\n"},
                            {"a;b\n1,5;2\n", "1:|a|b\n2:|1,5|2\n"},
                            {"a\tb\n1\t2\n", "1:|a|b\n2:|1|2\n"},
                            {"\"a,b\";c\n1;2\n", "1:|a,b|c\n2:|1|2\n"}}) {
        INFO(one.text);
        CHECK(shown(one.text) == one.records);
    }
}

TEST_CASE("a bad record is told with its line, and the next one is read") {
    CHECK(shown("a,b\n\"x\"y,2\n3,4\n") ==
          "1:|a|b\n2: there is text behind the quote that ends a field\n3:|3|4\n");
    CHECK(shown("a,b\n\"never,closed\n3,4\n5,6\n") ==
          "1:|a|b\n2: a quote is opened here and never closed\n3:|3|4\n4:|5|6\n");
    const std::string start = "a\n\"" + std::string(500, 'x') + "\n" + std::string(600, 'y') + "\n";
    const auto read = rows(start + "z\n", 1000);
    REQUIRE(read.size() == 4);
    CHECK(read[1].error);
    CHECK(read[1].line == 2);
    CHECK(read[2].fields == std::vector<std::string>{std::string(600, 'y')});
    CHECK(read[3].line == 4);
}

TEST_CASE("the bytes of all records are those of the file") {
    std::size_t bytes = 0;
    const std::string text = "a,b\n\"one\ntwo\",2\n\"open\n3,4\n";
    for (const CsvRow& row : rows(text))
        bytes += row.bytes;
    CHECK(bytes == text.size());
}
