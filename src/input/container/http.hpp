#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newsarc::input {

/// Lines `Name: value`, as HTTP, WARC and mail have them: names in lower case, folded lines joined. At most
/// 1,000 are read, 64 KB each.
class HeaderLines {
public:
    explicit HeaderLines(std::string_view lines);
    /// The first of a name; empty when there is none.
    [[nodiscard]] std::string_view value(std::string_view lower_case_name) const;

private:
    std::vector<std::pair<std::string, std::string>> lines_;
};

/// Where a head ends and what follows begins: after the first empty line, ended by LF alone or CR and LF.
/// npos when there is none.
std::size_t end_of_head(std::string_view bytes);

/// `text/html` of `Text/HTML; charset=utf-8`, and its charset; empty what is not stated.
struct MediaType {
    std::string name;
    std::string charset;
};
MediaType media_type(std::string_view content_type);

/// What a server answered (RFC 9112), its body still as it was sent.
struct HttpResponse {
    int status = 0;
    HeaderLines head;
    std::string_view body;
};

/// Bytes that begin with `HTTP/`; status 0 for those that do not.
HttpResponse read_http_response(std::string_view bytes);

/// The body with chunks joined and packing (gzip, deflate, Brotli) undone; each only where it was really
/// done, as programs that store answers undo them and keep the head. `is_damaged` is set when it is cut off
/// or damaged, and what could be read is given. Throws Error: input for a body that unpacks to more than
/// largest_inner_file, or two hundred times its size; unsupported without Brotli.
std::string body_of(const HttpResponse& response, bool& is_damaged);

}  // namespace newsarc::input
