#include "mcp/server.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "mcp/message.hpp"
#include "mcp/protocol.hpp"

namespace newsarc::mcp {
namespace {

using namespace std::chrono_literals;

// After the end of the input: how long what was asked may go on, and how long it has to stop.
constexpr auto time_to_finish = 700ms;
constexpr auto time_to_stop = 200ms;

/// Bytes of lines that wait to be answered. Parsed they take some twenty times as much.
constexpr std::size_t most_waiting = 4'000'000;

struct Request {
    Message message;
    std::atomic<bool> cancelled = false;
};

/// A line that was read.
struct Work {
    std::list<Request> requests;
    std::vector<std::string> refused;
    bool batch = false;
    std::size_t bytes = 0;
};

/// What the thread that reads leaves to the one that answers.
class Inbox {
public:
    /// Waits while too much is there already. False once nobody answers any more.
    bool put(std::shared_ptr<Work> work) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return waiting_bytes_ < most_waiting || answering_ended_; });
        waiting_bytes_ += work->bytes;
        waiting_.push_back(std::move(work));
        changed_.notify_all();
        return !answering_ended_;
    }

    /// The next line; none at the end of the input.
    std::shared_ptr<Work> take() {
        std::unique_lock lock(mutex_);
        in_hand_.reset();
        changed_.wait(lock, [&] { return !waiting_.empty() || reading_ended_; });
        if (waiting_.empty()) return nullptr;
        in_hand_ = waiting_.front();
        waiting_.pop_front();
        waiting_bytes_ -= in_hand_->bytes;
        changed_.notify_all();
        return in_hand_;
    }

    void cancel(const Json& id) {
        const std::lock_guard lock(mutex_);
        for_each_request([&](Request& request) {
            if (request.message.id == id && request.message.method != "initialize") request.cancelled = true;
        });
    }

    /// To be called by the thread that reads. Gives back once all is answered, or ends the program.
    void end_reading() {
        std::unique_lock lock(mutex_);
        reading_ended_ = true;
        changed_.notify_all();
        const auto is_over = [&] { return answering_ended_; };
        if (changed_.wait_for(lock, time_to_finish, is_over)) return;
        for_each_request([](Request& request) { request.cancelled = true; });
        if (changed_.wait_for(lock, time_to_stop, is_over)) return;
        // It writes where nobody reads, or counts what cannot be stopped. Nothing can be lost by it.
        std::_Exit(EXIT_SUCCESS);
    }

    void end_answering() {
        const std::lock_guard lock(mutex_);
        answering_ended_ = true;
        changed_.notify_all();
    }

private:
    template <typename Do>
    void for_each_request(const Do& act) {
        const auto each = [&](Work& work) {
            for (Request& request : work.requests)
                act(request);
        };
        if (in_hand_) each(*in_hand_);
        for (const auto& work : waiting_)
            each(*work);
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::shared_ptr<Work>> waiting_;
    std::shared_ptr<Work> in_hand_;
    std::size_t waiting_bytes_ = 0;
    bool reading_ended_ = false;
    bool answering_ended_ = false;
};

/// Reads lines until the end of the input, or until `stop` can be read.
class Reader {
public:
    Reader(int input, int stop, Inbox& inbox) : input_(input), stop_(stop), inbox_(inbox) {}

    void run() {
        std::array<char, 65536> buffer{};
        bool going_on = true;
        while (going_on) {
            std::array<pollfd, 2> watched{{{input_, POLLIN, 0}, {stop_, POLLIN, 0}}};
            if (poll(watched.data(), watched.size(), -1) < 0) {
                if (errno == EINTR) continue;
                break;
            }
            if (watched[1].revents != 0) break;
            const ssize_t count = read(input_, buffer.data(), buffer.size());
            if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
            if (count < 0) {
                failure_ = errno;
                break;
            }
            if (count == 0) {
                take_line();
                break;
            }
            going_on = take({buffer.data(), static_cast<std::size_t>(count)});
        }
        inbox_.end_reading();
    }

    /// errno of what ended it before the end of the input; 0: nothing did.
    [[nodiscard]] int failure() const { return failure_; }

private:
    bool take(std::string_view bytes) {
        while (!bytes.empty()) {
            const std::size_t end = std::min(bytes.find('\n'), bytes.size());
            if (line_.size() + end > longest_line) {
                too_long_ = true;
                line_.clear();
            }
            if (!too_long_) line_ += bytes.substr(0, end);
            if (end == bytes.size()) return true;
            bytes.remove_prefix(end + 1);
            if (!take_line()) return false;
        }
        return true;
    }

