#pragma once

#include <newsarc/add.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "cli/option/command_line.hpp"
#include "cli/source/add_report.hpp"

namespace newsarc::cli {

/// What follows when all inputs are taken in.
struct Ending {
    std::function<void(AddReport&)> tell;  ///< more to be told, before the summary
    bool by_interrupt = false;             ///< Ctrl-C is how the work ends, and no error
};

/// The options that `add` and `import` share, and what they do with inputs.
class Adding {
public:
    void declare(Parameters& options);

    [[nodiscard]] bool again() const { return options_.again; }

    /// Takes in all that `next` gives, tells what became of it, and sums it up. `next` may be called
    /// on any thread, and is not called at once by two; `share` is how much of the whole it gave, 0 to 1,
    /// when that is known, and is called on this thread. Gives back the exit status; throws
    /// Error(interrupted), which says what was stored, after Ctrl-C.
    int run(Context& context, const ParseOptions& parse, const std::function<std::optional<Input>()>& next,
            const std::function<std::optional<double>()>& share, const Ending& ending = {});

private:
    AddOptions options_;
    std::vector<std::string> set_;
    std::optional<std::size_t> jobs_;
    bool make_folders_ = false;
};

}  // namespace newsarc::cli
