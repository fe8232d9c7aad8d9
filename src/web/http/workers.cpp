#include "web/http/workers.hpp"

#include <utility>

namespace newsarc::web {

Workers::Workers(std::size_t count) {
    for (std::size_t number = 0; number < count; ++number)
        workers_.push_back(std::make_unique<Worker>());
    for (std::size_t number = 0; number < count; ++number)
        workers_[number]->thread = std::thread([this, number] { run(number); });
}

Workers::~Workers() {
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
        waiting_.clear();
        for (const auto& worker : workers_)
            worker->called.notify_one();
    }
    for (const auto& worker : workers_)
        worker->thread.join();
}

void Workers::give(Work work) {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) {
        waiting_.push_back(std::move(work));
        return;
    }
    Worker& worker = *workers_[idle_.back()];
    idle_.pop_back();
    worker.work = std::move(work);
    worker.called.notify_one();
}

void Workers::run(std::size_t number) {
    Worker& self = *workers_[number];
    std::unique_lock lock(mutex_);
    while (!ended_) {
        Work work;
        if (!waiting_.empty()) {
            work = std::move(waiting_.front());
            waiting_.pop_front();
        } else {
            idle_.push_back(number);
            self.called.wait(lock, [&] { return ended_ || self.work; });
            work = std::exchange(self.work, {});
        }
        if (ended_ || !work) continue;
        lock.unlock();
        work(number);
        work = {};
        lock.lock();
    }
}

}  // namespace newsarc::web