    bool take_line() {
        auto work = std::make_shared<Work>();
        if (too_long_) {
            work->refused.push_back(refusal_of_long_line());
        } else if (line_.find_first_not_of(" \t\r") != std::string::npos) {
            Line line = read_line(line_);
            work->refused = std::move(line.refused);
            work->batch = line.batch;
            work->bytes = line_.size();
            for (Message& message : line.messages)
                take_message(*work, std::move(message));
        }
        too_long_ = false;
        line_.clear();
        if (work->requests.empty() && work->refused.empty() && !work->batch) return true;
        return inbox_.put(std::move(work));
    }

    /// A cancellation counts at once, before what was asked in the meantime.
    void take_message(Work& work, Message message) {
        if (!message.id.is_null()) {
            work.requests.emplace_back().message = std::move(message);
        } else if (message.method == "notifications/cancelled") {
            if (const auto id = message.params.find("requestId");
                id != message.params.end() && !id->is_null())
                inbox_.cancel(*id);
        }
    }

    int input_;
    int stop_;
    Inbox& inbox_;
    std::string line_;
    bool too_long_ = false;
    int failure_ = 0;
};

Error failed(const char* what, int reason) {
    return {ErrorCode::io, std::string("cannot ") + what + ": " + std::strerror(reason)};
}

/// False when nobody reads there any more.
bool write_line(int output, std::string line) {
    line += '\n';
    for (std::string_view rest = line; !rest.empty();) {
        const ssize_t count = write(output, rest.data(), rest.size());
        if (count < 0 && errno == EAGAIN) {
            pollfd watched{output, POLLOUT, 0};
            static_cast<void>(poll(&watched, 1, -1));
        } else if (count < 0 && errno == EPIPE) {
            return false;
        } else if (count < 0 && errno != EINTR) {
            throw failed("write to standard output", errno);
        } else if (count > 0) {
            rest.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    return true;
}

/// What is to be sent for a line, each a message or a batch of them.
std::vector<std::string> answers_to(Work& work, Protocol& protocol) {
    if (work.batch && !protocol.takes_batches())
        return {error_message(nullptr, {invalid_request, "one message a line"})};
    std::vector<std::string> answers = std::move(work.refused);
    for (Request& request : work.requests) {
        if (auto answer = protocol.answer(request.message, request.cancelled))
            answers.push_back(std::move(*answer));
    }
    if (!work.batch || answers.empty()) return answers;
    std::string batch = "[";
    for (const std::string& answer : answers)
        batch += (batch.size() > 1 ? "," : "") + answer;
    return {batch + "]"};
}

/// Wakes who waits for its descriptor.
class WakeUp {
public:
    WakeUp() {
        if (pipe2(ends_.data(), O_CLOEXEC) != 0) throw failed("make a pipe", errno);
    }
    WakeUp(const WakeUp&) = delete;
    WakeUp& operator=(const WakeUp&) = delete;
    ~WakeUp() {
        close(ends_[0]);
        if (ends_[1] >= 0) close(ends_[1]);
    }

    [[nodiscard]] int descriptor() const { return ends_[0]; }
    void ring() {
        close(ends_[1]);
        ends_[1] = -1;
    }

private:
    std::array<int, 2> ends_{};
};

}  // namespace

void serve(ask::World world, int input, int output) {
    Inbox inbox;
    WakeUp wake_up;
    Reader reader(input, wake_up.descriptor(), inbox);
    Protocol protocol(std::move(world));
    {
        struct Reading {
            Inbox& inbox;
            WakeUp& wake_up;
            std::thread thread;
            ~Reading() {
                inbox.end_answering();
                wake_up.ring();
                thread.join();
            }
        } reading{inbox, wake_up, std::thread([&] { reader.run(); })};
        bool heard = true;
        while (const std::shared_ptr<Work> work = heard ? inbox.take() : nullptr) {
            for (std::string& answer : answers_to(*work, protocol))
                heard = heard && write_line(output, std::move(answer));
        }
    }
    if (reader.failure() != 0) throw failed("read standard input", reader.failure());
}

}  // namespace newsarc::mcp
