#include "cli/source/add_inputs.hpp"

#include "cli/source/inputs.hpp"
#include "text/address.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>

namespace newsarc::cli {
namespace {

/// Files that the archive is asked about at once, and told of at once when they are as they were.
constexpr std::size_t files_at_once = 1000;

Input failed_input(const std::string& path, const Error& error) {
    return {.read = [error]() -> Source { throw error; }, .path = path};
}

Input known_input(std::vector<AddResult> articles) {
    return {.read = [articles = std::move(articles)]() { return articles; }, .path = {}};
}

}  // namespace

Input AddInputs::file_input(const Path& path, const std::string& absolute) {
    std::error_code status;
    const std::uintmax_t size = std::filesystem::file_size(path.path, status);
    return {.read = [this, name = path.path, is_named = path.is_named, absolute]() -> InputContent {
                Source source =
                    read_source(name, absolute, {.bytes = largest_, .hint = "--max-size allows more"});
                if (!is_named && parse_.kind.empty()) {
                    if (const auto what = input::passed_over(source.bytes, name)) {
                        passed_over_.add(*what);
                        return std::vector<AddResult>();
                    }
                }
                return source;
            },
            .bytes = status ? 0 : static_cast<std::size_t>(size),
            .path = path.path};
}

std::optional<Input> AddInputs::next() {
    while (inputs_.empty() && at_ < paths_.size())
        look_up();
    if (inputs_.empty()) return std::nullopt;
    Input out = std::move(inputs_.front());
    inputs_.pop_front();
    return out;
}

void AddInputs::look_up() {
    const std::size_t count = std::min(files_at_once, paths_.size() - at_);
    std::vector<std::string> absolute(count);
    std::vector<FileState> states(count);
    for (std::size_t i = 0; i < count; ++i) {
        const Path& each = paths_[at_ + i];
        states[i].settled = false;
        if (each.failure || each.path == standard_input) continue;
        absolute[i] = absolute_.of(each.path);
        if (archive_ == nullptr) continue;
        if (std::optional<FileState> state = file_state(absolute[i])) states[i] = std::move(*state);
    }
    auto known = archive_ == nullptr ? std::vector<std::optional<std::vector<AddResult>>>(count)
                                     : archive_->unchanged(states, parse_, again_);
    const auto tell_known = [&] {
        if (!known_.empty()) inputs_.push_back(known_input(std::exchange(known_, {})));
    };
    for (std::size_t i = 0; i < count; ++i, ++at_) {
        const Path& each = paths_[at_];
        if (known[i]) {
            put_known(each.path, std::move(*known[i]));
            continue;
        }
        tell_known();
        inputs_.push_back(each.failure ? failed_input(each.path, *each.failure)
                                       : file_input(each, absolute[i]));
    }
    tell_known();
}

void AddInputs::add_file(const std::string& path, bool is_named) {
    // A watch goes on for long: what was given is let go.
    if (at_ > 0 && at_ == paths_.size()) {
        paths_.clear();
        at_ = 0;
    }
    paths_.push_back({path, std::nullopt, is_named});
}

void AddInputs::put_known(const std::string& path, std::vector<AddResult> articles) {
    for (AddResult& article : articles)
        article.path = text::readable_path(path);
    std::ranges::move(articles, std::back_inserter(known_));
}

}  // namespace newsarc::cli
