#include "output/text/style.hpp"

#include <optional>

#include "text/address.hpp"

namespace newsarc::output {

std::string Style::link(std::string_view url, std::string_view text) const {
    const std::optional<std::string> target = links ? text::link_target(url) : std::nullopt;
    if (!target) return std::string(text);
    // A URI is of printable ASCII: nothing in it can end the sequence that it stands in.
    return "\x1B]8;;" + *target + "\x1B\\" + std::string(text) + "\x1B]8;;\x1B\\";
}

std::string Style::dress(std::string_view sgr, std::string_view text) const {
    if (!color || text.empty()) return std::string(text);
    return "\x1B[" + std::string(sgr) + "m" + std::string(text) + "\x1B[0m";
}

}  // namespace newsarc::output
