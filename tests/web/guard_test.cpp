#include "web/http/guard.hpp"

#include <set>

#include "support/catch.hpp"

using namespace newsarc::web;

namespace {

constexpr std::uint16_t port = 8642;

Guard a_guard(bool read_only = false) {
    return {port, Secret{1, 2, 3}, Secret{4, 5, 6}, read_only};
}

std::string token() {
    const std::string address = a_guard().start_address();
    return address.substr(address.find("token=") + 6);
}

/// The cookie that the token is swapped for, as a browser sends it.
std::string cookie() {
    const auto answer = a_guard().stops(
        {.method = "GET", .target = "/?token=" + token(), .fields = {{"host", "127.0.0.1:8642"}}});
    for (const auto& [name, value] : answer.value().headers) {
        if (name == "Set-Cookie") return value.substr(0, value.find(';'));
    }
    return {};
}

/// A request that is let through, to be changed by a test.
Head good(const std::string& method = "GET", const std::string& target = "/") {
    Head head{
        .method = method,
        .target = target,
        .fields = {{"host", "127.0.0.1:8642"}, {"cookie", cookie()}, {"sec-fetch-site", "same-origin"}}};
    if (method == "POST") {
        head.fields.emplace_back("origin", "http://127.0.0.1:8642");
        head.fields.emplace_back("content-length", "3");
    }
    return head;
}

Head with(Head head, const std::string& name, const std::string& value) {
    std::erase_if(head.fields, [&](const auto& field) { return field.first == name; });
    head.fields.emplace_back(name, value);
    return head;
}

Head without(Head head, const std::string& name) {
    std::erase_if(head.fields, [&](const auto& field) { return field.first == name; });
    return head;
}

Head also(Head head, const std::string& name, const std::string& value) {
    head.fields.emplace_back(name, value);
    return head;
}

/// 0: let through.
unsigned stopped_with(const Head& head, bool read_only = false) {
    const auto answer = a_guard(read_only).stops(head);
    return answer ? answer->status : 0;
}

}  // namespace

