#pragma once

#include <newsarc/error.hpp>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "archive/give_way.hpp"

namespace newsarc::archive {

/// Threads that take inputs from one source, work on them, and give the results back in the order
/// of the inputs. How much is under way or waits to be taken is bounded.
template <typename In, typename Out>
class OrderedWorkers {
public:
    /// What is asked of the caller. `next` gives the inputs and is never called twice at once; `work`
    /// is, with the number of its thread. What they throw comes out of take(), in its place.
    struct Task {
        std::function<std::optional<In>()> next;
        std::function<Out(In&, std::size_t thread)> work;
        std::function<std::size_t(const In&)> weight;
    };

    /// Nothing more is begun while so many inputs are not taken yet, or such a weight of them.
    struct Bounds {
        std::size_t inputs = 1;
        std::size_t weight = 1;
    };

    /// Goes on with as many threads as the system gives; throws Error(io) when it gives none.
    OrderedWorkers(std::size_t threads, Bounds bounds, Task task)
        : bounds_(bounds), task_(std::move(task)), workers_(threads) {
        try {
            for (std::size_t number = 0; number < threads; ++number)
                workers_[number].thread = std::thread([this, number] { run(number); });
        } catch (const std::system_error&) {
            if (!workers_.front().thread.joinable())
                throw Error(ErrorCode::io, "the system gives no thread to read with",
                            "end other programs, or raise the limits of memory and processes: ulimit -v, -u");
        }
    }

    OrderedWorkers(const OrderedWorkers&) = delete;
    OrderedWorkers& operator=(const OrderedWorkers&) = delete;

    /// Ends what is under way; the rest is left.
    ~OrderedWorkers() {
        {
            const std::lock_guard lock(mutex_);
            end();
        }
        for (Worker& worker : workers_)
            if (worker.thread.joinable()) worker.thread.join();
    }

    /// The results that come next, as many as are there, to a bound; waits for one. None when all were taken,
    /// or when the time is over.
    std::vector<Out> take(std::chrono::milliseconds patience) {
        std::vector<Out> out;
        std::unique_lock lock(mutex_);
        is_ready_.wait_for(lock, patience, [this] { return first_is_ready() || is_done(); });
        while (first_is_ready() && out.size() < most_taken) {
            Slot& slot = slots_.front();
            if (slot.thrown) {
                if (!out.empty()) break;
                std::rethrow_exception(slot.thrown);
            }
            out.push_back(std::move(*slot.result));
            weight_ -= slot.weight;
            slots_.pop_front();
            ++first_;
        }
        wake_one();
        return out;
    }

    /// True when there is nothing left to be taken and nothing more will come.
    [[nodiscard]] bool done() {
        const std::lock_guard lock(mutex_);
        return is_done();
    }

private:
    /// Taken at a time: what waits is to stay near its bounds, so that threads go on one by one.
    static constexpr std::size_t most_taken = 128;

    struct Worker {
        std::thread thread;
        std::condition_variable may_begin;
        bool waits = false;
    };

    struct Slot {
        std::size_t weight = 0;
        std::optional<Out> result;
        std::exception_ptr thrown;
    };

    [[nodiscard]] bool first_is_ready() const {
        return !slots_.empty() && (slots_.front().result || slots_.front().thrown);
    }

    [[nodiscard]] bool is_done() const { return ended_ && !asking_ && slots_.empty(); }

    /// The more waits to be taken, the fewer threads go on: where taking is what there is to wait for, they
    /// leave the processors to it.
    [[nodiscard]] bool has_room(std::size_t number) const {
        const std::size_t all = workers_.size();
        const std::size_t share = all - number;
        return slots_.empty() ||
               (slots_.size() * all < bounds_.inputs * share && weight_ * all < bounds_.weight * share);
    }

    [[nodiscard]] bool may_begin(std::size_t number) const { return !asking_ && has_room(number); }

    /// One at a time asks for an input, and wakes the next. The first has the most room.
    void wake_one() {
        for (std::size_t number = 0; number < workers_.size(); ++number) {
            if (!workers_[number].waits) continue;
            if (may_begin(number)) workers_[number].may_begin.notify_one();
            return;
        }
    }

    void end() {
        ended_ = true;
        for (Worker& worker : workers_)
            worker.may_begin.notify_one();
    }

    void run(std::size_t number) {
        give_way();
        Worker& self = workers_[number];
        std::unique_lock lock(mutex_);
        while (true) {
            self.waits = true;
            self.may_begin.wait(lock, [this, number] { return ended_ || may_begin(number); });
            self.waits = false;
            if (ended_) return;
            asking_ = true;
            lock.unlock();
            std::optional<In> input;
            std::exception_ptr thrown;
            try {
                input = task_.next();
            } catch (...) {
                thrown = std::current_exception();
            }
            lock.lock();
            asking_ = false;
            if (!input) {
                if (thrown) slots_.push_back({0, std::nullopt, thrown});
                end();
                is_ready_.notify_one();
                return;
            }
            const std::size_t place = first_ + slots_.size();
            slots_.push_back({task_.weight(*input), std::nullopt, nullptr});
            weight_ += slots_.back().weight;
            wake_one();
            lock.unlock();
            finish(place, *input, number);
            lock.lock();
        }
    }

    void finish(std::size_t place, In& input, std::size_t number) {
        std::optional<Out> result;
        std::exception_ptr thrown;
        try {
            result = task_.work(input, number);
        } catch (...) {
            thrown = std::current_exception();
        }
        {
            const std::lock_guard lock(mutex_);
            Slot& slot = slots_[place - first_];
            slot.result = std::move(result);
            slot.thrown = thrown;
            if (place != first_) return;
        }
        is_ready_.notify_one();
    }

    const Bounds bounds_;
    const Task task_;
    std::mutex mutex_;
    std::condition_variable is_ready_;
    std::deque<Slot> slots_;  ///< of inputs that were begun and not taken, in order
    std::size_t first_ = 0;   ///< the number of the input in front
    std::size_t weight_ = 0;  ///< of slots_
    bool asking_ = false;     ///< a thread is in `next`
    bool ended_ = false;      ///< nothing more is begun
    std::vector<Worker> workers_;
};

}  // namespace newsarc::archive
