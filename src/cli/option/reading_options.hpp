#pragma once

#include <newsarc/parse.hpp>

#include "cli/environment.hpp"
#include "cli/option/command_line.hpp"

#include <optional>
#include <string>

namespace newsarc::cli {

/// The options of every command that reads news text.
class ReadingOptions {
public:
    void declare(Parameters& options);

    /// What they ask for. The labels come from the file that was named, else from the
    /// one that the configuration file names, else from `labels` in the user's configuration folder
    /// where there is one. Throws Error when that file cannot be read.
    [[nodiscard]] ParseOptions load(const Environment& environment) const;

private:
    ParseOptions options_;
    std::optional<std::string> labels_;
};

}  // namespace newsarc::cli
