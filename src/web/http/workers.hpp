#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace newsarc::web {

/// Threads that do what is given to them, in its order. The one that was busy last is the next to work: what
/// it keeps in memory is needed as seldom as possible by another one too.
class Workers {
public:
    using Work = std::function<void(std::size_t worker)>;  ///< must not throw

    explicit Workers(std::size_t count);

    /// Leaves undone what nobody has begun, and waits for the rest.
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    void give(Work work);

private:
    struct Worker {
        std::condition_variable called;
        Work work;
        std::thread thread;
    };

    void run(std::size_t number);

    std::mutex mutex_;
    std::vector<std::unique_ptr<Worker>> workers_;
    std::vector<std::size_t> idle_;  ///< the one that was busy last is last
    std::deque<Work> waiting_;
    bool ended_ = false;
};

}  // namespace newsarc::web