TEST_CASE("a request is let through with the cookie, from our own pages or the reader's hand") {
    struct Row {
        const char* what;
        Head head;
        unsigned status;
    };
    for (const Row& row : {
             Row{"get", good(), 0},
             Row{"head", good("HEAD"), 0},
             Row{"post", good("POST"), 0},
             Row{"localhost", with(good(), "host", "localhost:8642"), 0},
             Row{"::1", with(good(), "host", "[::1]:8642"), 0},
             Row{"absolute", good("GET", "http://127.0.0.1:8642/a/1"), 0},
             Row{"typed address", with(good(), "sec-fetch-site", "none"), 0},
             Row{"browser without fetch metadata", without(good(), "sec-fetch-site"), 0},
             Row{"post without fetch metadata", without(good("POST"), "sec-fetch-site"), 0},
             Row{"among other cookies", with(good(), "cookie", "a=b; " + cookie() + ";c=d"), 0},
             Row{"beside one of its name", with(good(), "cookie", "newsarc-8642=x; " + cookie()), 0},
             Row{"link of another site",
                 also(also(with(good(), "sec-fetch-site", "cross-site"), "sec-fetch-mode", "navigate"),
                      "sec-fetch-dest", "document"),
                 0},
             Row{"chunked", with(without(good("POST"), "content-length"), "transfer-encoding", "Chunked"), 0},

             Row{"no host", without(good(), "host"), 400},
             Row{"two hosts", also(good(), "host", "127.0.0.1:8642"), 400},
             Row{"rebinding", with(good(), "host", "evil.example:8642"), 421},
             Row{"another port", with(good(), "host", "127.0.0.1:80"), 421},
             Row{"no port", with(good(), "host", "127.0.0.1"), 421},
             Row{"begins like ours", with(good(), "host", "127.0.0.1:8642.evil.example"), 421},
             Row{"ends like ours", with(good(), "host", "evil.example@127.0.0.1:8642"), 421},
             Row{"empty host", with(good(), "host", ""), 421},
             Row{"another loopback", with(good(), "host", "127.0.0.2:8642"), 421},
             Row{"any address", with(good(), "host", "0.0.0.0:8642"), 421},

             Row{"no cookie", without(good(), "cookie"), 403},
             Row{"wrong cookie", with(good(), "cookie", "newsarc-8642=" + std::string(43, 'x')), 403},
             Row{"cut cookie", with(good(), "cookie", cookie().substr(0, 30)), 403},
             Row{"longer cookie", with(good(), "cookie", cookie() + "x"), 403},
             Row{"name of another port", with(good(), "cookie", "newsarc-1=" + cookie().substr(13)), 403},
             Row{"token is no cookie", with(good(), "cookie", "newsarc-8642=" + token()), 403},
             Row{"picture in another site", with(good(), "sec-fetch-site", "cross-site"), 403},
             Row{"script of another port", with(good(), "sec-fetch-site", "same-site"), 403},
             Row{"frame in another site",
                 also(also(with(good(), "sec-fetch-site", "cross-site"), "sec-fetch-mode", "navigate"),
                      "sec-fetch-dest", "iframe"),
                 403},

             Row{"post of another site", with(good("POST"), "origin", "https://evil.example"), 403},
             Row{"post of another port", with(good("POST"), "origin", "http://127.0.0.1:8000"), 403},
             Row{"post of another of our names", with(good("POST"), "origin", "http://localhost:8642"), 403},
             Row{"post of nowhere", with(good("POST"), "origin", "null"), 403},
             Row{"post without origin", without(good("POST"), "origin"), 403},
             Row{"post of two origins", also(good("POST"), "origin", "http://127.0.0.1:8642"), 403},
             Row{"post over https", with(good("POST"), "origin", "https://127.0.0.1:8642"), 403},
             Row{"post by hand", with(good("POST"), "sec-fetch-site", "none"), 403},
             Row{"post of the same site", with(good("POST"), "sec-fetch-site", "same-site"), 403},
             Row{"post that navigates here",
                 also(also(with(good("POST"), "sec-fetch-site", "cross-site"), "sec-fetch-mode", "navigate"),
                      "sec-fetch-dest", "document"),
                 403},

             Row{"put", good("PUT"), 405},
             Row{"options", good("OPTIONS", "*"), 405},
             Row{"connect", good("CONNECT", "127.0.0.1:8642"), 405},
             Row{"trace", good("TRACE"), 405},
             Row{"small letters", good("get"), 405},

             Row{"two lengths", also(good("POST"), "content-length", "3"), 400},
             Row{"length and coding", also(good("POST"), "transfer-encoding", "chunked"), 400},
             Row{"gzip", with(without(good("POST"), "content-length"), "transfer-encoding", "gzip, chunked"),
                 400},
             Row{"twice chunked",
                 with(without(good("POST"), "content-length"), "transfer-encoding", "chunked, chunked"), 400},
             Row{"identity", with(without(good("POST"), "content-length"), "transfer-encoding", "identity"),
                 400},
             Row{"plus", with(good("POST"), "content-length", "+3"), 400},
             Row{"minus", with(good("POST"), "content-length", "-3"), 400},
             Row{"list", with(good("POST"), "content-length", "3, 3"), 400},
             Row{"hexadecimal", with(good("POST"), "content-length", "0x3"), 400},
             Row{"no length", with(good("POST"), "content-length", ""), 400},
             Row{"get with a body", with(good(), "content-length", "3"), 400},

             Row{"another host's address", good("GET", "http://evil.example/"), 400},
             Row{"another scheme", good("GET", "https://127.0.0.1:8642/"), 400},
             Row{"an address that begins like ours", good("GET", "http://127.0.0.1:8642.evil.example/"), 400},
             Row{"another of our names", good("GET", "http://localhost:8642/"), 400},
             Row{"no path", good("GET", "a"), 400},
             Row{"dots", good("GET", "/%2e%2e/x"), 400},
             Row{"nul", good("GET", "/%00"), 400},
         }) {
        INFO(row.what);
        CHECK(stopped_with(row.head) == row.status);
    }
    Head old = with(without(good("POST"), "content-length"), "transfer-encoding", "chunked");
    old.version = 10;
    CHECK(stopped_with(old) == 400);
}

