#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "output/json.hpp"

// Messages of JSON-RPC 2.0 (https://www.jsonrpc.org/specification), as the Model Context Protocol has them:
// one a line, in UTF-8.

namespace newsarc::mcp {

using output::Json;

/// Bytes. A longer line is refused without being looked at.
inline constexpr std::size_t longest_line = 1'000'000;

/// Levels of arrays and objects within each other. nlohmann/json calls itself once a level when it writes.
inline constexpr std::size_t deepest_nesting = 32;

// Codes of errors: those of JSON-RPC, and those that the protocol adds.
inline constexpr int parse_error = -32700;
inline constexpr int invalid_request = -32600;
inline constexpr int method_not_found = -32601;
inline constexpr int invalid_params = -32602;
inline constexpr int internal_error = -32603;
inline constexpr int resource_not_found = -32002;            ///< before 2026-07-28; since then invalid_params
inline constexpr int unsupported_protocol_version = -32022;  ///< since 2026-07-28

/// An error of the protocol, which a program has to mend; what a model can mend is the answer of a tool.
class Fault : public std::runtime_error {
public:
    Fault(int code, const std::string& message, Json data = nullptr)
        : std::runtime_error(message), code_(code), data_(std::move(data)) {}

    [[nodiscard]] int code() const noexcept { return code_; }
    [[nodiscard]] const Json& data() const noexcept { return data_; }

private:
    int code_;
    Json data_;
};

/// A request, or a notification.
struct Message {
    std::string method;
    Json id;      ///< a text or a whole number; null: a notification, which is not answered
    Json params;  ///< an object
};

/// What a line holds.
struct Line {
    std::vector<Message> messages;     ///< none where it held only answers, which nobody waits for
    std::vector<std::string> refused;  ///< the answers to what is no message, ready to be sent
    bool batch = false;                ///< an array of messages, which revision 2025-03-26 alone has
};

/// Never throws, whatever the bytes.
Line read_line(std::string_view line);

/// The answer to a line that is longer than longest_line.
std::string refusal_of_long_line();

/// A message to send, without the newline at its end. The id may be null where it could not be read.
std::string result_message(const Json& id, const Json& result);
std::string error_message(const Json& id, const Fault& fault);
std::string notification_message(std::string_view method, const Json& params);

/// On one line; malformed UTF-8 becomes U+FFFD.
std::string written(const Json& value);

}  // namespace newsarc::mcp
