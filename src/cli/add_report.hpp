#pragma once

#include <newsarc/add.hpp>
#include <newsarc/error.hpp>

#include "cli/context.hpp"
#include "output/json.hpp"

#include <chrono>
#include <string>

namespace newsarc::cli {

/// Tells what became of each input of `add` or `import`, and sums it up at the end.
class AddReport {
public:
    AddReport(Context& context, bool dry_run) : context_(context), dry_run_(dry_run) {}

    /// What became of an input.
    void tell(const InputResult& result);

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

    Context& context_;
    bool dry_run_;
    output::AddSummary summary_;
    std::size_t passed_over_ = 0;  ///< near duplicates that were not stored
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

}  // namespace newsarc::cli
