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
    OrderedWorkers(std::size_t threads, Bounds bounds, Task task) : bounds_(bounds), task_(std::move(task)) {
        threads_.reserve(threads);
        try {
            for (std::size_t thread = 0; thread < threads; ++thread)
                threads_.emplace_back([this, thread] { run(thread); });
        } catch (const std::system_error&) {
            if (threads_.empty())
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
            ended_ = true;
        }
        may_begin_.notify_all();
        for (std::thread& thread : threads_)
            thread.join();
    }

    /// The results that come next, as many as are there; waits for one. None when all were taken, or when
    /// the time is over.
    std::vector<Out> take(std::chrono::milliseconds patience) {
        std::vector<Out> out;
        std::unique_lock lock(mutex_);
        is_ready_.wait_for(lock, patience, [this] { return first_is_ready() || is_done(); });
        while (first_is_ready()) {
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
        lock.unlock();
        may_begin_.notify_all();
        return out;
    }

    /// True when there is nothing left to be taken and nothing more will come.
    [[nodiscard]] bool done() {
        const std::lock_guard lock(mutex_);
        return is_done();
    }

private:
    struct Slot {
        std::size_t weight = 0;
        std::optional<Out> result;
        std::exception_ptr thrown;
    };

    [[nodiscard]] bool first_is_ready() const {
        return !slots_.empty() && (slots_.front().result || slots_.front().thrown);
    }

    [[nodiscard]] bool is_done() const { return ended_ && !asking_ && slots_.empty(); }

    [[nodiscard]] bool has_room() const {
        return slots_.empty() || (slots_.size() < bounds_.inputs && weight_ < bounds_.weight);
    }

    void run(std::size_t thread) {
        std::unique_lock lock(mutex_);
        while (true) {
            may_begin_.wait(lock, [this] { return ended_ || (!asking_ && has_room()); });
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
                ended_ = true;
                if (thrown) slots_.push_back({0, std::nullopt, thrown});
                may_begin_.notify_all();
                is_ready_.notify_one();
                return;
            }
            const std::size_t number = first_ + slots_.size();
            slots_.push_back({task_.weight(*input), std::nullopt, nullptr});
            weight_ += slots_.back().weight;
            lock.unlock();
            may_begin_.notify_one();
            finish(number, *input, thread);
            lock.lock();
        }
    }

    void finish(std::size_t number, In& input, std::size_t thread) {
        std::optional<Out> result;
        std::exception_ptr thrown;
        try {
            result = task_.work(input, thread);
        } catch (...) {
            thrown = std::current_exception();
        }
        {
            const std::lock_guard lock(mutex_);
            Slot& slot = slots_[number - first_];
            slot.result = std::move(result);
            slot.thrown = thrown;
            if (number != first_) return;
        }
        is_ready_.notify_one();
    }

    const Bounds bounds_;
    const Task task_;
    std::mutex mutex_;
    std::condition_variable may_begin_;
    std::condition_variable is_ready_;
    std::deque<Slot> slots_;  ///< of inputs that were begun and not taken, in order
    std::size_t first_ = 0;   ///< the number of the input in front
    std::size_t weight_ = 0;  ///< of slots_
    bool asking_ = false;     ///< a thread is in `next`
    bool ended_ = false;      ///< nothing more is begun
    std::vector<std::thread> threads_;
};

}  // namespace newsarc::archive
