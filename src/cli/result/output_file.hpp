#pragma once

#include <newsarc/error.hpp>

#include "cli/terminal/console.hpp"
#include "output/text/terminal_text.hpp"

#include <optional>
#include <ostream>
#include <string>

namespace newsarc::cli {

/// A file that is written beside its place and put there when it is whole: whoever looks sees the
/// former one or the new one, and a failure leaves the former. A device, a pipe, a socket and what a
/// standard stream goes to is written to as it stands; of a link what it points at is replaced.
class OutputFile {
public:
    /// Throws Error: io; usage for a database, such as the archive, and for what SQLite keeps beside one.
    explicit OutputFile(const std::string& path);
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    /// Takes away what was not committed.
    ~OutputFile();

    /// A write throws Error(io) or ClosedPipe.
    std::ostream& stream() { return cleaned_ ? cleaned_->stream() : stream_; }

    /// Puts the file in its place, durably. Throws Error(io).
    void commit();

private:
    std::string path_;
    std::string temporary_;  ///< empty where nothing is to be renamed
    int descriptor_ = -1;
    std::optional<DescriptorBuffer> buffer_;
    std::ostream stream_;
    std::optional<output::TerminalStream> cleaned_;  ///< when it is a terminal
};

/// What to tell when a system call on an output gave this errno.
Error write_error(const std::string& path, int reason);

}  // namespace newsarc::cli
