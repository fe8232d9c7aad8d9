#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/fuzz.hpp"
#include "text/unicode/utf8.hpp"
#include "web/http/guard.hpp"
#include "web/http/request_reader.hpp"

using namespace newsarc;

namespace {

constexpr std::size_t largest_head = 4096;
constexpr std::size_t largest_body = 65'536;

void require_text(const web::Values& values) {
    for (const auto& [name, value] : values) {
        for (const std::string& text : {name, value}) {
            fuzz::require(text::is_valid_utf8(text), "values are UTF-8");
            fuzz::require(text.find('\0') == std::string::npos, "values have no NUL");
        }
    }
}

/// What a server makes of a request, in a few words.
std::string looked_at(const web::Guard& guard, const web::Head& head, const std::string& body) {
    if (std::optional<web::Response> stopped = guard.stops(head)) {
        web::seal(*stopped);
        for (const auto& [name, value] : stopped->headers)
            fuzz::require(value.find_first_of("\r\n") == std::string::npos, "a header is one line");
        return std::to_string(stopped->status);
    }
    const web::Target target = web::Guard::target(head);
    fuzz::require(target.path.starts_with('/'), "a path begins with a slash");
    fuzz::require((target.path + "/").find("/../") == std::string::npos, "a path leads nowhere else");
    require_text(target.values);
    try {
        if (const std::optional<web::Filled> form = web::read_form(head.field("content-type"), body))
            require_text(form->values);
    } catch (const web::BadRequest&) {
        return "bad form";
    }
    return target.path;
}

/// All requests in the bytes, which come in pieces of a size.
std::vector<std::string> requests_in(std::string_view bytes, std::size_t piece) {
    using State = web::RequestReader::State;
    static const web::Guard guard(8642, web::Secret{}, web::Secret{}, false);
    web::RequestReader reader(largest_head, largest_body);
    std::vector<std::string> out;
    const auto act = [&](State state) {
        while (state != State::needs_more) {
            if (state == State::refused) return false;
            if (state == State::has_head) {
                state = reader.read_body();
                continue;
            }
            const std::string body = reader.take_body();
            fuzz::require(body.size() <= largest_body, "a body is bounded");
            out.push_back(looked_at(guard, reader.head(), body));
            if (!reader.can_be_followed()) return false;
            state = reader.next();
        }
        return true;
    };
    while (!bytes.empty()) {
        const std::string_view next = bytes.substr(0, piece);
        bytes.remove_prefix(next.size());
        if (!act(reader.take(next))) break;
    }
    return out;
}

}  // namespace

/// Whatever comes, it is the same requests however it is cut, and nothing of them is more than it may be.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::vector<std::string> whole = requests_in(bytes, largest_head);
    fuzz::require(requests_in(bytes, 1) == whole, "a request is the same byte by byte");
    fuzz::require(requests_in(bytes, 7) == whole, "a request is the same in pieces");
    return 0;
}
