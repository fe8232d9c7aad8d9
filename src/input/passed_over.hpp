#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace newsarc::input {

/// What a file is that nobody asked to have read, by its name, when no article is read from its kind:
/// `picture`. Such files lie beside articles, in folders and archives. Empty for any other.
std::optional<std::string_view> passed_over(std::string_view path);

/// The name under which what belongs_to_page() is counted.
inline constexpr std::string_view folder_of_page = "folder of a saved page";

/// The same by content and name: also of one whose name says nothing and that is no text.
std::optional<std::string_view> passed_over(std::string_view bytes, std::string_view path);

/// Whether a folder holds what a browser put beside a page that it saved: `Bridge_files` beside
/// `Bridge.html`. `is_there` tells of the files beside it.
bool belongs_to_page(std::string_view folder, bool (*is_there)(const std::string& path));

/// Counts what is passed over. May be added to from several threads.
class PassedOver {
public:
    /// `name` as passed_over() gives it.
    void add(std::string_view name);

    /// `12 files passed over: 10 pictures, 2 style sheets`; empty for none.
    [[nodiscard]] std::string line() const;

private:
    mutable std::mutex mutex_;
    std::map<std::string_view, std::size_t> counts_;
};

}  // namespace newsarc::input
