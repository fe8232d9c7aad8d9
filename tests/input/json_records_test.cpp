#include "input/record/json_records.hpp"

#include <newsarc/error.hpp>

#include "support/catch.hpp"
#include "support/error_code.hpp"

using namespace newsarc;
using input::JsonRecord;
using input::JsonRecords;

namespace {

/// The records of a file that is given in pieces of so many bytes, each as `LINE:TEXT`.
std::vector<std::string> records_of(std::string_view file, std::size_t piece, std::size_t longest = 1000) {
    std::size_t bytes = 0;
    std::string_view rest = file;
    JsonRecords records(
        [&] {
            const std::string_view out = rest.substr(0, piece);
            rest.remove_prefix(out.size());
            return out;
        },
        longest);
    std::vector<std::string> out;
    while (const std::optional<JsonRecord> record = records.next()) {
        out.push_back(std::to_string(record->line) + ":" + record->text);
        bytes += record->bytes;
    }
    CHECK(bytes <= file.size());
    return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the objects of a JSON file are cut out of it in any layout") {
    struct Row {
        std::string file;
        Texts records;
    };
    for (const Row& row : {
             Row{"", {}},
             Row{"[]", {}},
             Row{"{\"a\":1}\n{\"a\":2}\n", {"1:{\"a\":1}", "2:{\"a\":2}"}},
             Row{"[{\"a\":1},{\"a\":[{},{\"b\":{}}]}]", {"1:{\"a\":1}", "1:{\"a\":[{},{\"b\":{}}]}"}},
             Row{"[\n{\n\"a\": 1\n},\n{\n\"a\": 2\n}\n]\n", {"2:{\n\"a\": 1\n}", "5:{\n\"a\": 2\n}"}},
             Row{"{\n \"a\": \"{[\\\"}\\\\\"\n}\n{}", {"1:{\n \"a\": \"{[\\\"}\\\\\"\n}", "4:{}"}},
             Row{"{\"a\":1}{\"a\":2}", {"1:{\"a\":1}", "1:{\"a\":2}"}},
             Row{"\r\n{\"a\":\"é\"}\r\n", {"2:{\"a\":\"é\"}"}},
         }) {
        for (const std::size_t piece : {1UL, 3UL, 1000UL}) {
            INFO(row.file << " by " << piece);
            CHECK(records_of(row.file, piece) == row.records);
        }
    }
}

TEST_CASE("where an object is broken reading goes on at the line or object in which that shows") {
    struct Row {
        std::string file;
        Texts records;
    };
    for (const Row& row : {
             Row{"[{\"a\": 1,\n{\"b\": 2}]", {"1:{\"a\": 1,\n", "2:{\"b\": 2}"}},
             Row{"{\"a\": \"x\n{\"b\": 2}", {"1:{\"a\": \"x\n", "2:{\"b\": 2}"}},
             Row{"nonsense {\n{\"b\": 2}", {"1:nonsense {", "2:{\"b\": 2}"}},
             Row{"[1,\n{\"b\": 2}", {"1:1,", "2:{\"b\": 2}"}},
             Row{"{\"a\": [1", {"1:{\"a\": [1"}},
             Row{"{\"a\": 1]}", {"1:{\"a\": 1]", "1:}"}},
         }) {
        INFO(row.file);
        CHECK(records_of(row.file, 2) == row.records);
    }
    CHECK(test::code_of([] { records_of("[{\"a\": \"" + std::string(200, 'x') + "\"}]", 64, 100); }) ==
          ErrorCode::input);
}
