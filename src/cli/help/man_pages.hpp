#pragma once

#include "cli/commands.hpp"
#include "cli/help/topics.hpp"

#include <ostream>
#include <string>

namespace newsarc::cli {

/// What the head of a manual page says beside its name.
struct ManEdition {
    std::string date;     ///< ISO 8601
    std::string version;  ///< of newsarc
};

// Manual pages in the man(7) macros, made from what `--help` and `newsarc help` are made from.

/// newsarc(1)
void print_program_page(std::ostream& out, const ManEdition& edition);

/// newsarc-COMMAND(1)
void print_command_page(std::ostream& out, const CommandRow& row, const ManEdition& edition);

/// newsarc-TOPIC(7)
void print_topic_page(std::ostream& out, const Topic& topic, const ManEdition& edition);

}  // namespace newsarc::cli
