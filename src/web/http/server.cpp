#include "web/http/server.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <array>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <list>
#include <thread>

#include "text/unicode/ascii.hpp"
#include "web/http/guard.hpp"
#include "web/http/workers.hpp"

namespace newsarc::web {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;

/// How long the rest of a request that was refused is read and thrown away: a connection closed with bytes
/// unread is reset, and the client would not see why.
constexpr std::chrono::seconds longest_draining{2};

/// Between two attempts to take a connection when the system has no descriptors left.
constexpr std::chrono::milliseconds pause_without_descriptors{100};

using Parser = http::request_parser<http::string_body>;

Head head_of(const Parser& parser) {
    const auto& message = parser.get();
    Head head{.method = std::string(message.method_string()),
              .target = std::string(message.target()),
              .version = message.version(),
              .fields = {}};
    for (const auto& field : message) {
        head.fields.emplace_back(
            text::in_ascii_lower_case({field.name_string().data(), field.name_string().size()}),
            std::string(field.value()));
    }
    return head;
}

/// The head of an answer as it is sent.
std::string written_head(const Response& response, bool keep_alive) {
    const auto reason = http::obsolete_reason(http::int_to_status(response.status));
    std::string out = "HTTP/1.1 " + std::to_string(response.status) + " " + std::string(reason) + "\r\n";
    const auto line = [&](std::string_view name, std::string_view value) {
        out.append(name).append(": ").append(value).append("\r\n");
    };
    // An answer of 304 has no body, and would have to say the length of one that it does not know.
    if (response.status != 304) {
        line("Content-Type", response.type);
        line("Content-Length", std::to_string(response.body.size()));
    }
    for (const auto& [name, value] : response.headers)
        line(name, value);
    if (!keep_alive) line("Connection", "close");
    return out + "\r\n";
}

class Connections;

class Connection : public std::enable_shared_from_this<Connection> {
public:
    /// What it waits for.
    enum class Phase { idle, reading, answering, writing, draining, closed };

    Connection(tcp::socket socket, Connections& all);

    void start() { wait_for_request(); }
    void close();

    [[nodiscard]] Phase phase() const { return phase_; }

private:
    void wait_for_request();
    void read();
    void take_bytes();
    bool take_head();
    bool take_body();
    void hand_over();
    void watch_client();
    void send(Response response, bool may_keep);
    void sent(bool keep);
    void drain();
    void set_timer(std::chrono::milliseconds time);
    void time_is_up();

    tcp::socket socket_;
    Connections& all_;
    asio::steady_timer timer_;
    Phase phase_ = Phase::idle;
    boost::beast::flat_buffer buffer_;  ///< came, and was not taken by the parser
    std::optional<Parser> parser_;
    std::optional<HeadLines> lines_;
    Head head_;
    bool head_is_whole_ = false;
    std::shared_ptr<std::atomic<bool>> cancelled_;
    std::string out_head_;
    std::string out_body_;
};

/// What connections share. All on one thread.
class Connections {
public:
    Connections(asio::io_context& context, const Limits& limits) : context_(context), limits_(limits) {}

    void set_answers(Answers answers) {
        answers_ = std::move(answers);
        workers_.emplace(answers_.workers);
    }

    [[nodiscard]] const Limits& limits() const { return limits_; }
    [[nodiscard]] const Answers& answers() const { return answers_; }
    [[nodiscard]] Workers& workers() { return *workers_; }
    [[nodiscard]] asio::io_context& context() { return context_; }

    void add(tcp::socket socket) {
        if (all_.size() >= limits_.connections && !close_one()) return;
        const auto added = std::make_shared<Connection>(std::move(socket), *this);
        all_.push_back(added);
        added->start();
    }

    void remove(const Connection* connection) {
        all_.remove_if([&](const auto& one) { return one.get() == connection; });
    }

    /// It has just had an answer: the others are idle for longer.
    void put_last(const Connection* connection) {
        const auto found =
            std::find_if(all_.begin(), all_.end(), [&](const auto& one) { return one.get() == connection; });
        if (found != all_.end()) all_.splice(all_.end(), all_, found);
    }

    void close_all() {
        while (!all_.empty())
            all_.front()->close();
    }

private:
    /// Makes room: closes the one that is idle for longest, else one that is slow to ask.
    bool close_one() {
        for (const auto phase :
             {Connection::Phase::idle, Connection::Phase::draining, Connection::Phase::reading}) {
            const auto found = std::find_if(all_.begin(), all_.end(),
                                            [&](const auto& one) { return one->phase() == phase; });
            if (found == all_.end()) continue;
            const std::shared_ptr<Connection> oldest = *found;
            oldest->close();
            return true;
        }
        return false;
    }

