#include "cli/source/line_reader.hpp"

#include "cli/source/inputs.hpp"
#include "cli/terminal/interrupt.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace newsarc::cli {

LineReader::LineReader(const std::string& path, std::size_t longest)
    : name_(path == standard_input ? "standard input" : path),
      longest_(longest),
      opened_(path == standard_input ? dup(STDIN_FILENO)
                                     : open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)) {
    if (opened_.get() >= 0) return;
    const int reason = errno;
    // The open of a FIFO waits for somebody to write into it.
    if (interrupted()) throw Error(ErrorCode::interrupted, "interrupted");
    throw read_error(name_, reason);
}

bool LineReader::fill() {
    rest_ = {bytes_.data(), read_some(opened_.get(), bytes_.data(), bytes_.size(), name_)};
    return !rest_.empty();
}

std::optional<std::string_view> LineReader::next() {
    line_.clear();
    while (!rest_.empty() || fill()) {
        const std::size_t end = std::min(rest_.find('\n'), rest_.size());
        line_ += rest_.substr(0, end);
        if (line_.size() > longest_) {
            throw Error(ErrorCode::input,
                        name_ + ": a line of more than " + std::to_string(longest_) + " bytes",
                        "give it in shorter lines");
        }
        const bool whole = end < rest_.size();
        rest_.remove_prefix(whole ? end + 1 : end);
        if (whole) return line_;
    }
    if (line_.empty()) return std::nullopt;
    return line_;
}

}  // namespace newsarc::cli
