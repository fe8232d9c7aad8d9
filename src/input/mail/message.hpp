#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::input {

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
