#include "cli/option/size.hpp"

#include <newsarc/error.hpp>

#include <charconv>
#include <string_view>

namespace newsarc::cli {
namespace {

/// What SQLite can keep as one value.
constexpr std::size_t greatest = 1'000'000'000;

/// 0 for what is no unit.
std::size_t unit_of(std::string_view text) {
    if (text.empty()) return 1;
    if (text.size() > 1) return 0;
    switch (text.front()) {
        case 'k':
        case 'K': return 1'000;
        case 'm':
        case 'M': return 1'000'000;
        case 'g':
        case 'G': return 1'000'000'000;
        default: return 0;
    }
}

}  // namespace

std::size_t size_in_bytes(const std::string& option, const std::string& text) {
    std::size_t count = 0;
    const char* end = text.data() + text.size();
    const auto [rest, status] = std::from_chars(text.data(), end, count);
    const std::size_t unit = unit_of({rest, static_cast<std::size_t>(end - rest)});
    if (status == std::errc() && unit > 0 && count > 0 && count <= greatest / unit) return count * unit;
    throw Error(ErrorCode::usage, option + " takes a size up to 1G, not '" + text + "'",
                "such as 500K, 50M or 1G");
}

}  // namespace newsarc::cli
