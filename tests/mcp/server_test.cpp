// The loop that reads lines and answers them, on pipes.

#include "mcp/server.hpp"

#include "mcp/sample.hpp"
#include "support/catch.hpp"
#include "support/random.hpp"

#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdint>
#include <future>
#include <thread>

using namespace newsarc;
using namespace newsarc::mcp;
using namespace newsarc::mcp::tests;

namespace {

class Pipe {
public:
    Pipe() { REQUIRE(pipe(ends_.data()) == 0); }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        close_input();
        close_output();
    }
    [[nodiscard]] int output() const { return ends_[0]; }
    [[nodiscard]] int input() const { return ends_[1]; }
    void close_input() { end(ends_[1]); }
    void close_output() { end(ends_[0]); }

private:
    static void end(int& descriptor) {
        if (descriptor >= 0) close(descriptor);
        descriptor = -1;
    }
    std::array<int, 2> ends_{-1, -1};
};

/// A server on two pipes, in a thread.
class Running {
public:
    explicit Running(Archive (*archive)() = sample_archive) {
        std::signal(SIGPIPE, SIG_IGN);
        done_ = std::async(std::launch::async, [this, archive] {
            serve({.open = [archive](Archive::Mode) { return archive(); },
                   .now = [] { return std::int64_t{0}; }},
                  to_.output(), from_.input());
            from_.close_input();
        });
    }
    ~Running() { end(); }

    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t count = ::write(to_.input(), bytes.data(), bytes.size());
            REQUIRE(count > 0);
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }

    /// The next message; null at the end.
    Json read() {
        while (true) {
            if (const std::size_t end = rest_.find('\n'); end != std::string::npos) {
                const Json out = Json::parse(rest_.substr(0, end));
                rest_.erase(0, end + 1);
                return out;
            }
            std::array<char, 4096> buffer{};
            const ssize_t count = ::read(from_.output(), buffer.data(), buffer.size());
            if (count <= 0) return nullptr;
            rest_.append(buffer.data(), static_cast<std::size_t>(count));
        }
    }

    void end() {
        to_.close_input();
        if (done_.valid()) done_.get();
    }
    void stop_reading() { from_.close_output(); }
    void wait() { done_.get(); }

private:
    Pipe to_;
    Pipe from_;
    std::string rest_;
    std::future<void> done_;
};

std::string request(int id, const std::string& method, const Json& params = Json::object()) {
    return Json{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}}.dump() + "\n";
}

const std::string hello = request(0, "initialize", {{"protocolVersion", "2025-11-25"}});

}  // namespace

TEST_CASE("lines are answered in their order, also when they come in pieces or without an end") {
    Running server;
    server.write(hello.substr(0, 10));
    server.write(hello.substr(10) + "\r\n\n" + request(1, "ping"));
    std::string last = request(2, "ping");
    last.pop_back();
    server.write(last);
    CHECK(server.read()["id"] == 0);
    CHECK(server.read()["id"] == 1);
    server.end();
    CHECK(server.read()["id"] == 2);
    CHECK(server.read().is_null());
}

TEST_CASE("a line that is too long is refused, and the next one answered") {
    Running server;
    server.write(hello);
    CHECK(server.read()["id"] == 0);
    server.write("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"" + std::string(longest_line, 'x') + "\"}\n" +
                 request(1, "ping"));
    const Json refused = server.read();
    CHECK(refused["error"]["code"] == invalid_request);
    CHECK_FALSE(refused.contains("id"));
    CHECK(server.read()["id"] == 1);
}

TEST_CASE("what was asked before the input ended is answered") {
    Running server;
    std::string all = hello;
    for (int i = 1; i <= 20; ++i)
        all += request(i, "ping");
    server.write(all);
    server.end();
    for (int i = 0; i <= 20; ++i)
        CHECK(server.read()["id"] == i);
    CHECK(server.read().is_null());
}

TEST_CASE("a client that does not read any more ends the server") {
    Running server;
    server.stop_reading();
    server.write(hello);
    server.wait();
}

TEST_CASE("what is cancelled while it waits is not answered") {
    // The first request waits for its archive until the others are there.
    static std::atomic<bool> may_open = false;
    may_open = false;
    Running server([] {
        while (!may_open)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return sample_archive();
    });
    const Json search{{"name", "search_articles"}, {"arguments", {{"query", "portvale"}}}};
    server.write(hello + request(1, "tools/call", search) + request(2, "tools/call", search) +
                 request(3, "tools/call", search) +
                 R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2}})" + "\n" +
                 R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"none"}})" +
                 "\n" + R"({"jsonrpc":"2.0","method":"notifications/cancelled"})" + "\n" +
                 request(4, "ping"));
    CHECK(server.read()["id"] == 0);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    may_open = true;
    CHECK(server.read()["id"] == 1);
    CHECK(server.read()["id"] == 3);
    CHECK(server.read()["id"] == 4);
}

