#pragma once

#include <newsarc/maintenance.hpp>

#include "output/text/layout.hpp"

#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace newsarc::output {

// What `check` and `backup` say: text for a person, JSON as the functions of json.hpp give it.

std::string backup_json(std::string_view path, const BackupSummary& summary);

/// One line.
void print_backup(std::ostream& out, std::string_view path, const BackupSummary& summary);

/// All that a check found, in one document; `repaired` when it was asked to mend it.
std::string check_json(std::span<const Finding> findings, const CheckSummary& summary,
                       const std::optional<RepairSummary>& repaired, double seconds);

/// One finding: its area, its article and what is wrong.
void print_finding(std::ostream& out, const Finding& finding, const Layout& layout);

/// One line: what was looked at, and how much was found.
void print_check(std::ostream& out, const CheckSummary& summary);

/// One line: what was mended.
void print_repair(std::ostream& out, const RepairSummary& summary);

}  // namespace newsarc::output
