// The server over real connections, with an archive in memory and times that a test can wait for.

#include <newsarc/archive.hpp>

#include <atomic>
#include <chrono>
#include <optional>
#include <thread>
#include <vector>

#include "support/catch.hpp"
#include "web/http/guard.hpp"
#include "web/raw_client.hpp"
#include "web/serve.hpp"

using namespace newsarc;
using namespace newsarc::web::tests;
using namespace std::chrono_literals;

namespace {

Archive sample_archive() {
    Archive archive = Archive::open({}, Archive::Mode::memory);
    Source port;
    port.bytes = "Credit: Harbour Post\n\nPort Reopens\n\nBarges came back to Portvale.\n";
    AddOptions options;
    options.added = "2025-01-21T10:00:00Z";
    archive.add(std::vector<Source>{port}, options);
    return archive;
}

class Served {
public:
    explicit Served(const web::Limits& limits = {}, bool may_change = true)
        : service_({.open = [](Archive::Mode) { return sample_archive(); },
                    .now = [] { return std::int64_t{1'737'500'000}; },
                    .version = "1.2.3",
                    .may_change = may_change},
                   0, limits) {
        const std::string address = service_.start_address();
        const std::size_t colon = address.find(':', 5);
        host = address.substr(7, address.find('/', 7) - 7);
        port = static_cast<std::uint16_t>(std::stoul(address.substr(colon + 1)));
        const std::string swapped =
            send_and_close("GET " + address.substr(address.find("/?")) + " HTTP/1.1\r\nHost: " + host +
                           "\r\nConnection: close\r\n\r\n");
        const std::string set = header_of(swapped, "Set-Cookie");
        cookie = set.substr(0, set.find(';'));
        REQUIRE_FALSE(cookie.empty());
    }

    std::string host;
    std::string cookie;
    std::uint16_t port = 0;

    [[nodiscard]] RawClient client() const { return RawClient(port); }

    /// The fields of a request that is let through, each line with its end.
    [[nodiscard]] std::string fields() const { return "Host: " + host + "\r\nCookie: " + cookie + "\r\n"; }

    /// The same for a POST of a page of ours.
    [[nodiscard]] std::string post_fields() const {
        return fields() + "Origin: http://" + host +
               "\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    }

    [[nodiscard]] std::string get(const std::string& target, const std::string& more = {}) const {
        return "GET " + target + " HTTP/1.1\r\n" + fields() + more + "\r\n";
    }

    /// All that comes back until the server ends the connection.
    [[nodiscard]] std::string send_and_close(const std::string& bytes) const {
        RawClient one = client();
        one.send(bytes);
        return one.rest();
    }

private:
    web::Service service_;
};

/// Times that are over soon.
web::Limits hasty() {
    web::Limits limits;
    limits.request = 300ms;
    limits.idle = 300ms;
    return limits;
}

}  // namespace

TEST_CASE("a server answers what it understands in one way only, and ends the connection after all else") {
    const Served served;
    const std::string host = "Host: " + served.host + "\r\n";
    const std::string post = "POST / HTTP/1.1\r\n" + served.post_fields();
    struct Row {
        const char* what;
        std::string sent;
        const char* status;
    };
    for (const Row& row : {
             Row{"length and chunked",
                 post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"},
             Row{"chunked and length",
                 post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n", "400"},
             Row{"two lengths", post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", "400"},
             Row{"the same length twice", post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", "400"},
             Row{"+3", post + "Content-Length: +3\r\n\r\nabc", "400"},
             Row{"-3", post + "Content-Length: -3\r\n\r\nabc", "400"},
             Row{"3, 3", post + "Content-Length: 3, 3\r\n\r\nabc", "400"},
             Row{"0x3", post + "Content-Length: 0x3\r\n\r\nabc", "400"},
             Row{"a length beyond 64 bits", post + "Content-Length: 99999999999999999999\r\n\r\nabc", "400"},
             Row{"a blank before the colon", post + "Content-Length : 3\r\n\r\nabc", "400"},
             Row{"another coding", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "400"},
             Row{"a coding like chunked", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", "400"},
             Row{"chunked twice",
                 post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"},
             Row{"a chunk that does not end",
                 post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabcX\r\n0\r\n\r\n", "400"},
             Row{"a chunk that ends in LF", post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\n0\r\n\r\n",
                 "400"},
             Row{"a chunk size of +3", post + "Transfer-Encoding: chunked\r\n\r\n+3\r\nabc\r\n0\r\n\r\n",
                 "400"},
             Row{"a chunk size of 0x3", post + "Transfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n0\r\n\r\n",
                 "400"},
             Row{"a chunk size of 17 digits",
                 post + "Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\nabc\r\n0\r\n\r\n", "400"},
             Row{"an endless line of a chunk",
                 post + "Transfer-Encoding: chunked\r\n\r\n3;" + std::string(100'000, 'x'), "400"},
             Row{"too large", post + "Content-Length: 20000001\r\n\r\nabc", "413"},
             Row{"too large in chunks", post + "Transfer-Encoding: chunked\r\n\r\n1312D01\r\nabc", "413"},
             Row{"expects what there is not", post + "Content-Length: 3\r\nExpect: x\r\n\r\nabc", "417"},
             Row{"get with a body", served.get("/", "Content-Length: 3\r\n") + "abc", "400"},

             Row{"a folded line", served.get("/", "A: b\r\n c\r\n"), "400"},
             Row{"a folded host", "GET / HTTP/1.1\r\nHost:\r\n " + served.host + "\r\n\r\n", "400"},
             Row{"a blank before the first field", "GET / HTTP/1.1\r\n " + host + "\r\n", "400"},
             Row{"lines that end in LF", "GET / HTTP/1.1\n" + host + "\n\n", "400"},
             Row{"CR alone", served.get("/", "A: b\rC: d\r\n"), "400"},
             Row{"NUL", served.get("/", std::string("A: b\0\r\n", 7)), "400"},
             Row{"no colon", served.get("/", "A\r\n"), "400"},
             Row{"no name", served.get("/", ": a\r\n"), "400"},
             Row{"HTTP/0.9", "GET /\r\n", "400"},
             Row{"HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400"},
             Row{"TLS", "\x16\x03\x01\x02\r\n", "400"},
             Row{"two blanks", "GET  / HTTP/1.1\r\n" + host + "\r\n", "400"},
             Row{"no target", "GET HTTP/1.1\r\n" + host + "\r\n", "400"},
             Row{"a head of 17 KB", served.get("/", "A: " + std::string(17'000, 'a') + "\r\n"), "431"},
             Row{"no end of the line", "GET /" + std::string(70'000, 'a'), "431"},

             Row{"no host", "GET / HTTP/1.1\r\n\r\n", "400"},
             Row{"two hosts", "GET / HTTP/1.1\r\n" + host + host + "\r\n", "400"},
             Row{"another host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", "421"},
             Row{"a path with NUL", "GET /%00 HTTP/1.1\r\n" + served.fields() + "Connection: close\r\n\r\n",
                 "400"},
             Row{"..", served.get("/../x", "Connection: close\r\n"), "400"},
             Row{"%2e%2e", served.get("/%2e%2e/x", "Connection: close\r\n"), "400"},
             Row{"no UTF-8", served.get("/%ff", "Connection: close\r\n"), "400"},
             Row{"another address", served.get("http://evil.example/", "Connection: close\r\n"), "400"},
             Row{"no cookie", "GET / HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n", "403"},
             Row{"a wrong token", "GET /?token=x HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n", "403"},
             Row{"a form of another site",
                 "POST / HTTP/1.1\r\n" + served.fields() +
                     "Origin: http://evil.example\r\nContent-Length: 3\r\n\r\na=b",
                 "403"},
             Row{"a form without csrf", post + "Connection: close\r\nContent-Length: 3\r\n\r\na=b", "403"},
             Row{"no form",
                 "POST / HTTP/1.1\r\n" + served.fields() + "Origin: http://" + served.host +
                     "\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\na=b",
                 "415"},
             Row{"HTTP/1.0", "GET / HTTP/1.0\r\n" + served.fields() + "\r\n", "200"},
             Row{"get", served.get("/", "Connection: close\r\n"), "200"},
         }) {
        INFO(row.what);
        const std::string answer = served.send_and_close(row.sent);
        CHECK(status_of(answer) == row.status);
        CHECK(header_of(answer, "Connection") == "close");
        CHECK(header_of(answer, "X-Content-Type-Options") == "nosniff");
        CHECK(answer.find("HTTP/1.1 ", 9) == std::string::npos);
    }
}

TEST_CASE("requests that come together are answered one after the other") {
    const Served served;
    RawClient client = served.client();
    const std::string post =
        "POST / HTTP/1.1\r\n" + served.post_fields() +
        "Transfer-Encoding: chunked\r\n\r\n1;x=y\r\na\r\n2\r\n=b\r\n0\r\nHost: evil\r\n\r\n";
    client.send(served.get("/") + post + served.get("/none") + "GET / HTTP/1.1\r\n");
    CHECK(status_of(client.answer()) == "200");
    CHECK(status_of(client.answer()) == "403");  // the form lacks its csrf
    CHECK(status_of(client.answer()) == "404");
    client.send(served.fields() + "\r\n");
    CHECK(status_of(client.answer()) == "200");
}

TEST_CASE("the answer to HEAD is that to GET without its body") {
    const Served served;
    RawClient client = served.client();
    client.send(served.get("/"));
    const std::string get = client.answer();
    client.send("HEAD / HTTP/1.1\r\n" + served.fields() + "\r\n");
    const std::string head = client.answer(false);
    CHECK(head == get.substr(0, get.find("\r\n\r\n") + 4));
    client.send(served.get("/"));
    CHECK(client.answer() == get);
}

TEST_CASE("a client that waits for leave to send a body is given it, and no leave for what is refused") {
    const Served served;
    RawClient client = served.client();
    client.send("POST / HTTP/1.1\r\n" + served.post_fields() +
                "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    CHECK(client.answer() == "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("a=b");
    CHECK(status_of(client.answer()) == "403");

    RawClient large = served.client();
    large.send("POST / HTTP/1.1\r\n" + served.post_fields() +
               "Expect: 100-continue\r\nContent-Length: 99999999\r\n\r\n");
    CHECK(status_of(large.answer()) == "413");
}

TEST_CASE("a line of 64 MB is not kept") {
    const Served served;
    RawClient client = served.client();
    const std::string megabyte(1'000'000, 'a');
    int sent = 0;
    while (sent < 64 && client.send(megabyte))
        ++sent;
    // The answer came after 16 KB, and the connection was ended before all could be sent.
    const std::string answer = client.rest();
    CHECK((answer.empty() || status_of(answer) == "431"));
    CHECK(status_of(served.send_and_close(served.get("/", "Connection: close\r\n"))) == "200");
}

TEST_CASE("who is slow to ask is told so, and keeps nobody") {
    const Served served(hasty());
    RawClient slow = served.client();
    const std::string request = served.get("/");
    std::size_t sent = 0;
    const auto begun = std::chrono::steady_clock::now();
    while (sent < request.size() && std::chrono::steady_clock::now() - begun < 600ms) {
        slow.send(request.substr(sent++, 1));
        std::this_thread::sleep_for(20ms);
    }
    CHECK(status_of(slow.answer()) == "408");

    RawClient body = served.client();
    body.send("POST / HTTP/1.1\r\n" + served.post_fields() + "Content-Length: 3\r\n\r\na");
    CHECK(status_of(body.answer()) == "408");

    RawClient idle = served.client();
    CHECK(idle.is_ended());
    // A file of the program: a page of the archive may take longer than this on a busy computer.
    CHECK(status_of(served.send_and_close(served.get("/style.css", "Connection: close\r\n"))) == "200");
}

TEST_CASE("300 connections that ask nothing keep nobody, and those idle for longest are closed") {
    const Served served;
    std::vector<RawClient> idle;
    for (int i = 0; i < 300; ++i)
        idle.push_back(served.client());
    RawClient client = served.client();
    client.send(served.get("/"));
    CHECK(status_of(client.answer()) == "200");
    CHECK(idle.front().is_ended());
    CHECK_FALSE(idle.back().is_ended(50));

    // One that is used stays, though it is older than the others.
    for (int i = 0; i < 60; ++i)
        idle.push_back(served.client());
    client.send(served.get("/"));
    CHECK(status_of(client.answer()) == "200");
    for (int i = 0; i < 60; ++i)
        idle.push_back(served.client());
    client.send(served.get("/"));
    CHECK(status_of(client.answer()) == "200");
}

TEST_CASE("who works on a request hears that nobody waits for it any more") {
    std::atomic<int> begun = 0;
    std::atomic<int> ended = 0;
    const web::Answers answers{
        .stop = [](const web::Head&) { return std::nullopt; },
        .answer =
            [&](std::size_t, const web::Head&, const std::string&, const std::atomic<bool>& cancelled) {
                ++begun;
                while (!cancelled)
                    std::this_thread::sleep_for(1ms);
                ++ended;
                return web::plain_answer(503, "cancelled");
            },
    };
    const std::string get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    web::Server hurried(0, hasty());
    hurried.start(answers);
    RawClient patient(hurried.port());
    patient.send(get);
    CHECK(status_of(patient.answer()) == "503");  // the time is up, and there is an answer all the same

    web::Limits limits;
    limits.request = 60s;
    std::optional<web::Server> lasting;
    lasting.emplace(0, limits);
    lasting->start(answers);
    {
        RawClient gone(lasting->port());
        gone.send(get);
    }
    while (ended < 2)
        std::this_thread::sleep_for(1ms);

    RawClient waiting(lasting->port());
    waiting.send(get);
    while (begun < 3)
        std::this_thread::sleep_for(1ms);
    lasting.reset();
    CHECK(ended == 3);
    CHECK(waiting.is_ended());
}

TEST_CASE("a server ends though clients hold their connections") {
    std::vector<RawClient> clients;
    {
        const Served served;
        for (int i = 0; i < 5; ++i)
            clients.push_back(served.client());
        clients[0].send(served.get("/").substr(0, 20));
    }
    for (RawClient& client : clients)
        CHECK(client.is_ended());
}

TEST_CASE("a port that another program has is told of") {
    const Served served;
    try {
        const web::Service second(
            {.open = [](Archive::Mode) { return sample_archive(); }, .now = [] { return std::int64_t{0}; }},
            served.port);
        FAIL("two servers on a port");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::usage);
        CHECK(error.hint().find("--port 0") != std::string::npos);
    }
}

TEST_CASE("a server is on this computer alone") {
    const Served served;
    // 127.0.0.2 is this computer too, but is not listened on.
    const int probe = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(served.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1);
    CHECK(connect(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0);
    close(probe);
}

TEST_CASE("an archive that cannot be opened is told of, and tried again with the next request") {
    int attempts = 0;
    const web::Service service({.open = [&](Archive::Mode) -> Archive {
                                    if (attempts++ == 0)
                                        throw Error(ErrorCode::archive_missing, "gone", "come back");
                                    return sample_archive();
                                },
                                .now = [] { return std::int64_t{0}; }},
                               0);
    const std::string address = service.start_address();
    const std::string host = address.substr(7, address.find('/', 7) - 7);
    RawClient client(static_cast<std::uint16_t>(std::stoul(host.substr(10))));
    client.send("GET " + address.substr(address.find("/?")) + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    const std::string set = header_of(client.answer(), "Set-Cookie");
    const std::string get =
        "GET / HTTP/1.1\r\nHost: " + host + "\r\nCookie: " + set.substr(0, set.find(';')) + "\r\n\r\n";
    client.send(get);
    const std::string refused = client.answer();
    CHECK(status_of(refused) == "503");
    CHECK(refused.find("gone") != std::string::npos);
    CHECK(refused.find("come back") != std::string::npos);
    client.send(get);
    CHECK(status_of(client.answer()) == "200");
}
