#include "cli/terminal/console.hpp"

#include <newsarc/error.hpp>

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace newsarc::cli {
Console::Console(int out_descriptor, int err_descriptor)
    : out(nullptr),
      err(nullptr),
      out_buffer_(out_descriptor, "standard output"),
      err_buffer_(err_descriptor, "standard error") {
    out.rdbuf(&out_buffer_);
    out.exceptions(std::ios::badbit);
    err.rdbuf(&err_buffer_);
}

void Console::start_pager(const std::string& command, const Environment& environment) {
    out.flush();
    pager_.emplace(command, environment);
    out_buffer_.redirect(pager_->descriptor());
}

bool Console::end_pager() {
    const bool paged = !pager_ || pager_->finish();
    pager_.reset();
    return paged;
}

DescriptorBuffer::DescriptorBuffer(int descriptor, std::string name)
    : descriptor_(descriptor), name_(std::move(name)) {
    setp(pending_.data(), pending_.data() + pending_.size());
}

void DescriptorBuffer::write(const char* text, std::size_t count) {
    while (count > 0 && !closed_) {
        const ssize_t written = ::write(descriptor_, text, count);
        if (written < 0) {
            if (errno == EINTR) continue;
            if (errno == EPIPE) {
                closed_ = true;
                if (keep_going_) return;
                throw ClosedPipe();
            }
            const int reason = errno;
            closed_ = true;
            throw Error(ErrorCode::io, "cannot write to " + name_ + ": " + std::strerror(reason));
        }
        text += written;
        count -= static_cast<std::size_t>(written);
    }
}

void DescriptorBuffer::flush_pending() {
    const auto count = static_cast<std::size_t>(pptr() - pbase());
    // Emptied first: after a failure there is nothing left that a later flush would fail on again.
    setp(pending_.data(), pending_.data() + pending_.size());
    write(pending_.data(), count);
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type character) {
    flush_pending();
    if (!traits_type::eq_int_type(character, traits_type::eof())) {
        *pptr() = traits_type::to_char_type(character);
        pbump(1);
    }
    return traits_type::not_eof(character);
}

int DescriptorBuffer::sync() {
    flush_pending();
    return 0;
}

std::streamsize DescriptorBuffer::xsputn(const char* text, std::streamsize count) {
    if (count > epptr() - pptr()) flush_pending();
    if (count > epptr() - pptr()) {
        write(text, static_cast<std::size_t>(count));
    } else {
        std::memcpy(pptr(), text, static_cast<std::size_t>(count));
        pbump(static_cast<int>(count));
    }
    return count;
}

}  // namespace newsarc::cli
