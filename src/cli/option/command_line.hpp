#pragma once

#include "ask/parameters.hpp"

#include <string>
#include <vector>

namespace newsarc::cli {

using ask::Choice;
using ask::Operand;
using ask::Parameter;
using ask::Parameters;

/// Reads the arguments of a command into what was declared: `--name VALUE`, `--name=VALUE`, `-n VALUE`,
/// `-nVALUE`, `-qv`, in any place; `--` ends the options. Where the words of a query or changes of tags are
/// taken, `-war` is one of them unless an option is meant: `-n5`, `-qv` and `-A/some/file` are options. Text
/// with blanks in it, such as a pasted `- two killed in Kabul`, is no option unless it begins with one that
/// takes a value. The number of operands is left to check_operands(). Throws Error(usage), with a suggestion
/// for an option that was not declared.
void read_arguments(const Parameters& parameters, const std::vector<std::string>& arguments);

/// Reads the options that stand before the first argument that is none, and gives back that argument and
/// all after it, as they stand.
std::vector<std::string> read_leading_options(const Parameters& parameters,
                                              const std::vector<std::string>& arguments);

}  // namespace newsarc::cli
