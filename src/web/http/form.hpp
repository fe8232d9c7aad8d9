#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "web/http/message.hpp"

namespace newsarc::web {

/// A request that is not as HTTP, HTML or we want it. Its text is for a person.
class BadRequest : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The most values and files of a form, and the most parts of a path.
inline constexpr std::size_t most_values = 1000;

/// Percent-decoding (RFC 3986, 2.1). Throws BadRequest where `%` does not begin a code, and for what is not
/// UTF-8 or holds NUL when it is decoded.
std::string decoded(std::string_view text);

/// `application/x-www-form-urlencoded` (https://url.spec.whatwg.org/#urlencoded-parsing), as a form that is
/// sent with GET puts it into the address. Stricter than that: throws BadRequest as decoded() does.
Values url_encoded(std::string_view text);

/// A target of a request, from its slash on (RFC 9112, 3.2.1): `/a/12?at=3`. Throws BadRequest for one
/// that is not of this form, has characters that no address has, or a path with an empty part, `.` or `..`
/// in it, percent-encoded or not.
struct Target {
    std::string path;
    Values values;
};
Target read_target(std::string_view target);

/// What a form was filled with.
struct Filled {
    Values values;
    std::vector<Upload> files;
};

/// Reads the body of a POST by its Content-Type: url_encoded(), or `multipart/form-data` (RFC 7578). Empty
/// for a type that no form has. Throws BadRequest for a body that is not of its type.
std::optional<Filled> read_form(std::string_view content_type, std::string_view body);

}  // namespace newsarc::web