    asio::io_context& context_;
    Limits limits_;
    Answers answers_;
    std::optional<Workers> workers_;
    std::list<std::shared_ptr<Connection>> all_;  ///< the one that had an answer last is last
};

Connection::Connection(tcp::socket socket, Connections& all)
    : socket_(std::move(socket)), all_(all), timer_(all.context()) {}

void Connection::close() {
    if (phase_ == Phase::closed) return;
    phase_ = Phase::closed;
    if (cancelled_) cancelled_->store(true);
    timer_.cancel();
    error_code ignored;
    socket_.close(ignored);
    all_.remove(this);
}

void Connection::set_timer(std::chrono::milliseconds time) {
    timer_.expires_after(time);
    timer_.async_wait([self = shared_from_this()](const error_code& error) {
        // One that was set anew has not run out, even where its former end is told only now.
        if (!error && self->timer_.expiry() <= Clock::now()) self->time_is_up();
    });
}

void Connection::time_is_up() {
    switch (phase_) {
        case Phase::reading: {
            error_code ignored;
            socket_.cancel(ignored);
            send(plain_answer(408, "the request took too long to come"), false);
            break;
        }
        // Whoever works on it stops, and has an answer that says so.
        case Phase::answering: cancelled_->store(true); break;
        default: close();
    }
}

void Connection::wait_for_request() {
    phase_ = Phase::idle;
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(all_.limits().head));
    parser_->body_limit(all_.limits().body);
    parser_->eager(false);
    lines_.emplace();
    head_ = {};
    head_is_whole_ = false;
    set_timer(all_.limits().idle);
    if (buffer_.size() > 0) {
        take_bytes();
    } else {
        read();
    }
}

void Connection::read() {
    constexpr std::size_t piece = 65536;
    socket_.async_read_some(buffer_.prepare(head_is_whole_ ? piece : all_.limits().head),
                            [self = shared_from_this()](const error_code& error, std::size_t count) {
                                if (self->phase_ != Phase::idle && self->phase_ != Phase::reading) return;
                                if (error) return self->close();
                                self->buffer_.commit(count);
                                self->take_bytes();
                            });
}

void Connection::take_bytes() {
    if (phase_ == Phase::idle) {
        phase_ = Phase::reading;
        set_timer(all_.limits().request);
    }
    if (!head_is_whole_ && !take_head()) return;
    if (!take_body()) return;
    hand_over();
}

/// False when it has to come yet, or was answered already.
bool Connection::take_head() {
    const std::string_view came(static_cast<const char*>(buffer_.data().data()), buffer_.size());
    if (const std::string_view trouble = lines_->trouble(came); !trouble.empty()) {
        send(plain_answer(400, trouble), false);
        return false;
    }
    if (!lines_->is_whole() && came.size() <= all_.limits().head) {
        read();
        return false;
    }
    error_code error = http::error::header_limit;
    const std::size_t taken = lines_->is_whole() ? parser_->put(buffer_.data(), error) : 0;
    if (error == http::error::header_limit) {
        send(plain_answer(431, "a head of more than " + std::to_string(all_.limits().head) + " bytes"),
             false);
        return false;
    }
    if (error == http::error::body_limit) {
        send(plain_answer(413, "more than " + std::to_string(all_.limits().body) + " bytes"), false);
        return false;
    }
    if (error) {
        send(plain_answer(400, "no request of HTTP: " + error.message()), false);
        return false;
    }
    buffer_.consume(taken);
    head_ = head_of(*parser_);
    head_is_whole_ = true;
    if (std::optional<Response> answer = all_.answers().stop(head_)) {
        send(std::move(*answer), parser_->is_done());
        return false;
    }
    if (const std::string expected = text::in_ascii_lower_case(head_.field("expect")); !expected.empty()) {
        if (expected != "100-continue") {
            send(plain_answer(417, "only 100-continue can be expected"), false);
            return false;
        }
        // A few bytes always fit into the buffer of a connection on which nothing waits to be sent.
        error_code ignored;
        if (!parser_->is_done())
            asio::write(socket_, asio::buffer(std::string_view("HTTP/1.1 100 Continue\r\n\r\n")), ignored);
    }
    parser_->eager(true);
    return true;
}

bool Connection::take_body() {
    while (!parser_->is_done()) {
        error_code error;
        const std::size_t taken = parser_->put(buffer_.data(), error);
        buffer_.consume(taken);
        if (error == http::error::body_limit) {
            send(plain_answer(413, "more than " + std::to_string(all_.limits().body) + " bytes"), false);
            return false;
        }
        const bool needs_more = error == http::error::need_more || (!error && taken == 0);
        // What the parser leaves are beginnings of lines between chunks and after them.
        if ((error && !needs_more) || (needs_more && buffer_.size() > all_.limits().head)) {
            send(plain_answer(400, "no body of HTTP"), false);
            return false;
        }
        if (needs_more) {
            read();
            return false;
        }
    }
    return true;
}

void Connection::hand_over() {
    phase_ = Phase::answering;
    cancelled_ = std::make_shared<std::atomic<bool>>(false);
    set_timer(all_.limits().request);
    watch_client();
    all_.workers().give([self = shared_from_this(), cancelled = cancelled_, head = head_,
                         body = std::move(parser_->get().body()), &all = all_](std::size_t worker) mutable {
        auto answer =
            std::make_shared<Response>(all.answers().answer(worker, head, std::move(body), *cancelled));
        asio::post(all.context(), [self = std::move(self), answer = std::move(answer)] {
            if (self->phase_ == Phase::answering) self->send(std::move(*answer), true);
        });
    });
}

