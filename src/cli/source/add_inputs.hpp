#pragma once

#include <newsarc/archive.hpp>

#include "cli/option/reading_options.hpp"
#include "cli/source/file_state.hpp"
#include "input/passed_over.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace newsarc::cli {

/// The inputs of `add`, in order. Files that are in the archive as they are on the disk are not read.
class AddInputs {
public:
    /// Without an archive nothing is known yet. It must outlive this, and is asked in next() only.
    /// `again` as in AddOptions.
    AddInputs(const Archive* archive, ParseOptions parse, std::size_t largest, bool again)
        : archive_(archive), parse_(std::move(parse)), largest_(largest), again_(again) {}

    /// A file that was named, or one that was found in a folder: that is passed over when it is none that is
    /// read. Not to be called while another thread asks for share().
    void add_file(const std::string& path, bool is_named);

    /// What was passed over so far.
    input::PassedOver& passed_over() { return passed_over_; }

    /// A path that cannot be read, and why.
    void add_failure(const std::string& path, const Error& error) { paths_.push_back({path, error, true}); }

    /// Empty at the end.
    std::optional<Input> next();

    /// Of the paths, how many were given, 0 to 1. May be called on another thread than next().
    [[nodiscard]] double share() const {
        return static_cast<double>(at_) / static_cast<double>(std::max<std::size_t>(paths_.size(), 1));
    }

private:
    struct Path {
        std::string path;
        std::optional<Error> failure;
        bool is_named = true;
    };

    /// A file as an input, whose absolute path it is to be known by.
    Input file_input(const Path& path, const std::string& absolute);

    /// Makes inputs of the next few paths.
    void look_up();
    void put_known(const std::string& path, std::vector<AddResult> articles);

    const Archive* archive_;
    ParseOptions parse_;
    std::size_t largest_;  ///< bytes of a file
    bool again_;
    AbsolutePaths absolute_;
    input::PassedOver passed_over_;
    std::vector<Path> paths_;
    std::atomic<std::size_t> at_ = 0;
    std::deque<Input> inputs_;
    std::vector<AddResult> known_;  ///< of files that are as they were, told together
};

}  // namespace newsarc::cli
