#include "cli/adding.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/interrupt.hpp"
#include "cli/reading_options.hpp"
#include "cli/size.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

namespace newsarc::cli {
namespace {

Input file_input(const std::string& path, std::size_t largest) {
    std::error_code status;
    const std::uintmax_t size = std::filesystem::file_size(path, status);
    return {
        .read = [path,
                 largest] { return read_source(path, {.bytes = largest, .hint = "--max-size allows more"}); },
        .bytes = status ? 0 : static_cast<std::size_t>(size),
        .path = path};
}

Input failed_input(const std::string& path, const Error& error) {
    return {.read = [error]() -> Source { throw error; }, .path = path};
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
        std::vector<Input> inputs;
        walk(paths_, {
                         .file =
                             [&](const std::string& path) {
                                 if (!is_of_archive(path, archive)) {
                                     inputs.push_back(file_input(path, largest));
                                 } else if (std::ranges::find(paths_, path) == paths_.end()) {
                                     context.note(path + ": the archive itself, left out");
                                 } else {
                                     inputs.push_back(failed_input(path, the_archive_itself(path)));
                                 }
                             },
                         .failure = [&](const std::string& path,
                                        const Error& error) { inputs.push_back(failed_input(path, error)); },
                         .note = [&](const std::string& message) { context.note(message); },
                         .stop = interrupted,
                     });
        if (context.terminal.in && std::ranges::find(paths_, standard_input) != paths_.end()) {
            context.note("reading standard input up to Ctrl-D");
        }
        auto at = inputs.begin();
        return adding_.run(context, parse, [&]() -> std::optional<Input> {
            if (at == inputs.end()) return std::nullopt;
            return std::move(*at++);
        });
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
