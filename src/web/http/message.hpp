#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ask/desk.hpp"

// What is asked over HTTP and what is answered, as values.

namespace newsarc::web {

/// Decoded, valid UTF-8 without NUL, in the order in which they stood.
using Values = ask::Values;

/// What stands before the body of a request, as it came.
struct Head {
    std::string method;
    std::string target;
    unsigned version = 11;  ///< 10: HTTP/1.0
    Values fields;          ///< names in small letters, values without blanks around them

    /// The first of that name; empty where there is none.
    [[nodiscard]] std::string field(std::string_view name) const;
    [[nodiscard]] std::vector<std::string_view> fields_named(std::string_view name) const;
};

/// A file that came with a form.
struct Upload {
    std::string name;   ///< valid UTF-8, as the client gave it: fit to be shown, not to be opened
    std::string bytes;  ///< any
};

/// What is left of a request once the guard has let it through (guard.hpp).
struct Request {
    std::string method;  ///< GET, HEAD or POST
    std::string path;    ///< decoded, begins with `/`
    Values values;       ///< of the address
    Values form;         ///< of a POST, without the field `csrf`
    std::vector<Upload> files;
    std::string origin;  ///< of this server, as the client named it: `http://127.0.0.1:8642`
    Values cookies;      ///< that the client sent, those that the guard looks at too
    std::string csrf;    ///< to stand in every form as the field `csrf`
    /// Of a path below /feed/: the value `key` with which a program may read it without the cookie.
    std::function<std::string(std::string_view path)> feed_key;
    bool read_only = false;  ///< nothing may be changed: there is no POST
    std::string if_none_match;
    /// Becomes true when the client has gone or the time of the request is up. Null: nobody waits so.
    const std::atomic<bool>* cancelled = nullptr;
};

struct Response {
    unsigned status = 200;
    std::string type = "text/html; charset=utf-8";
    std::string body = {};  ///< left out of the answer to HEAD by the server
    /// Such as Location, Content-Disposition, ETag and Cache-Control. A value with a control character in it
    /// is answered with 500 instead.
    std::vector<std::pair<std::string, std::string>> headers = {};
};

}  // namespace newsarc::web
