#pragma once

#include <newsarc/error.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::cli {

/// The most bytes that are taken from one file, or as one line.
inline constexpr std::size_t largest_input = 500'000'000;

/// An open file that is closed at the end.
class Descriptor {
public:
    explicit Descriptor(int value) : value_(value) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();
    [[nodiscard]] int get() const { return value_; }

private:
    int value_;
};

/// Where standard input, output or error is closed, puts something there that can neither be read nor
/// written: a file that is opened later would get its number, and with it what is meant for the stream.
void occupy_standard_streams();

/// What to tell when a system call on an input gave this errno: not_found or io.
Error read_error(const std::string& name, int reason);

/// How much of an input is taken, and what to do about one that is larger.
struct SizeLimit {
    std::size_t bytes = largest_input;
    const char* hint = "split it into smaller files";
};

/// What to tell of an input beyond a limit.
Error too_large(const std::string& name, const SizeLimit& limit);

/// Waits for input and reads at most `size` bytes; gives back how many, 0 at the end. Throws Error:
/// io, interrupted.
std::size_t read_some(int descriptor, char* to, std::size_t size, const std::string& name);

/// Reads a file, a pipe, a device or, for `-`, standard input line by line, never holding more than
/// one line of it.
class LineReader {
public:
    /// `longest` bounds a line, in bytes. Throws Error: not_found, io, interrupted.
    explicit LineReader(const std::string& path, std::size_t longest = largest_input);

    /// The next line without its newline, good until the next call; none at the end. Throws Error: io,
    /// input for a line that is too long, interrupted.
    std::optional<std::string_view> next();

    /// The bytes that come next and were read already, at most 64 KiB; empty at the end of the file. They
    /// stay to be read.
    std::string_view peek();

    /// The next bytes, good until the next call; empty at the end.
    std::string_view next_bytes();

    /// Reads all the rest as text of that charset, or of the one that is found in it, and from now on gives
    /// UTF-8. Gives back what was guessed or could not be read, for a person. Throws Error: unsupported for a
    /// charset that is not known, input for a file that is too large.
    std::vector<std::string> decode(const std::optional<std::string>& encoding);

private:
    bool fill();

    std::string name_;
    std::size_t longest_;
    Descriptor opened_;
    std::array<char, 65536> bytes_{};
    std::string_view rest_;  ///< of bytes_, or of decoded_, not handed out yet
    std::optional<std::string> decoded_;
    std::string line_;
};

}  // namespace newsarc::cli
