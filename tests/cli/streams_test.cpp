#include "cli/terminal/console.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <newsarc/error.hpp>

#include <array>
#include <csignal>
#include <ostream>
#include <string>

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::cli;

namespace {

class Pipe {
public:
    Pipe() {
        std::signal(SIGPIPE, SIG_IGN);
        REQUIRE(pipe(ends_.data()) == 0);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        close_reader();
        close(ends_[1]);
    }
    [[nodiscard]] int reader() const { return ends_[0]; }
    [[nodiscard]] int writer() const { return ends_[1]; }
    void close_reader() {
        if (ends_[0] >= 0) close(ends_[0]);
        ends_[0] = -1;
    }

private:
    std::array<int, 2> ends_{};
};

}  // namespace

TEST_CASE("what is written arrives in order, in pieces small and large") {
    const Pipe pipe;
    DescriptorBuffer buffer(pipe.writer(), "the pipe");
    std::ostream out(&buffer);
    const std::string large(1000, 'b');
    out << "a" << large << 'c';
    out.flush();
    std::string got(2000, '\0');
    const ssize_t count = read(pipe.reader(), got.data(), got.size());
    REQUIRE(count == 1002);
    got.resize(1002);
    CHECK(got == "a" + large + "c");
}

TEST_CASE("a write to a closed pipe is told apart from an error") {
    Pipe pipe;
    pipe.close_reader();
    DescriptorBuffer buffer(pipe.writer(), "the pipe");
    std::ostream out(&buffer);
    out.exceptions(std::ios::badbit);
    out << "a";
    CHECK_THROWS_AS(out.flush(), ClosedPipe);
}

TEST_CASE("work that has to be finished goes on when the pipe is closed") {
    Pipe pipe;
    pipe.close_reader();
    DescriptorBuffer buffer(pipe.writer(), "the pipe");
    buffer.keep_going_when_closed();
    std::ostream out(&buffer);
    out.exceptions(std::ios::badbit);
    CHECK_NOTHROW(out << std::string(200'000, 'a') << std::flush);
    CHECK(out.good());
}

TEST_CASE("a full disk is an error with the system's reason") {
    const int full = open("/dev/full", O_WRONLY);
    if (full < 0) return;  // only Linux has it
    DescriptorBuffer buffer(full, "the disk");
    std::ostream out(&buffer);
    out.exceptions(std::ios::badbit);
    out << "a";
    CHECK_THROWS_AS(out.flush(), Error);
    close(full);
}
