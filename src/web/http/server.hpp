#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "web/http/message.hpp"

namespace newsarc::web {

/// What a server holds those who connect to.
struct Limits {
    std::size_t head = 16 * 1024;               ///< bytes of what stands before a body
    std::size_t body = 20'000'000;              ///< bytes
    std::size_t connections = 64;               ///< with one more the one that is idle for longest is closed
    std::chrono::milliseconds request{10'000};  ///< for a request to come, to be answered, to be taken
    std::chrono::milliseconds idle{60'000};     ///< between two requests
};

/// How requests are answered.
struct Answers {
    /// An answer to a request before its body is read, which is then not read. Called on the one thread that
    /// serves all connections: it must be quick. Must not throw.
    std::function<std::optional<Response>(const Head&)> stop;

    /// Called on the thread of that worker, counted from 0; `cancelled` becomes true when nobody waits any
    /// more. Must not throw.
    std::function<Response(std::size_t worker, const Head& head, std::string body,
                           const std::atomic<bool>& cancelled)>
        answer;
    std::size_t workers = 2;
};

/// A server of HTTP/1.1 on the loopback addresses of this computer and nowhere else. One thread has all the
/// connections, so that those which wait or are slow keep nobody; workers answer whole requests.
class Server {
public:
    /// Takes the port, and connections from then on; 0: any that is free. Throws Error(usage) when
    /// the port is taken, Error(io), and Error(unsupported) where newsarc was built without a server.
    Server(std::uint16_t port, const Limits& limits);

    /// Closes all connections, and waits for the workers, whose requests are cancelled.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;

    /// Begins to answer. To be called once.
    void start(Answers answers);

private:
    class State;
    std::unique_ptr<State> state_;
};

}  // namespace newsarc::web
