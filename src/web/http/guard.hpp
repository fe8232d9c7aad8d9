#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/http/form.hpp"
#include "web/http/message.hpp"

// Who may ask. A page of any site can have the reader's browser send requests to this computer, and a name of
// its own can be made to lead here (DNS rebinding); programs of other users of this computer can send any.
// None of them may read the archive or change it.

namespace newsarc::web {

/// 256 bits that nobody else knows.
using Secret = std::array<std::uint8_t, 32>;

/// From the operating system. Throws Error(io).
Secret make_secret();

/// Looks at the lines of a head as they come: what a parser of HTTP takes, and programs understand in
/// different ways, such as folded lines and line ends without CR.
class HeadLines {
public:
    /// What is wrong in the lines of what came so far, of which nothing may be taken away between calls; for
    /// a person. Empty: nothing. Looks at each line once.
    std::string_view trouble(std::string_view so_far);

    /// The empty line after the head was seen.
    [[nodiscard]] bool is_whole() const { return is_whole_; }

private:
    std::size_t seen_ = 0;
    bool is_whole_ = false;
};

/// The cookies that came with a request, in their order.
Values cookies_of(const Head& head);

class Guard {
public:
    /// For a server on that port of 127.0.0.1 and ::1. `feeds` is kept from one run to the next, for programs
    /// that follow a feed.
    Guard(std::uint16_t port, const Secret& secret, const Secret& feeds, bool read_only);

    /// Where the reader begins, with the token: `http://127.0.0.1:8642/?token=...`.
    [[nodiscard]] std::string start_address() const;

    /// The answer to a request that must not reach the archive, or need not: one that is refused, or that
    /// brings the token. To be asked before the body is read.
    [[nodiscard]] std::optional<Response> stops(const Head& head) const;

    /// Of a request that was not stopped.
    [[nodiscard]] static Target target(const Head& head);

    /// What `csrf` of a request is, and has to be in a form.
    [[nodiscard]] const std::string& csrf() const { return csrf_; }

    /// With this as the value `key`, that path below /feed/ can be read without the cookie, and nothing else.
    [[nodiscard]] std::string feed_key(std::string_view path) const;

    /// Takes the field `csrf` out of a form; true when it was the right one.
    [[nodiscard]] bool takes_csrf(Values& form) const;

private:
    [[nodiscard]] bool is_host(std::string_view host) const;
    [[nodiscard]] bool has_cookie(const Head& head) const;
    [[nodiscard]] bool has_feed_key(const Head& head, const Target& asked) const;
    [[nodiscard]] std::optional<Response> stops_sender(const Head& head, const Target& asked) const;
    [[nodiscard]] std::optional<Response> stops_post(const Head& head) const;

    std::uint16_t port_;
    Secret feeds_;
    bool read_only_;
    std::string token_;
    std::string cookie_name_;  ///< with the port: a browser keeps the cookies of all ports of a host together
    std::string cookie_;
    std::string csrf_;
};

/// A short answer of the server itself.
Response plain_answer(unsigned status, std::string_view text);

/// Puts the headers that every answer has before those of its own, which win where both set Cache-Control. An
/// answer with a control character in a header becomes one of 500.
void seal(Response& response);

}  // namespace newsarc::web
