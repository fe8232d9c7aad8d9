#pragma once

#include <ostream>
#include <streambuf>
#include <string>

namespace newsarc::output {

/// A stream that cleans what goes through it for a terminal, line by line (text/terminal.hpp); the
/// carriage return before a newline is left out. A flush sends what stands in a last line without a
/// newline, too.
class TerminalStream {
public:
    explicit TerminalStream(std::ostream& out) : buffer_(out), stream_(&buffer_) {
        stream_.exceptions(std::ios::badbit);
    }

    std::ostream& stream() { return stream_; }

private:
    class Buffer : public std::streambuf {
    public:
        explicit Buffer(std::ostream& out) : out_(out) {}

    protected:
        int_type overflow(int_type character) override;
        std::streamsize xsputn(const char* text, std::streamsize count) override;

        int sync() override;

    private:
        void send();

        std::ostream& out_;
        std::string line_;
    };

    Buffer buffer_;
    std::ostream stream_;
};

}  // namespace newsarc::output
