#include "cli/commands.hpp"
#include "cli/option/reading_options.hpp"
#include "cli/source/add_inputs.hpp"
#include "cli/source/adding.hpp"
#include "cli/source/file_state.hpp"
#include "cli/source/folder_watch.hpp"
#include "cli/source/inputs.hpp"
#include "cli/terminal/interrupt.hpp"
#include "output/text/layout.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

namespace newsarc::cli {
namespace {

/// So often a watch looks whether the rest of the program still wants it.
constexpr std::chrono::seconds heartbeat{1};

/// For looking at while another connection writes.
std::optional<Archive> open_if_there(Context& context) {
    try {
        return context.open_archive(Archive::Mode::read);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::archive_missing) throw;
        return std::nullopt;
    }
}

/// An input of which there is nothing to tell.
Input no_input() {
    return {.read = [] { return std::vector<AddResult>(); }, .path = {}};
}

/// For a path or a folder whose files are all gone there is nothing to read.
bool is_gone_or_empty(const std::string& path) {
    std::error_code status;
    if (!std::filesystem::exists(path, status)) return !status;
    return std::filesystem::is_directory(path, status) && std::filesystem::is_empty(path, status);
}

Error the_archive_itself(const std::string& path) {
    return {ErrorCode::input, path + ": the archive itself, which cannot be added to itself",
            "newsarc backup FILE copies an archive"};
}

class Add : public Command {
public:
    void declare(Parameters& options) override {
        adding_.declare(options);
        options.flag("--report-missing", "tell the files that were added from there once and are gone",
                     report_missing_);
        options.flag("--watch", "go on, and add files as they come, until Ctrl-C", watch_);
        options.text("--max-size", "SIZE", "largest file, such as 50M (20M)", largest_);
        reading_.declare(options);
        options.operands("PATH", "files, folders, or - for standard input", paths_, 1);
    }

    int run(Context& context) override {
        const std::size_t largest = largest_ ? size_in_bytes("--max-size", *largest_) : largest_by_default;
        catch_interrupt();
        const ParseOptions parse = reading_.load(context.environment);
        const std::optional<Archive> known = open_if_there(context);
        AddInputs inputs(known ? &*known : nullptr, parse, largest, adding_.again());
        std::optional<FolderWatch> watch;
        if (watch_) start_watch(context, watch.emplace());
        find_files(context, known ? &*known : nullptr, inputs,
                   [&](const std::string& message) { context.note(message); });
        if (context.terminal.in && std::ranges::find(paths_, standard_input) != paths_.end()) {
            context.note("reading standard input up to Ctrl-D");
        }
        Ending ending{.tell = {}, .by_interrupt = watch_};
        if (report_missing_ && known) {
            ending.tell = [&](AddReport& report) {
                visit_missing(*known, paths_, [&](std::vector<AddResult> articles) {
                    report.tell({.articles = std::move(articles)});
                });
            };
        }
        const int status = adding_.run(
            context, parse,
            [&]() -> std::optional<Input> {
                if (auto input = inputs.next()) return input;
                return watch ? next_change(context, *watch, inputs) : std::nullopt;
            },
            [&]() { return watch ? std::nullopt : std::optional(inputs.share()); }, ending);
        if (const std::string line = inputs.passed_over().line(); !line.empty()) context.note(line);
        return status;
    }

private:
    void start_watch(Context& context, FolderWatch& watch) const {
        if (report_missing_) {
            throw Error(ErrorCode::usage, "--watch and --report-missing do not go together",
                        "leave one of them");
        }
        for (const std::string& path : paths_) {
            std::error_code status;
            if (path == standard_input || !std::filesystem::is_directory(path, status)) {
                throw Error(ErrorCode::usage, path + ": no folder, and only folders can be watched",
                            "name the folder that the files come into");
            }
            watch.add(path);
        }
        context.note("watching " + output::counted(paths_.size(), "folder") + "; Ctrl-C ends it");
    }

    /// `note` is called on this thread.
    void find_files(const Context& context, const Archive* known, AddInputs& inputs,
                    const std::function<void(const std::string&)>& note) const {
        const ArchiveFiles archive(context.archive_path());
        std::vector<std::string> there = paths_;
        if (report_missing_ && known != nullptr) {
            std::erase_if(there, [&](const std::string& path) {
                return path != standard_input && is_gone_or_empty(path) && was_added(*known, path);
            });
        }
        walk(there, {
                        .file =
                            [&](const std::string& path) {
                                const bool is_named = std::ranges::find(paths_, path) != paths_.end();
                                if (!archive.has(path)) {
                                    inputs.add_file(path, is_named);
                                } else if (!is_named) {
                                    note(path + ": the archive itself, left out");
                                } else {
                                    inputs.add_failure(path, the_archive_itself(path));
                                }
                            },
                        .failure =
                            [&](const std::string& path, const Error& error) {
                                // To be watched, a folder may well be empty.
                                if (!watch_ || error.code() != ErrorCode::input)
                                    inputs.add_failure(path, error);
                            },
                        .note = note,
                        .stop = interrupted,
                        .passed_over = [&](std::string_view what) { inputs.passed_over().add(what); },
                    });
    }

    std::optional<Input> next_change(const Context& context, FolderWatch& watch, AddInputs& inputs) const {
        const FolderWatch::Found found = watch.wait(heartbeat);
        if (interrupted() || (found.ended && found.files.empty())) return std::nullopt;
        // What there was to note was noted at the beginning, and this thread must not write to the streams.
        if (found.lost) find_files(context, nullptr, inputs, [](const std::string&) {});
        const ArchiveFiles archive(context.archive_path());
        for (const std::string& file : found.files) {
            if (const auto what = input::passed_over(file))
                inputs.passed_over().add(*what);
            else if (!archive.has(file))
                inputs.add_file(file, false);
        }
        if (auto input = inputs.next()) return input;
        return no_input();
    }

    Adding adding_;
    ReadingOptions reading_;
    bool report_missing_ = false;
    bool watch_ = false;
    std::optional<std::string> largest_;
    std::vector<std::string> paths_;
};

}  // namespace

std::unique_ptr<Command> make_add() {
    return std::make_unique<Add>();
}

}  // namespace newsarc::cli
