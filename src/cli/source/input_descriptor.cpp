#include "cli/source/input_descriptor.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "cli/source/inputs.hpp"
#include "cli/terminal/interrupt.hpp"
#include "text/unicode/charset.hpp"

namespace newsarc::cli {
namespace {

std::string hint_for(int reason) {
    switch (reason) {
        case EACCES:
        case EPERM: return "check its permissions: ls -l shows them";
        case ELOOP: return "the link points back to itself";
        case EISDIR: return "it is a folder; name a file";
        case EBADF: return "it is closed; name a file";
        default: return "";
    }
}

}  // namespace

Descriptor::~Descriptor() {
    if (value_ >= 0) close(value_);
}

void occupy_standard_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
        // The lowest number that is free is the stream's. It stays open to the end.
        open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

Error read_error(const std::string& name, int reason) {
    if (name.empty()) {
        return {ErrorCode::not_found, "an empty name is no file",
                "name a file, or - for standard input; a variable of the shell may be empty"};
    }
    if (reason == ENOENT || reason == ENOTDIR) {
        return {ErrorCode::not_found, name + ": there is no such file",
                "check the name: ls shows what is there"};
    }
    return {ErrorCode::io, name + ": cannot be read: " + std::strerror(reason), hint_for(reason)};
}

Error too_large(const std::string& name, const SizeLimit& limit) {
    return {ErrorCode::input, name + ": larger than " + std::to_string(limit.bytes) + " bytes", limit.hint};
}

std::size_t read_some(int descriptor, char* to, std::size_t size, const std::string& name) {
    while (true) {
        wait_for_input(descriptor);
        if (interrupted()) throw Error(ErrorCode::interrupted, "interrupted");
        const ssize_t count = ::read(descriptor, to, size);
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno != EINTR) throw read_error(name, errno);
    }
}

LineReader::LineReader(const std::string& path, std::size_t longest)
    : name_(shown_name(path)),
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
    if (decoded_) return false;
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

std::string_view LineReader::peek() {
    if (rest_.empty()) fill();
    return rest_;
}

std::string_view LineReader::next_bytes() {
    peek();
    return std::exchange(rest_, {});
}

std::vector<std::string> LineReader::decode(const std::optional<std::string>& encoding) {
    std::string all;
    for (std::string_view bytes = next_bytes(); !bytes.empty(); bytes = next_bytes()) {
        all += bytes;
        if (all.size() > largest_input) throw too_large(name_, {});
    }
    text::Decoded decoded = text::decode(all, encoding);
    decoded_ = std::move(decoded.utf8);
    rest_ = *decoded_;
    return std::move(decoded.warnings);
}

}  // namespace newsarc::cli
