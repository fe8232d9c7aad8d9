#include "cli/option/reading_options.hpp"

#include <newsarc/error.hpp>

#include <array>
#include <charconv>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "cli/source/inputs.hpp"
#include "input/kinds.hpp"

namespace newsarc::cli {
namespace {

std::optional<std::string> usual_label_file(const Environment& environment) {
    if (environment.labels) return environment.labels;
    const std::optional<std::string> folder = config_folder(environment);
    std::error_code ignored;
    if (!folder || !std::filesystem::exists(*folder + "/labels", ignored)) return std::nullopt;
    return *folder + "/labels";
}

constexpr std::array<Choice<NearDuplicatePolicy>, 2> policies{{
    {"keep", NearDuplicatePolicy::keep},
    {"skip", NearDuplicatePolicy::skip},
}};

constexpr std::array<Choice<DateOrder>, 2> date_orders{{
    {"dmy", DateOrder::day_first},
    {"mdy", DateOrder::month_first},
}};

std::span<const Choice<std::string_view>> kinds() {
    static const auto choices = [] {
        std::vector<Choice<std::string_view>> out;
        for (const input::Kind& kind : input::kinds())
            out.push_back({kind.name, kind.name});
        return out;
    }();
    return choices;
}

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

void ReadingOptions::declare(Parameters& options) {
    options.choice("--kind", "what the files are (else told by their content)", kinds(), kind_);
    options.text("--encoding", "NAME", "the charset of the files, such as windows-1252 (else detected)",
                 options_.encoding);
    options.flag("--single", "read each file as one article, whatever separators it holds", options_.single);
    options.choice<DateOrder>("--date-order",
                              "which of `04/03/2025` is the day, where nothing in the text tells",
                              date_orders, options_.date_order);
    options.text("--labels", "FILE", "words of your own that mark lines (else ~/.config/newsarc/labels)",
                 labels_);
}

ParseOptions ReadingOptions::load(const Environment& environment) const {
    ParseOptions out = options_;
    out.kind = kind_.value_or("");
    if (const auto file = labels_ ? labels_ : usual_label_file(environment)) {
        out.labels = read_labels(read_source(*file).bytes, *file);
    }
    return out;
}

void declare_near_duplicates(Parameters& options, NearDuplicatePolicy& target) {
    options.choice<NearDuplicatePolicy>("--near-duplicates",
                                        "store what is nearly the same as another article (keep), or not",
                                        policies, target);
}

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
