#pragma once

#include <atomic>
#include <optional>
#include <string>

#include "ask/desk.hpp"
#include "mcp/message.hpp"

namespace newsarc::mcp {

/// The Model Context Protocol (https://modelcontextprotocol.io/specification), the side of a server: requests
/// in, answers out. Both its eras: since revision 2026-07-28 a request says by itself which revision it
/// follows; before, back to 2024-11-05, `initialize` settled one for all that came after it.
class Protocol {
public:
    explicit Protocol(ask::World world) : desk_(std::move(world)) {}

    /// The message to send for this one; none for a notification, and for a request that was cancelled.
    /// Never throws.
    std::optional<std::string> answer(const Message& message, const std::atomic<bool>& cancelled);

    /// Several messages in a line are for the one revision that has them.
    [[nodiscard]] bool takes_batches() const { return agreed_ == "2025-03-26"; }

private:
    Json result(const Message& message);
    Json initialize(const Json& params);
    Json call_tool(const Json& params, bool structured);
    [[nodiscard]] Json described() const;

    ask::Desk desk_;
    std::string agreed_;  ///< the revision that `initialize` settled; empty before it
};

}  // namespace newsarc::mcp
