#include "cli/option/format_option.hpp"

#include <newsarc/error.hpp>

#include <optional>

#include "text/likeness/nearest.hpp"

namespace newsarc::cli {
namespace {

std::string joined(const std::vector<std::string_view>& names, std::string_view between) {
    std::string out;
    for (const std::string_view name : names) {
        if (!out.empty()) out += between;
        out += name;
    }
    return out;
}

}  // namespace

std::vector<std::string_view> format_names(std::vector<std::string_view> before) {
    for (const output::ExchangeFormat& format : output::exchange_formats())
        before.push_back(format.name);
    return before;
}

std::string choices_of(const std::vector<std::string_view>& names) {
    return joined(names, "|");
}

void refuse_format(const std::string& name, const std::vector<std::string_view>& names,
                   const std::string& also) {
    const std::optional<std::string> near = text::nearest(name, names);
    throw Error(ErrorCode::usage, "--format does not take '" + name + "'",
                (near ? "did you mean " + *near + "? " : "") + "it takes " + joined(names, ", ") + also);
}

}  // namespace newsarc::cli
