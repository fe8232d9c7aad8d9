#include "web/page/tray.hpp"

#include <algorithm>

namespace newsarc::web {
namespace {

constexpr std::size_t most_rows = 20;
constexpr std::size_t most_bytes = 200'000'000;

}  // namespace

std::string Tray::put(std::vector<Upload> uploads) {
    const std::lock_guard lock(mutex_);
    rows_.push_back({std::to_string(++last_), std::move(uploads)});
    const auto bytes = [&] {
        std::size_t sum = 0;
        for (const Row& row : rows_)
            for (const Upload& each : row.uploads)
                sum += each.bytes.size();
        return sum;
    };
    while (rows_.size() > 1 && (rows_.size() > most_rows || bytes() > most_bytes))
        rows_.pop_front();
    return rows_.back().name;
}

std::optional<std::vector<Upload>> Tray::take(const std::string& name) {
    const std::lock_guard lock(mutex_);
    const auto row = std::ranges::find(rows_, name, &Row::name);
    if (row == rows_.end()) return std::nullopt;
    std::vector<Upload> out = std::move(row->uploads);
    rows_.erase(row);
    return out;
}

}  // namespace newsarc::web
