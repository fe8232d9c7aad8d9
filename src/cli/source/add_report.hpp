#pragma once

#include <newsarc/add.hpp>
#include <newsarc/error.hpp>

#include "cli/context.hpp"
#include "output/add.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace newsarc::cli {

/// Tells what became of each input of `add` or `import`, and sums it up at the end.
class AddReport {
public:
    /// `share` says how much of the whole was taken in, 0 to 1, when that is known.
    AddReport(Context& context, bool dry_run, std::function<std::optional<double>()> share)
        : context_(context), dry_run_(dry_run), share_(std::move(share)) {}

    /// What became of an input.
    void tell(const InputResult& result);

    /// On a terminal, so many articles and how much of the whole that is; now and then.
    void show_progress(std::size_t articles);

    void summarize();

    /// The same when an error ended the work; nothing is summed up when nothing was done.
    void summarize_after_error();

    /// Throws Error(interrupted) that says what was stored.
    [[noreturn]] void throw_interrupted() const;

    [[nodiscard]] int status() const;

private:
    /// Articles that the archive took.
    [[nodiscard]] std::size_t stored() const;
    void count(AddStatus status);
    void print(const AddResult& result);
    bool is_too_long();
    void tell_failure(const AddResult& result, const std::string& path);
    void note_more_failures() const;
    /// Counts an article that was taken in with warnings.
    void count_warnings(const AddResult& result);
    /// How many articles were read with doubt, and where that is told.
    void note_warnings();
    [[nodiscard]] double seconds() const;

    Context& context_;
    bool dry_run_;
    std::function<std::optional<double>()> share_;
    output::AddSummary summary_;
    std::map<std::string, std::size_t> failures_;  ///< by reason
    std::size_t lines_ = 0;                        ///< of articles
    std::size_t warned_ = 0;                       ///< articles with warnings
    std::size_t bodyless_ = 0;                     ///< those of them in which no body was found
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    double shown_ = 0;  ///< when progress was last shown, in seconds after the begin
};

}  // namespace newsarc::cli