/// One that goes away need not be answered.
void Connection::watch_client() {
    socket_.async_wait(tcp::socket::wait_read,
                       [self = shared_from_this(), watched = cancelled_](const error_code& error) {
                           if (error || self->phase_ != Phase::answering || self->cancelled_ != watched)
                               return;
                           char next = 0;
                           error_code ended;
                           self->socket_.non_blocking(true, ended);
                           self->socket_.receive(asio::buffer(&next, 1), tcp::socket::message_peek, ended);
                           if (ended && ended != asio::error::would_block) watched->store(true);
                       });
}

void Connection::send(Response response, bool may_keep) {
    phase_ = Phase::writing;
    seal(response);
    // What follows a request that was not understood may be a part of it.
    const bool understood = response.status != 400 && response.status != 421;
    const bool keep = may_keep && understood && parser_->is_done() && parser_->keep_alive();
    out_head_ = written_head(response, keep);
    const bool has_body = head_.method != "HEAD" && response.status != 304;
    out_body_ = has_body ? std::move(response.body) : std::string();
    set_timer(all_.limits().request);
    const std::array<asio::const_buffer, 2> out{asio::buffer(out_head_), asio::buffer(out_body_)};
    asio::async_write(socket_, out, [self = shared_from_this(), keep](const error_code& error, std::size_t) {
        if (self->phase_ != Phase::writing) return;
        if (error) return self->close();
        self->sent(keep);
    });
}

void Connection::sent(bool keep) {
    out_head_ = {};
    out_body_ = {};
    if (keep) {
        all_.put_last(this);
        return wait_for_request();
    }
    phase_ = Phase::draining;
    error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    set_timer(longest_draining);
    drain();
}

void Connection::drain() {
    buffer_.clear();
    socket_.async_read_some(buffer_.prepare(65536),
                            [self = shared_from_this()](const error_code& error, std::size_t) {
                                if (self->phase_ != Phase::draining) return;
                                if (error) return self->close();
                                self->drain();
                            });
}

std::optional<tcp::acceptor> listening(asio::io_context& context, const tcp::endpoint& endpoint,
                                       error_code& error) {
    tcp::acceptor acceptor(context);
    acceptor.open(endpoint.protocol(), error);
    if (!error && endpoint.protocol() == tcp::v6()) acceptor.set_option(asio::ip::v6_only(true), error);
    // The port of a server that has just ended is free, though connections of it are being forgotten.
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(tcp::acceptor::max_listen_connections, error);
    if (error) return std::nullopt;
    return acceptor;
}

}  // namespace

class Server::State {
public:
    State(std::uint16_t port, const Limits& limits) : connections_(context_, limits) {
        error_code error;
        add(listening(context_, {asio::ip::address_v4::loopback(), port}, error));
        if (error == asio::error::address_in_use) {
            throw Error(ErrorCode::usage, "another program has the port " + std::to_string(port),
                        "take another one: --port 0 takes any that is free");
        }
        if (error) throw Error(ErrorCode::io, "cannot listen on 127.0.0.1: " + error.message());
        // Who asks for localhost may mean this one. Not every computer has it.
        add(listening(context_, {asio::ip::address_v6::loopback(), this->port()}, error));
    }

    ~State() {
        asio::post(context_, [this] {
            for (Door& door : doors_)
                door.acceptor.close();
            connections_.close_all();
            context_.stop();
        });
        if (thread_.joinable()) thread_.join();
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    [[nodiscard]] std::uint16_t port() const { return doors_.front().acceptor.local_endpoint().port(); }

    void start(Answers answers) {
        connections_.set_answers(std::move(answers));
        for (Door& door : doors_)
            accept(door);
        thread_ = std::thread([this] { context_.run(); });
    }

private:
    struct Door {
        tcp::acceptor acceptor;
        asio::steady_timer pause;
    };

    void add(std::optional<tcp::acceptor> acceptor) {
        if (acceptor) doors_.push_back({std::move(*acceptor), asio::steady_timer(context_)});
    }

    void accept(Door& door) {
        door.acceptor.async_accept([this, &door](const error_code& error, tcp::socket socket) {
            if (error == asio::error::operation_aborted) return;
            if (!error) {
                error_code ignored;
                socket.set_option(tcp::no_delay(true), ignored);
                connections_.add(std::move(socket));
                return accept(door);
            }
            door.pause.expires_after(pause_without_descriptors);
            door.pause.async_wait([this, &door](const error_code& ended) {
                if (!ended) accept(door);
            });
        });
    }

    // One thread: no locks in Asio.
    asio::io_context context_{1};
    Connections connections_;
    std::list<Door> doors_;
    std::thread thread_;
};

Server::Server(std::uint16_t port, const Limits& limits) : state_(std::make_unique<State>(port, limits)) {}
Server::~Server() = default;

std::uint16_t Server::port() const {
    return state_->port();
}

void Server::start(Answers answers) {
    state_->start(std::move(answers));
}

}  // namespace newsarc::web
