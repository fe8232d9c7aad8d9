#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "web/http/message.hpp"

namespace newsarc::web {

/// Keeps what was uploaded from its preview until it is stored: the last few uploads, for all threads.
class Tray {
public:
    /// The name by which it is taken again.
    std::string put(std::vector<Upload> uploads);

    /// None when it was taken, or too many others came since.
    std::optional<std::vector<Upload>> take(const std::string& name);

private:
    struct Row {
        std::string name;
        std::vector<Upload> uploads;
    };

    std::mutex mutex_;
    std::deque<Row> rows_;
    std::size_t last_ = 0;
};

}  // namespace newsarc::web
