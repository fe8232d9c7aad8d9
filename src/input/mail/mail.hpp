#pragma once

#include "model/document.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// A message taken apart (RFC 5322, MIME). Texts of headers are UTF-8, their encoded words read.
struct Message {
    struct Text {
        std::string bytes;                   ///< decoded from its transfer encoding
        std::optional<std::string> charset;  ///< as stated
        bool is_flowed = false;              ///< format=flowed (RFC 3676)
        bool deletes_space = false;          ///< delsp=yes
    };
    std::string subject;
    std::string from_name;
    std::string from_address;
    std::string date;         ///< ISO 8601 with its offset; empty when it cannot be read
    std::string date_stated;  ///< the header as it stands
    std::string id;           ///< Message-ID
    std::string list;         ///< List-Id
    std::string location;     ///< where a saved page is from: Snapshot-Content-Location, Content-Location
    bool is_saved_page = false;
    bool is_encrypted = false;
    std::vector<Text> html;
    std::vector<Text> plain;
    std::vector<std::string> attachments;  ///< names
    std::vector<Message> inner;            ///< attached messages
    bool is_cut = false;                   ///< it has more parts, levels or bytes than are read
};

/// Takes a message apart. At most 64 levels, 10,000 parts and 256 MB decoded are read. Throws Error: input
/// for what is no message, unsupported without GMime.
Message read_message(std::string_view bytes);

}  // namespace newsarc::input
