#pragma once

#include "cli/terminal/descriptor.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace newsarc::cli {

/// Reads a file, a pipe, a device or, for `-`, standard input line by line, never holding more than
/// one line of it.
class LineReader {
public:
    /// `longest` bounds a line, in bytes. Throws Error: not_found, io, interrupted.
    explicit LineReader(const std::string& path, std::size_t longest = largest_input);

    /// The next line without its newline, good until the next call; none at the end. Throws Error: io,
    /// input for a line that is too long, interrupted.
    std::optional<std::string_view> next();

private:
    bool fill();

    std::string name_;
    std::size_t longest_;
    Descriptor opened_;
    std::array<char, 65536> bytes_{};
    std::string_view rest_;  ///< of bytes_, not handed out yet
    std::string line_;
};

}  // namespace newsarc::cli