TEST_CASE("where nothing may be changed nothing can be sent") {
    CHECK(stopped_with(good(), true) == 0);
    const auto refused = a_guard(true).stops(good("POST"));
    REQUIRE(refused);
    CHECK(refused->status == 405);
    CHECK(refused->headers == Values{{"Allow", "GET, HEAD"}});
}

TEST_CASE("on the port of HTTP a browser names no port") {
    const Guard guard(80, Secret{}, Secret{}, true);
    const Head head{.method = "GET", .target = "/", .fields = {{"host", "localhost"}}};
    CHECK(guard.stops(head)->status == 403);  // for want of a cookie
    CHECK(guard.stops(with(head, "host", "localhost:80"))->status == 403);
    CHECK(guard.stops(with(head, "host", "evil.example"))->status == 421);
}

TEST_CASE("the token is swapped for a cookie that scripts and other sites do not get") {
    const Head head{.method = "GET", .target = "/?token=" + token(), .fields = {{"host", "127.0.0.1:8642"}}};
    const Response answer = a_guard().stops(head).value();
    CHECK(answer.status == 303);
    REQUIRE(answer.headers.size() == 2);
    CHECK(answer.headers[0] == std::pair<std::string, std::string>("Location", "/"));
    CHECK(answer.headers[1].second == cookie() + "; HttpOnly; SameSite=Strict; Path=/");
    CHECK(answer.body.find(token()) == std::string::npos);

    CHECK(token().size() == 43);  // 256 bits
    Head wrong = head;
    wrong.target = "/?token=" + token().substr(1) + "x";
    CHECK(stopped_with(wrong) == 403);
    wrong.target = "/?token=";
    CHECK(stopped_with(wrong) == 403);
    wrong.target = "/a/1?token=" + token();
    CHECK(stopped_with(wrong) == 403);
    CHECK(stopped_with(with(head, "host", "evil.example")) == 421);
    CHECK(stopped_with({.method = "POST", .target = head.target, .fields = good("POST").fields}) == 0);
}

TEST_CASE("who has no cookie is told where to begin") {
    const Response answer = a_guard().stops(without(good(), "cookie")).value();
    CHECK(answer.body.find("newsarc serve") != std::string::npos);
    CHECK(answer.body.find("<a href=\"/\">") != std::string::npos);
    CHECK(answer.body.find(token()) == std::string::npos);
}

TEST_CASE("each secret is new, and the token, the cookie and the forms tell nothing of each other") {
    std::set<Secret> secrets;
    for (int i = 0; i < 100; ++i)
        secrets.insert(make_secret());
    CHECK(secrets.size() == 100);
    CHECK(std::set<std::string>{token(), cookie().substr(13), a_guard().csrf()}.size() == 3);
    CHECK(Guard(port, Secret{9}, Secret{}, false).csrf() != a_guard().csrf());
}

TEST_CASE("a form is taken with the right csrf alone, and comes without it") {
    const Guard guard = a_guard();
    Values form{{"tag", "flood"}, {"csrf", guard.csrf()}};
    CHECK(guard.takes_csrf(form));
    CHECK(form == Values{{"tag", "flood"}});
    CHECK_FALSE(guard.takes_csrf(form));
    form = {{"csrf", guard.csrf() + "x"}};
    CHECK_FALSE(guard.takes_csrf(form));
    form = {{"csrf", ""}};
    CHECK_FALSE(guard.takes_csrf(form));
    form = {{"csrf", "x"}, {"csrf", guard.csrf()}};
    CHECK_FALSE(guard.takes_csrf(form));
}

