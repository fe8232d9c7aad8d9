#pragma once

#include <sys/types.h>

#include <nlohmann/json.hpp>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "support/temporary_folder.hpp"

namespace newsarc::test {

/// What a process left behind.
struct Ended {
    int status = -1;  ///< exit status, or 128 and the signal that ended it
    std::string out;
    std::string err;

    /// The whole lines of standard output, each an object of JSON.
    [[nodiscard]] std::vector<nlohmann::json> lines() const;
};

/// The built program, running beside others. Its streams are files of its own.
class Process {
public:
    /// `typed` is given to its standard input piece by piece, with that pause before each but the first.
    explicit Process(const std::vector<std::string>& arguments, std::vector<std::string> typed = {},
                     std::chrono::milliseconds pause = {});

    /// With a standard output that nobody reads.
    struct Unread {};
    Process(const std::vector<std::string>& arguments, Unread unread);

    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process();

    /// Ends it at once, as kill -9 does.
    void kill() const;

    /// Waits until it has filled the pipe that nobody reads and goes on no more. False when it ended instead.
    [[nodiscard]] bool gets_stuck() const;

    [[nodiscard]] bool is_running() const;

    /// What it left when it is at its end.
    Ended wait();

private:
    void start(const std::vector<std::string>& arguments, int in, int out);

    TemporaryFolder folder_;
    pid_t process_ = -1;
    int unread_ = -1;
    std::thread typist_;
};

}  // namespace newsarc::test
