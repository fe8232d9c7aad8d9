#include "cli/source/input_descriptor.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>
#include <vector>

#include "support/catch.hpp"
#include "support/error_code.hpp"
#include "support/temporary_folder.hpp"

using namespace newsarc;
using namespace newsarc::cli;
using newsarc::test::code_of;

namespace {

std::vector<std::string> lines_of(const std::string& path) {
    LineReader reader(path);
    std::vector<std::string> lines;
    while (const auto line = reader.next())
        lines.emplace_back(*line);
    return lines;
}

}  // namespace

TEST_CASE("a file is read line by line") {
    struct Row {
        std::string bytes;
        std::vector<std::string> lines;
    };
    const std::string longer_than_a_read(200'000, 'x');
    const std::vector<Row> rows{
        {"", {}},
        {"a", {"a"}},
        {"a\n", {"a"}},
        {"a\nb", {"a", "b"}},
        {"\n\na\r\n", {"", "", "a\r"}},
        {longer_than_a_read + "\nb\n", {longer_than_a_read, "b"}},
    };
    const test::TemporaryFolder folder;
    for (const Row& row : rows) {
        INFO(row.bytes.substr(0, 20));
        CHECK(lines_of(folder.write("a.jsonl", row.bytes)) == row.lines);
    }
}

TEST_CASE("a pipe is read line by line") {
    const test::TemporaryFolder folder;
    const std::string path = folder / "pipe";
    REQUIRE(mkfifo(path.c_str(), 0600) == 0);
    std::thread writer([&] {
        const int end = open(path.c_str(), O_WRONLY);
        CHECK(write(end, "a\nb\n", 4) == 4);
        close(end);
    });
    CHECK(lines_of(path) == std::vector<std::string>{"a", "b"});
    writer.join();
}

TEST_CASE("what cannot be read line by line is an error") {
    const test::TemporaryFolder folder;
    CHECK(code_of([&] { lines_of(folder / "none"); }) == ErrorCode::not_found);
    CHECK(code_of([&] { lines_of(folder.path()); }) == ErrorCode::io);
}

TEST_CASE("a line without an end is given up") {
    LineReader reader("/dev/zero", 1'000'000);
    CHECK(code_of([&] { reader.next(); }) == ErrorCode::input);
}
