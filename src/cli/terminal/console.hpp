#pragma once

#include <array>
#include <optional>
#include <ostream>
#include <streambuf>
#include <string>

#include "cli/terminal/other_programs.hpp"

namespace newsarc::cli {

/// Thrown by a write to a pipe that nobody reads any more. No error: `newsarc list | head -1`.
struct ClosedPipe {};

/// A stream buffer over a file descriptor that says why a write failed: ClosedPipe, or Error(io)
/// with the reason of the system. A std::ostream on it passes these on when its exceptions() has
/// badbit. SIGPIPE must be ignored. Nothing is written when it goes out of scope: flush first.
class DescriptorBuffer : public std::streambuf {
public:
    /// `name` is what an error message calls it.
    DescriptorBuffer(int descriptor, std::string name);

    /// What is written from now on goes to another descriptor.
    void redirect(int descriptor) { descriptor_ = descriptor; }

    /// From now on a closed pipe drops what is written: for work that has to be finished.
    void keep_going_when_closed() { keep_going_ = true; }

protected:
    int_type overflow(int_type character) override;
    int sync() override;
    std::streamsize xsputn(const char* text, std::streamsize count) override;

private:
    void write(const char* text, std::size_t count);
    void flush_pending();

    std::array<char, 65536> pending_;
    int descriptor_;
    std::string name_;
    bool keep_going_ = false;
    bool closed_ = false;
};

/// Standard output and standard error, and the pager that the first may go through.
class Console {
public:
    /// Writes to these file descriptors, which stay open.
    Console(int out_descriptor, int err_descriptor);
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    /// A write throws ClosedPipe or Error(io).
    std::ostream out;
    std::ostream err;

    /// From now on a closed pipe drops what is written: for work that has to be finished.
    void keep_going_when_closed() { out_buffer_.keep_going_when_closed(); }

    [[nodiscard]] bool has_pager() const { return pager_.has_value(); }

    /// What is written to `out` from now on goes through a pager.
    void start_pager(const std::string& command, const Environment& environment);

    /// Waits for the pager, if there is one. False when it could not be started.
    bool end_pager();

private:
    DescriptorBuffer out_buffer_;
    DescriptorBuffer err_buffer_;
    std::optional<Pager> pager_;
};

}  // namespace newsarc::cli
