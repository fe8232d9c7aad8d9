#pragma once

#include <newsarc/add.hpp>

#include "output/text/layout.hpp"

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>

namespace newsarc::output {

std::string add_result_json(const AddResult& result);

/// One line: what became of an input that did not fail.
void print_add_result(std::ostream& out, const AddResult& result, bool dry_run, const Style& style);

/// What became of all inputs of an `add`.
struct AddSummary {
    std::size_t added = 0;
    std::size_t updated = 0;
    std::size_t moved = 0;
    std::size_t duplicates = 0;
    std::size_t unchanged = 0;  ///< those of the duplicates whose files are as they were
    std::size_t near_duplicates = 0;
    std::size_t passed_over = 0;     ///< near duplicates that were not stored
    std::size_t removed_before = 0;  ///< passed over: they were removed once
    std::size_t failed = 0;
    std::optional<std::size_t> missing = {};  ///< articles whose files are gone; only when there are any
    std::size_t bytes = 0;                    ///< read
    double seconds = 0;                       ///< taken
};

std::string add_summary_json(const AddSummary& summary);

/// One line of counts.
void print_add_summary(std::ostream& out, const AddSummary& summary, bool dry_run);

}  // namespace newsarc::output