TEST_CASE("every answer has the headers that keep other sites out") {
    Response answer{.body = "x"};
    seal(answer);
    const auto value = [&](const std::string& name) {
        for (const auto& [found, text] : answer.headers) {
            if (found == name) return text;
        }
        return std::string();
    };
    CHECK(value("Content-Security-Policy").starts_with("default-src 'none'; "));
    CHECK(value("Content-Security-Policy").find("unsafe") == std::string::npos);
    CHECK(value("X-Content-Type-Options") == "nosniff");
    CHECK(value("Referrer-Policy") == "same-origin");
    CHECK(value("Cross-Origin-Opener-Policy") == "same-origin");
    CHECK(value("Cross-Origin-Resource-Policy") == "same-origin");
    CHECK(value("Cache-Control") == "no-store");
    CHECK(value("Access-Control-Allow-Origin").empty());

    answer = {.headers = {{"ETag", "\"1\""}}};
    seal(answer);
    CHECK(value("Cache-Control") == "private, no-cache");
    answer = {.headers = {{"Cache-Control", "max-age=60"}}};
    seal(answer);
    CHECK(value("Cache-Control") == "max-age=60");
}

TEST_CASE("a header cannot be made to end before its end") {
    for (const char* value : {"/\r\nSet-Cookie: a=b", "/\n", "a\rb", "\x7F"}) {
        Response answer{.status = 303, .body = "secret", .headers = {{"Location", value}}};
        seal(answer);
        CHECK(answer.status == 500);
        CHECK(answer.body.find("secret") == std::string::npos);
    }
    Response answer{.headers = {{"Content-Disposition", "attachment; filename*=UTF-8''\xC3\xA9"}}};
    seal(answer);
    CHECK(answer.status == 200);
}

TEST_CASE("a head is plain lines, and what is not is told as soon as it has come") {
    struct Row {
        std::string head;
        bool is_fine;
    };
    for (const Row& row : {
             Row{"GET / HTTP/1.1\r\nHost: a\r\n\r\n", true},
             Row{"GET / HTTP/1.0\r\n\r\n", true},
             Row{"GET / HTTP/1.1\r\nA:\tb \xC3\xA9\r\n\r\nbody\nof any\0 kind", true},
             Row{"GET /\r\n", false},
             Row{"GET / HTTP/0.9\r\n", false},
             Row{"GET / HTTP/2.0\r\n", false},
             Row{"\r\nGET / HTTP/1.1\r\n", false},
             Row{"GET / HTTP/1.1\n", false},
             Row{"GET / HTTP/1.1\r\nHost: a\n", false},
             Row{"GET / HTTP/1.1\r\nHost: a\r\n folded\r\n", false},
             Row{"GET / HTTP/1.1\r\nHost: a\r\n\tfolded\r\n", false},
             Row{"GET / HTTP/1.1\r\n Host: a\r\n", false},
             Row{"GET / HTTP/1.1\r\nA: b\rc\r\n", false},
             Row{std::string("GET / HTTP/1.1\r\nA: b\0c\r\n", 24), false},
             Row{"GET / HTTP/1.1\r\nA: \x01\r\n", false},
         }) {
        INFO(row.head);
        HeadLines whole;
        CHECK(whole.trouble(row.head).empty() == row.is_fine);
        CHECK(whole.is_whole() == row.is_fine);
        HeadLines bytes;
        bool fine = true;
        for (std::size_t i = 1; i <= row.head.size(); ++i)
            fine = fine && bytes.trouble(std::string_view(row.head).substr(0, i)).empty();
        CHECK(fine == row.is_fine);
    }
}

TEST_CASE("a feed is read with its own key, and nothing else is") {
    const Guard guard = a_guard();
    const std::string key = guard.feed_key("/feed/ports.atom");
    const auto is_let_in = [&](const std::string& method, const std::string& target) {
        return !guard.stops({.method = method, .target = target, .fields = {{"host", "127.0.0.1:8642"}}});
    };
    CHECK(is_let_in("GET", "/feed/ports.atom?key=" + key));
    CHECK(is_let_in("HEAD", "/feed/ports.atom?key=" + key));
    CHECK_FALSE(is_let_in("POST", "/feed/ports.atom?key=" + key));
    CHECK_FALSE(is_let_in("GET", "/feed/other.atom?key=" + key));
    CHECK_FALSE(is_let_in("GET", "/feed/ports.atom"));
    CHECK_FALSE(is_let_in("GET", "/?key=" + guard.feed_key("/")));
    // It lasts longer than what a browser is let in with.
    CHECK(Guard(port, Secret{9}, Secret{4, 5, 6}, false).feed_key("/feed/ports.atom") == key);
}
