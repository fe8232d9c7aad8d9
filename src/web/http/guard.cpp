#include "web/http/guard.hpp"

#include <newsarc/error.hpp>

#include <nettle/base64.h>
#include <nettle/hmac.h>
#include <nettle/memops.h>
#include <unistd.h>
#if __has_include(<sys/random.h>)
#include <sys/random.h>
#endif

#include <algorithm>

#include "text/unicode/ascii.hpp"

namespace newsarc::web {
namespace {

/// https://www.rfc-editor.org/rfc/rfc4648#section-5, without padding
std::string base64url(const Secret& bytes) {
    base64_encode_ctx state{};
    base64url_encode_init(&state);
    std::string out(BASE64_ENCODE_LENGTH(std::tuple_size_v<Secret>) + BASE64_ENCODE_FINAL_LENGTH, '\0');
    std::size_t length = base64_encode_update(&state, out.data(), bytes.size(), bytes.data());
    length += base64_encode_final(&state, out.data() + length);
    out.resize(length);
    out.resize(out.find_last_not_of('=') + 1);
    return out;
}

/// What only one who has the secret can know, and which tells nothing of it: HMAC-SHA-256 (RFC 2104).
std::string derived(const Secret& secret, std::string_view purpose) {
    hmac_sha256_ctx state{};
    hmac_sha256_set_key(&state, secret.size(), secret.data());
    hmac_sha256_update(&state, purpose.size(), reinterpret_cast<const std::uint8_t*>(purpose.data()));
    Secret out{};
    hmac_sha256_digest(&state, out.size(), out.data());
    return base64url(out);
}

/// In a time that does not tell how much of it is right.
bool is_same(std::string_view given, std::string_view wanted) {
    return given.size() == wanted.size() && memeql_sec(given.data(), wanted.data(), wanted.size()) != 0;
}

const std::string* value_named(const Values& values, std::string_view name) {
    const auto found = std::ranges::find(values, name, &Values::value_type::first);
    return found == values.end() ? nullptr : &found->second;
}

/// The target as a path, also where it names the host before (RFC 9112, 3.2.2).
std::string_view path_of(const Head& head) {
    static constexpr std::string_view scheme = "http://";
    std::string_view target = head.target;
    const std::string host = head.field("host");
    if (!target.starts_with(scheme)) return target;
    target.remove_prefix(scheme.size());
    if (!target.starts_with(host)) return {};
    target.remove_prefix(host.size());
    return target;
}

/// What makes it uncertain where a request ends.
std::string_view trouble_of_length(const Head& head) {
    const std::vector<std::string_view> lengths = head.fields_named("content-length");
    const std::vector<std::string_view> codings = head.fields_named("transfer-encoding");
    if (lengths.size() + codings.size() > 1) return "more than one length of the body";
    if (!codings.empty() && (text::in_ascii_lower_case(codings.front()) != "chunked" || head.version < 11))
        return "a transfer coding other than chunked";
    if (!lengths.empty() &&
        (lengths.front().empty() || !std::ranges::all_of(lengths.front(), text::is_digit)))
        return "a length of the body that is no number";
    const bool has_body = !codings.empty() || (!lengths.empty() && lengths.front() != "0");
    if (has_body && head.method != "POST") return "a body where none belongs";
    return {};
}

constexpr std::string_view no_cookie_page =
    "<!doctype html>\n"
    "<html lang=\"en\">\n"
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n"
    "<meta name=\"color-scheme\" content=\"light dark\">\n"
    "<title>newsarc: not from here</title>\n"
    "<main>\n"
    "<h1>This browser has not been let in yet</h1>\n"
    "<p>Open the address that <code>newsarc serve</code> printed in the terminal it runs in: it ends in\n"
    "<code>?token=…</code>, and is a new one each time the server is started.</p>\n"
    "<p>You have just opened it? Then <a href=\"/\">go on from here</a>.</p>\n"
    "</main>\n"
    "</html>\n";

constexpr std::string_view content_security_policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> always{{
    {"Content-Security-Policy", content_security_policy},
    {"X-Content-Type-Options", "nosniff"},
    // With no-referrer, browsers send the forms of our own pages with `Origin: null`
    // (https://fetch.spec.whatwg.org/#append-a-request-origin-header); to other sites this one tells nothing
    // either.
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
}};

}  // namespace

std::vector<std::string_view> Head::fields_named(std::string_view name) const {
    std::vector<std::string_view> out;
    for (const auto& [found, value] : fields) {
        if (found == name) out.push_back(value);
    }
    return out;
}

std::string Head::field(std::string_view name) const {
    const std::string* value = value_named(fields, name);
    return value == nullptr ? std::string() : *value;
}

Values cookies_of(const Head& head) {
    Values out;
    for (std::string_view cookies : head.fields_named("cookie")) {
        while (!cookies.empty()) {
            const std::string_view one = cookies.substr(0, cookies.find(';'));
            cookies.remove_prefix(std::min(one.size() + 1, cookies.size()));
            cookies.remove_prefix(std::min(cookies.find_first_not_of(' '), cookies.size()));
            const std::size_t sign = std::min(one.find('='), one.size());
            out.emplace_back(one.substr(0, sign), one.substr(std::min(sign + 1, one.size())));
        }
    }
    return out;
}

Secret make_secret() {
    Secret out{};
    if (getentropy(out.data(), out.size()) != 0)
        throw Error(ErrorCode::io, "the system has no random numbers to give");
    return out;
}

std::string_view HeadLines::trouble(std::string_view so_far) {
    while (!is_whole_) {
        const std::size_t end = so_far.find('\n', seen_);
        if (end == std::string_view::npos) return {};
        const std::string_view line = so_far.substr(seen_, end - seen_);
        const auto is_control = [](char c) {
            return text::is_ascii(c) && (c < ' ' || c == '\x7F') && c != '\t';
        };
        if (!line.ends_with('\r') || std::ranges::any_of(line.substr(0, line.size() - 1), is_control))
            return "a line end or control character where none belongs";
        if (seen_ == 0 && !line.ends_with(" HTTP/1.1\r") && !line.ends_with(" HTTP/1.0\r"))
            return "no HTTP/1.1";
        if (line.starts_with(' ') || line.starts_with('\t')) return "a folded line";
        seen_ = end + 1;
        is_whole_ = line == "\r";
    }
    return {};
}

Guard::Guard(std::uint16_t port, const Secret& secret, const Secret& feeds, bool read_only)
    : port_(port),
      feeds_(feeds),
      read_only_(read_only),
      token_(derived(secret, "token")),
      cookie_name_("newsarc-" + std::to_string(port)),
      cookie_(derived(secret, "cookie")),
      csrf_(derived(secret, "csrf")) {}

std::string Guard::start_address() const {
    return "http://127.0.0.1:" + std::to_string(port_) + "/?token=" + token_;
}

bool Guard::is_host(std::string_view host) const {
    return std::ranges::any_of(
        std::array<std::string_view, 3>{"127.0.0.1", "localhost", "[::1]"}, [&](std::string_view name) {
            // A browser leaves out the port that is that of HTTP.
            return host == std::string(name) + ":" + std::to_string(port_) || (port_ == 80 && host == name);
        });
}

bool Guard::has_cookie(const Head& head) const {
    bool found = false;
    for (const auto& [name, value] : cookies_of(head))
        found = (name == cookie_name_ && is_same(value, cookie_)) || found;
    return found;
}

std::optional<Response> Guard::stops(const Head& head) const {
    const std::vector<std::string_view> hosts = head.fields_named("host");
    if (hosts.size() != 1) return plain_answer(400, "a request has one Host");
    if (!is_host(hosts.front())) return plain_answer(421, "this is not the host that was asked for");
    if (const std::string_view trouble = trouble_of_length(head); !trouble.empty())
        return plain_answer(400, trouble);
    if (head.method != "GET" && head.method != "HEAD" && (head.method != "POST" || read_only_)) {
        Response refused = plain_answer(405, "not a method of this server");
        refused.headers.emplace_back("Allow", read_only_ ? "GET, HEAD" : "GET, HEAD, POST");
        return refused;
    }
    try {
        const Target asked = target(head);
        const std::string* token = value_named(asked.values, "token");
        if (token != nullptr && asked.path == "/" && head.method != "POST") {
            if (!is_same(*token, token_)) return Response{.status = 403, .body = std::string(no_cookie_page)};
            Response swapped = plain_answer(303, "go on at /");
            swapped.headers.emplace_back("Location", "/");
            swapped.headers.emplace_back(
                "Set-Cookie", cookie_name_ + "=" + cookie_ + "; HttpOnly; SameSite=Strict; Path=/");
            return swapped;
        }
        return stops_sender(head, asked);
    } catch (const BadRequest& bad) {
        return plain_answer(400, bad.what());
    }
}

std::string Guard::feed_key(std::string_view path) const {
    return derived(feeds_, path);
}

bool Guard::has_feed_key(const Head& head, const Target& asked) const {
    const std::string* key = value_named(asked.values, "key");
    return key != nullptr && head.method != "POST" && asked.path.starts_with("/feed/") &&
           is_same(*key, feed_key(asked.path));
}

std::optional<Response> Guard::stops_sender(const Head& head, const Target& asked) const {
    // A cookie goes with requests of pages of other ports of this host, which may be another user's: theirs
    // may lead here, and show nothing from here (https://web.dev/articles/fetch-metadata).
    const std::string from = head.field("sec-fetch-site");
    const bool leads_here =
        head.field("sec-fetch-mode") == "navigate" && head.field("sec-fetch-dest") == "document";
    if (!from.empty() && from != "none" && from != "same-origin" && !leads_here)
        return plain_answer(403, "a page of another site asks for this");
    if (has_feed_key(head, asked)) return std::nullopt;
    if (!has_cookie(head)) return Response{.status = 403, .body = std::string(no_cookie_page)};
    return head.method == "POST" ? stops_post(head) : std::nullopt;
}

std::optional<Response> Guard::stops_post(const Head& head) const {
    const std::vector<std::string_view> origins = head.fields_named("origin");
    if (origins.size() != 1 || origins.front() != "http://" + head.field("host"))
        return plain_answer(403, "a form of another site");
    const std::string from = head.field("sec-fetch-site");
    if (!from.empty() && from != "same-origin") return plain_answer(403, "a form of another site");
    return std::nullopt;
}

Target Guard::target(const Head& head) {
    return read_target(path_of(head));
}

bool Guard::takes_csrf(Values& form) const {
    const std::string* given = value_named(form, "csrf");
    const bool right = given != nullptr && is_same(*given, csrf_);
    std::erase_if(form, [](const auto& value) { return value.first == "csrf"; });
    return right;
}

Response plain_answer(unsigned status, std::string_view text) {
    return {.status = status,
            .type = "text/plain; charset=utf-8",
            .body = std::string(text) + "\n",
            .headers = {}};
}

void seal(Response& response) {
    const auto is_control = [](char c) { return text::is_ascii(c) && (c < ' ' || c == '\x7F'); };
    const auto is_unfit = [&](const auto& header) {
        return std::ranges::any_of(header.first, is_control) ||
               std::ranges::any_of(header.second, is_control);
    };
    if (std::ranges::any_of(response.headers, is_unfit) || std::ranges::any_of(response.type, is_control))
        response = plain_answer(500, "a header with a control character in it: a defect in newsarc");
    const auto is_named = [&](std::string_view name) {
        return std::ranges::any_of(response.headers,
                                   [&](const auto& header) { return header.first == name; });
    };
    Values headers;
    for (const auto& [name, value] : always)
        headers.emplace_back(name, value);
    if (!is_named("Cache-Control"))
        headers.emplace_back("Cache-Control", is_named("ETag") ? "private, no-cache" : "no-store");
    headers.insert(headers.end(), response.headers.begin(), response.headers.end());
    response.headers = std::move(headers);
}

}  // namespace newsarc::web
