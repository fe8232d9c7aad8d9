#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "web/http/message.hpp"

namespace newsarc::web {

/// Reads requests of HTTP/1.1 (RFC 9112) out of the bytes of a connection, one after the other. What programs
/// understand in different ways is refused.
class RequestReader {
public:
    enum class State {
        needs_more,  ///< bytes
        has_head,    ///< to be looked at before the body is read
        whole,
        refused,  ///< with refusal(); what follows on the connection cannot be understood
    };

    /// Bytes of what stands before a body, and of a body.
    RequestReader(std::size_t largest_head, std::size_t largest_body);
    ~RequestReader();
    RequestReader(const RequestReader&) = delete;
    RequestReader& operator=(const RequestReader&) = delete;

    /// Takes what came. `has_head` is given once for each request.
    State take(std::string_view bytes);

    /// Goes on after `has_head`.
    State read_body();

    /// Begins with the next request, of which something may have come already.
    State next();

    /// Something of a request has come, and not all of it.
    [[nodiscard]] bool has_begun() const { return !came_.empty() || head_is_whole_; }

    [[nodiscard]] const Head& head() const { return head_; }

    /// Of a request that is whole.
    std::string take_body();

    /// The head says that there is a body which has not come yet.
    [[nodiscard]] bool awaits_body() const;

    /// The client wants to go on with this connection, and is where it can.
    [[nodiscard]] bool can_be_followed() const;

    [[nodiscard]] const Response& refusal() const { return refusal_; }

private:
    State read_head();
    State refuse(Response answer);
    State too_large();

    struct Parsing;
    std::size_t largest_head_;
    std::size_t largest_body_;
    std::unique_ptr<Parsing> parsing_;
    std::string came_;  ///< and was not taken by the parser
    Head head_;
    bool head_is_whole_ = false;
    Response refusal_;
};

}  // namespace newsarc::web
