#pragma once

#include "output/exchange/formats.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace newsarc::cli {

/// The names of the formats of output/formats.hpp, some others before them.
std::vector<std::string_view> format_names(std::vector<std::string_view> before = {});

/// `a|b|c`
std::string choices_of(const std::vector<std::string_view>& names);

/// Throws Error(usage), with a suggestion, for a format that is not among the names.
[[noreturn]] void refuse_format(const std::string& name, const std::vector<std::string_view>& names,
                                const std::string& also = {});

}  // namespace newsarc::cli
