#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <atomic>
#include <chrono>
#include <list>
#include <memory>
#include <optional>
#include <string>

#include "web/http/request_reader.hpp"
#include "web/http/server.hpp"
#include "web/http/workers.hpp"

// All of this is on one thread, that of the server's io_context; workers hand their answers over to it.

namespace newsarc::web {

class Connections;

class Connection : public std::enable_shared_from_this<Connection> {
public:
    /// What it waits for.
    enum class Phase { idle, reading, answering, writing, draining, closed };

    Connection(boost::asio::ip::tcp::socket socket, Connections& all);

    void start() { wait_for_request(); }
    void close();

    [[nodiscard]] Phase phase() const { return phase_; }

private:
    void wait_for_request();
    void read();
    void act_on(RequestReader::State state);
    void look_at_head();
    void hand_over();
    void watch_client();
    void send(Response response);
    void sent(bool keep);
    void drain();
    void set_timer(std::chrono::milliseconds time);
    void time_is_up();

    boost::asio::ip::tcp::socket socket_;
    Connections& all_;
    boost::asio::steady_timer timer_;
    Phase phase_ = Phase::idle;
    std::array<char, 16'384> buffer_{};
    RequestReader reader_;
    std::shared_ptr<std::atomic<bool>> cancelled_;
    std::string out_head_;
    std::string out_body_;
};

/// Those that there are, and what they share.
class Connections {
public:
    Connections(boost::asio::io_context& context, const Limits& limits)
        : context_(context), limits_(limits) {}

    void set_answers(Answers answers) {
        answers_ = std::move(answers);
        workers_.emplace(answers_.workers);
    }

    [[nodiscard]] boost::asio::io_context& context() { return context_; }
    [[nodiscard]] const Limits& limits() const { return limits_; }
    [[nodiscard]] const Answers& answers() const { return answers_; }
    [[nodiscard]] Workers& workers() { return *workers_; }

    /// Closes another one where there are too many.
    void add(boost::asio::ip::tcp::socket socket);
    void remove(const Connection* connection);
    void close_all();

    /// It has just had an answer: the others are idle for longer.
    void put_last(const Connection* connection);

private:
    bool close_one();

    boost::asio::io_context& context_;
    Limits limits_;
    Answers answers_;
    std::optional<Workers> workers_;
    std::list<std::shared_ptr<Connection>> all_;  ///< the one that had an answer last is last
};

}  // namespace newsarc::web
