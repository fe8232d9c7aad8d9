#include "web/http/connection.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>

#include "text/unicode/ascii.hpp"
#include "web/http/guard.hpp"

namespace newsarc::web {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

/// How long the rest of a request that was refused is read and thrown away: a connection closed with bytes
/// unread is reset, and the client would not see why.
constexpr std::chrono::seconds longest_draining{2};

std::string_view reason(unsigned status) {
    struct Row {
        unsigned status;
        std::string_view text;
    };
    // https://www.rfc-editor.org/rfc/rfc9110#section-15
    static constexpr std::array<Row, 17> reasons{{
        {200, "OK"},
        {303, "See Other"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {413, "Content Too Large"},
        {415, "Unsupported Media Type"},
        {417, "Expectation Failed"},
        {421, "Misdirected Request"},
        {422, "Unprocessable Content"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {503, "Service Unavailable"},
    }};
    const auto found = std::ranges::find(reasons, status, &Row::status);
    return found == reasons.end() ? "" : found->text;
}

/// The head of an answer as it is sent.
std::string written_head(const Response& response, bool keep) {
    std::string out =
        "HTTP/1.1 " + std::to_string(response.status) + " " + std::string(reason(response.status)) + "\r\n";
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
    if (!keep) line("Connection", "close");
    return out + "\r\n";
}

}  // namespace

Connection::Connection(tcp::socket socket, Connections& all)
    : socket_(std::move(socket)),
      all_(all),
      timer_(all.context()),
      reader_(all.limits().head, all.limits().body) {}

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
        if (!error && self->timer_.expiry() <= std::chrono::steady_clock::now()) self->time_is_up();
    });
}

void Connection::time_is_up() {
    if (phase_ == Phase::answering) {
        // Whoever works on it stops, and has an answer that says so.
        cancelled_->store(true);
    } else if (phase_ == Phase::reading) {
        error_code ignored;
        socket_.cancel(ignored);
        send(plain_answer(408, "the request took too long to come"));
    } else {
        close();
    }
}

void Connection::wait_for_request() {
    phase_ = Phase::idle;
    set_timer(all_.limits().idle);
    act_on(reader_.next());
}

void Connection::read() {
    socket_.async_read_some(asio::buffer(buffer_),
                            [self = shared_from_this()](const error_code& error, std::size_t count) {
                                if (self->phase_ != Phase::idle && self->phase_ != Phase::reading) return;
                                if (error) return self->close();
                                self->act_on(self->reader_.take({self->buffer_.data(), count}));
                            });
}

void Connection::act_on(RequestReader::State state) {
    if (phase_ == Phase::idle && (state != RequestReader::State::needs_more || reader_.has_begun())) {
        phase_ = Phase::reading;
        set_timer(all_.limits().request);
    }
    switch (state) {
        case RequestReader::State::needs_more: return read();
        case RequestReader::State::has_head: return look_at_head();
        case RequestReader::State::whole: return hand_over();
        case RequestReader::State::refused: return send(reader_.refusal());
    }
}

void Connection::look_at_head() {
    if (std::optional<Response> answer = all_.answers().stop(reader_.head())) return send(std::move(*answer));
    if (const std::string expected = text::in_ascii_lower_case(reader_.head().field("expect"));
        !expected.empty()) {
        if (expected != "100-continue") return send(plain_answer(417, "only 100-continue can be expected"));
        // A few bytes always fit into the buffer of a connection on which nothing waits to be sent.
        error_code ignored;
        if (reader_.awaits_body())
            asio::write(socket_, asio::buffer(std::string_view("HTTP/1.1 100 Continue\r\n\r\n")), ignored);
    }
    act_on(reader_.read_body());
}

void Connection::hand_over() {
    phase_ = Phase::answering;
    cancelled_ = std::make_shared<std::atomic<bool>>(false);
    set_timer(all_.limits().request);
    watch_client();
    all_.workers().give([self = shared_from_this(), cancelled = cancelled_, head = reader_.head(),
                         body = reader_.take_body(), &all = all_](std::size_t worker) mutable {
        auto answer =
            std::make_shared<Response>(all.answers().answer(worker, head, std::move(body), *cancelled));
        asio::post(all.context(), [self = std::move(self), answer = std::move(answer)] {
            if (self->phase_ == Phase::answering) self->send(std::move(*answer));
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

void Connection::send(Response response) {
    phase_ = Phase::writing;
    seal(response);
    // What follows a request that was not understood may be a part of it.
    const bool understood = response.status != 400 && response.status != 421;
    const bool keep = understood && reader_.can_be_followed();
    out_head_ = written_head(response, keep);
    const bool has_body = reader_.head().method != "HEAD" && response.status != 304;
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
    socket_.async_read_some(asio::buffer(buffer_),
                            [self = shared_from_this()](const error_code& error, std::size_t) {
                                if (self->phase_ != Phase::draining) return;
                                if (error) return self->close();
                                self->drain();
                            });
}

void Connections::add(tcp::socket socket) {
    if (all_.size() >= limits_.connections && !close_one()) return;
    const auto added = std::make_shared<Connection>(std::move(socket), *this);
    all_.push_back(added);
    added->start();
}

void Connections::remove(const Connection* connection) {
    all_.remove_if([&](const auto& one) { return one.get() == connection; });
}

void Connections::close_all() {
    while (!all_.empty())
        all_.front()->close();
}

void Connections::put_last(const Connection* connection) {
    const auto found = std::ranges::find(all_, connection, &std::shared_ptr<Connection>::get);
    if (found != all_.end()) all_.splice(all_.end(), all_, found);
}

/// Makes room: the one that is idle for longest, else one that is slow to ask.
bool Connections::close_one() {
    for (const auto phase :
         {Connection::Phase::idle, Connection::Phase::draining, Connection::Phase::reading}) {
        const auto found = std::ranges::find_if(all_, [&](const auto& one) { return one->phase() == phase; });
        if (found == all_.end()) continue;
        const std::shared_ptr<Connection> oldest = *found;
        oldest->close();
        return true;
    }
    return false;
}

}  // namespace newsarc::web
