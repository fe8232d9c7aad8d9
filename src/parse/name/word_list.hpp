#pragma once

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace newsarc::parsing {

/// Words or names of a table in the code, looked up fast: every line of a text is asked about.
class WordList {
public:
    /// `list` has a comma and a blank between its items, and lives as long as the program.
    explicit WordList(std::string_view list) {
        while (!list.empty()) {
            const std::string_view item = list.substr(0, list.find(", "));
            items_.insert(item);
            list.remove_prefix(std::min(list.size(), item.size() + 2));
        }
    }

    [[nodiscard]] bool holds(std::string_view item) const { return items_.contains(item); }

private:
    std::unordered_set<std::string_view> items_;
};

}  // namespace newsarc::parsing
