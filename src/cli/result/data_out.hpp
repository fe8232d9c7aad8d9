#pragma once

#include <optional>
#include <ostream>

#include "cli/context.hpp"
#include "output/text/terminal_text.hpp"

namespace newsarc::cli {

/// Standard output for what a printer does not clean, since other programs are to have it as it is
/// stored: on a terminal it is cleaned, for a person is not to be sent what a terminal would obey. Lines
/// are sent when they are whole; a flush of the stream sends the last one.
class DataOut {
public:
    explicit DataOut(Context& context) : out_(context.out) {
        if (context.terminal.out) cleaned_.emplace(context.out);
    }

    std::ostream& stream() { return cleaned_ ? cleaned_->stream() : out_; }

private:
    std::ostream& out_;
    std::optional<output::TerminalStream> cleaned_;
};

}  // namespace newsarc::cli
