#include "cli/option/reading_options.hpp"

#include "cli/source/inputs.hpp"

#include <filesystem>

namespace newsarc::cli {
namespace {

std::optional<std::string> usual_label_file(const Environment& environment) {
    if (environment.labels) return environment.labels;
    const std::optional<std::string> folder = config_folder(environment);
    std::error_code ignored;
    if (!folder || !std::filesystem::exists(*folder + "/labels", ignored)) return std::nullopt;
    return *folder + "/labels";
}

}  // namespace

void ReadingOptions::declare(Parameters& options) {
    options.text("--encoding", "NAME", "the charset of the files, such as windows-1252 (else detected)",
                 options_.encoding);
    options.flag("--single", "read each file as one article, whatever separators it holds", options_.single);
    options.text("--labels", "FILE", "words of your own that mark lines (else ~/.config/newsarc/labels)",
                 labels_);
}

ParseOptions ReadingOptions::load(const Environment& environment) const {
    ParseOptions out = options_;
    if (const auto file = labels_ ? labels_ : usual_label_file(environment)) {
        out.labels = read_labels(read_source(*file).bytes, *file);
    }
    return out;
}

}  // namespace newsarc::cli
