#include "web/http/server.hpp"

#include <newsarc/error.hpp>

#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>

#include <thread>

#include "web/http/connection.hpp"

namespace newsarc::web {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

/// Between two attempts to take a connection when the system has no descriptors left.
constexpr std::chrono::milliseconds pause_without_descriptors{100};

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
