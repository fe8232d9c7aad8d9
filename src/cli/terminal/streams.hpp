#pragma once

#include <array>
#include <streambuf>
#include <string>

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

}  // namespace newsarc::cli
