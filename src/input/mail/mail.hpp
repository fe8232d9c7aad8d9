#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "model/document.hpp"

namespace newsarc::input {

/// True of the beginning of a message: lines of headers, of which three at least are usual in mail.
bool begins_mail(std::string_view start);

/// True of the beginning of an mbox file: a line `From ` with an address and a date.
bool begins_mbox(std::string_view start);

/// Gives the article of a message and those of the messages attached to it. A web page that a browser saved
/// as MHTML is one, too. Throws Error: input for what is no message, or is encrypted; unsupported without
/// GMime.
void read_mail(std::string_view bytes, const std::function<void(Document)>& take);

/// One message of an mbox file.
struct MboxMessage {
    std::string bytes;       ///< without its From_ line, `>From ` unquoted
    std::size_t offset = 0;  ///< of its From_ line in the file
    std::size_t length = 0;
};

/// The messages of an mbox file (RFC 4155, mboxrd), in their order. A line `From now on` in a text begins
/// none.
void read_mbox(std::string_view bytes, const std::function<void(const MboxMessage&)>& take);

}  // namespace newsarc::input