namespace {

using newsarc::test::Random;

/// A message that is nearly right, or not at all; never `last`.
std::string hostile_message(Random& random) {
    static const std::string methods[] = {"tools/call",      "tools/call",
                                          "tools/call",      "tools/list",
                                          "initialize",      "ping",
                                          "prompts/get",     "resources/read",
                                          "no/such",         "notifications/cancelled",
                                          "server/discover", "subscriptions/listen",
                                          "resources/list"};
    static const std::string names[] = {"search_articles", "get_article",   "related_articles",
                                        "list_articles",   "archive_stats", "cite_articles",
                                        "tag_articles",    "check_claim"};
    static const std::string keys[] = {"query",   "id",    "ids",       "limit",  "offset", "sort",
                                       "facets",  "group", "since",     "until",  "cursor", "format",
                                       "version", "claim", "max_chars", "\\u0000"};
    static const std::string values[] = {
        "null",
        "true",
        "-1",
        "1",
        "2",
        "3",
        "50",
        "1e308",
        "1e999",
        "18446744073709551616",
        "0.5",
        "\"\"",
        "\"portvale\"",
        "\"@h\\u00f6he\"",
        "\"1-1\"",
        "\"ris\"",
        "[\"1\",2,\"credit\"]",
        "[]",
        "{}",
        "{\"a\":[{}]}",
        "\"\\ud800\"",
        "\"\xFF\"",
        "\"\\u202e\\u0000\"",
        "\"newsarc://article/1\"",
        "\"newsarc://saved/%\"",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        "\"((\\\" OR NEAR/2 -\"",
        "\"2w\""};
    std::string arguments;
    for (std::size_t i = random.below(4); i > 0; --i)
        arguments += (arguments.empty() ? "\"" : ",\"") + random.one_of(keys) + "\":" + random.one_of(values);
    std::string out = R"({"jsonrpc":"2.0","id":)" + std::to_string(random.below(1000)) + R"(,"method":")" +
                      random.one_of(methods) + R"(","params":{"name":")" + random.one_of(names) +
                      R"(","uri":)" + random.one_of(values) + R"(,"arguments":{)" + arguments + "}";
    if (random.below(2) == 0) {
        out += R"(,"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",)"
               R"("io.modelcontextprotocol/clientCapabilities":{}})";
    }
    out += "}}";
    for (std::size_t change = random.below(3) == 0 ? random.below(4) : 0; change > 0; --change)
        out[random.below(out.size())] = static_cast<char>(random.below(256));
    std::erase(out, '\n');
    if (random.below(20) == 0) out = "[" + out + "," + out + "]";
    if (random.below(500) == 0) out.append(longest_line, ' ');
    return out + "\n";
}

}  // namespace

TEST_CASE("ten thousand hostile messages are answered by messages and nothing else") {
    Running server;
    std::thread writer([&] {
        Random random;
        for (int i = 0; i < 10'000; ++i)
            server.write(hostile_message(random));
        server.write(request(424242, "ping"));
    });
    std::size_t answers = 0;
    while (true) {
        Json message = server.read();
        if (message.is_null()) break;
        if (message.is_object()) message = Json::array({message});
        for (const Json& one : message) {
            if (one.value("jsonrpc", "") != "2.0" ||
                one.contains("result") + one.contains("error") + one.contains("method") != 1)
                FAIL(one.dump());
        }
        ++answers;
        if (message[0].value("id", Json()) == 424242) break;
    }
    writer.join();
    CHECK(answers > 5000);
}

TEST_CASE("several messages in a line are for the revision that has them") {
    Running server;
    const std::string batch =
        R"([{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"x"},{"jsonrpc":"2.0","id":2,"method":"ping"}])";
    server.write(batch + "\n");
    CHECK(server.read()["error"]["code"] == invalid_request);
    server.write(request(0, "initialize", {{"protocolVersion", "2025-03-26"}}) + batch + "\n");
    CHECK(server.read()["id"] == 0);
    const Json answers = server.read();
    REQUIRE(answers.size() == 2);
    CHECK(answers[0]["id"] == 1);
    CHECK(answers[1]["id"] == 2);
}
