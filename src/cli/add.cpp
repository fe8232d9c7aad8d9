#include "cli/add_inputs.hpp"
#include "cli/adding.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/interrupt.hpp"
#include "cli/reading_options.hpp"
#include "cli/size.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace newsarc::cli {
namespace {

/// For looking at while another connection writes.
std::optional<Archive> open_if_there(Context& context) {
    try {
        return context.open_archive(Archive::Mode::read);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::archive_missing) throw;
        return std::nullopt;
    }
}

Error the_archive_itself(const std::string& path) {
    return {ErrorCode::input, path + ": the archive itself, which cannot be added to itself",
            "newsarc backup FILE copies an archive"};
}

class Add : public Command {
public:
    void declare(OptionSet& options) override {
        adding_.declare(options);
        options.text("--max-size", "SIZE", "largest file, such as 20M (100M)", largest_);
        reading_.declare(options);
        options.operands("PATH", "files, folders, or - for standard input", paths_, 1);
    }

    int run(Context& context) override {
        const std::size_t largest = largest_ ? size_in_bytes("--max-size", *largest_) : largest_by_default;
        catch_interrupt();
        const ParseOptions parse = reading_.load(context.environment);
        const std::string archive = context.archive_path();
        const std::optional<Archive> known = open_if_there(context);
        AddInputs inputs(known ? &*known : nullptr, parse, largest);
        walk(paths_, {
                         .file =
                             [&](const std::string& path) {
                                 if (!is_of_archive(path, archive)) {
                                     inputs.add_file(path);
                                 } else if (std::ranges::find(paths_, path) == paths_.end()) {
                                     context.note(path + ": the archive itself, left out");
                                 } else {
                                     inputs.add_failure(path, the_archive_itself(path));
                                 }
                             },
                         .failure = [&](const std::string& path,
                                        const Error& error) { inputs.add_failure(path, error); },
                         .note = [&](const std::string& message) { context.note(message); },
                         .stop = interrupted,
                     });
        if (context.terminal.in && std::ranges::find(paths_, standard_input) != paths_.end()) {
            context.note("reading standard input up to Ctrl-D");
        }
        return adding_.run(
            context, parse, [&] { return inputs.next(); }, [&] { return inputs.share(); });
    }

private:
    Adding adding_;
    ReadingOptions reading_;
    std::optional<std::string> largest_;
    std::vector<std::string> paths_;
};

}  // namespace

std::unique_ptr<Command> make_add() {
    return std::make_unique<Add>();
}

}  // namespace newsarc::cli
