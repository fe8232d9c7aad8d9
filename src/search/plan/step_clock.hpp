#pragma once

#include <newsarc/search.hpp>

#include <chrono>
#include <string_view>
#include <vector>

namespace newsarc::search {

/// Measures the steps of a search, one after the other.
class StepClock {
public:
    /// Ends the step that began when the last one ended.
    void done(std::string_view step) {
        const auto now = std::chrono::steady_clock::now();
        steps_.push_back({step, std::chrono::duration<double>(now - last_).count()});
        last_ = now;
    }

    [[nodiscard]] const std::vector<ExplainedStep>& steps() const { return steps_; }

private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
    std::vector<ExplainedStep> steps_;
};

}  // namespace newsarc::search
