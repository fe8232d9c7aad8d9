#pragma once

#include <newsarc/error.hpp>

#include "cli/terminal/streams.hpp"

#include <optional>
#include <ostream>
#include <string>

namespace newsarc::cli {

/// A file that is written beside its place and put there when it is whole: whoever looks sees the
/// former one or the new one, and a failure leaves the former. A device, a pipe or a socket is
/// written to as it stands; of a link what it points at is replaced.
class OutputFile {
public:
    /// Throws Error(io).
    explicit OutputFile(const std::string& path);
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    /// Takes away what was not committed.
    ~OutputFile();

    /// A write throws Error(io) or ClosedPipe.
    std::ostream& stream() { return stream_; }

    /// Puts the file in its place, durably. Throws Error(io).
    void commit();

private:
    std::string path_;
    std::string temporary_;  ///< empty where nothing is to be renamed
    int descriptor_ = -1;
    std::optional<DescriptorBuffer> buffer_;
    std::ostream stream_;
};

/// What to tell when a system call on an output gave this errno.
Error write_error(const std::string& path, int reason);

}  // namespace newsarc::cli
