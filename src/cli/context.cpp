#include "cli/context.hpp"

#include "cli/command/hint_commands.hpp"
#include "cli/source/input_descriptor.hpp"
#include "output/json.hpp"
#include "output/stats/stats.hpp"
#include "output/text/layout.hpp"
#include "text/terminal.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace newsarc::cli {
namespace {

/// Lines longer than this are hard to read.
constexpr std::size_t widest_text = 100;

/// Bytes. What a message quotes (a query, a path, an argument) may be as long as one likes.
constexpr std::size_t longest_message = 600;

std::string on_a_line(std::string_view message) {
    return text::clean_line_for_terminal(text::abridged(message, longest_message));
}

constexpr std::string_view no_pager =
    "the pager cannot be started; NEWSARC_PAGER names another, --no-pager does without";

}  // namespace

void declare_global_options(Parameters& options, GlobalOptions& target) {
    options.begin_global();
    options.text("-A,--archive", "FILE", "the archive to use (else $NEWSARC_ARCHIVE, else the user's own)",
                 target.archive);
    options.flag("--json", "print JSON, errors too", target.json);
    options.choice<ColorMode>("--color", "when to use colours", color_modes, target.color);
    options.flag("--no-config", "do without the configuration file", target.no_config);
    options.flag("--no-pager", "do not send long output through a pager", target.no_pager);
    options.flag_twice("-q,--quiet",
                       "leave out notes and progress; twice, the last line of add and import too",
                       target.quiet, target.silent);
    options.flag("-v,--verbose", "say more", target.verbose);
    options.flag("-h,--help", "show help", target.help);
    options.flag("--version", "show the version", target.version);
}

Context::Context(const Environment& environment_, const Terminal& terminal_, Console& console)
    : environment(environment_), terminal(terminal_), out(console.out), console_(console) {
    if (terminal.out) cleaned_.emplace(out);
}

ask::Reply Context::reply() {
    ask::Reply reply{
        .out = out,
        .data = data(),
        .layout = layout(),
        .rows = row_layout(),
        .drawing = is_utf8(environment) ? output::Drawing::blocks : output::Drawing::ascii,
        .now = now_in_unix_seconds(),
        .note = [this](std::string_view text) { note(text); },
        .hint = [this](std::string_view text) { hint(text); },
        .error = [this](const Error& told) { error(told); },
        .quiet = global.quiet,
        .begin_pages = [this] { start_pager(); },
    };
    if (can_ask()) reply.confirmed = [this](std::string_view question) { return confirmed(question); };
    return reply;
}

output::Style Context::style() const {
    return choose_style(global.color, terminal.out, environment);
}

output::Layout Context::layout() const {
    if (!terminal.out) return {.style = style(), .width = std::nullopt};
    return {.style = style(), .width = std::min(terminal.columns, widest_text)};
}

output::Layout Context::row_layout() const {
    output::Layout rows = layout();
    if (rows.width) rows.width = terminal.columns;
    return rows;
}

output::Style Context::message_style() const {
    return choose_style(global.color, terminal.err, environment);
}

void Context::start_pager() {
    if (!terminal.out || global.no_pager || global.json || console_.has_pager()) return;
    const std::optional<std::string> command = pager_command(environment);
    if (!command) return;
    if (!can_be_started(*command, environment)) return note(no_pager);
    console_.start_pager(*command, environment);
}

void Context::finish() {
    struct Ending {
        Context& context;
        ~Ending() { context.end_pager(); }
    } ending{*this};
    // After a failure that was told already a stream would only fail again.
    if (out) data().flush();
    if (out) out.flush();
}

void Context::end_pager() {
    if (!console_.end_pager()) note(no_pager);
    console_.err.flush();
}

std::string Context::archive_path() const {
    return cli::archive_path(global.archive, environment);
}

Archive Context::open_archive(Archive::Mode mode) {
    const std::string path = archive_path();
    if (mode == Archive::Mode::create && !make_folders) require_folder(path);
    try {
        Archive archive = Archive::open(path, mode);
        if (const auto& change = archive.format_change()) {
            note("the archive was brought from format " + std::to_string(change->from) + " to " +
                 std::to_string(change->to) + "; as it was before it is kept in " + change->backup);
        }
        return archive;
    } catch (const Error& error) {
        if (error.code() != ErrorCode::archive_missing) throw;
        throw Error(error.code(), "there is no archive at " + path + " yet",
                    "make one with: newsarc add FILE-OR-FOLDER...");
    }
}

/// A mistyped path is not to become a tree of folders. The place that newsarc chose by itself may.
void Context::require_folder(const std::string& archive) const {
    if (!global.archive && !environment.archive) return;
    std::error_code status;
    const std::filesystem::path folder = std::filesystem::path(archive).parent_path();
    const std::filesystem::path above = folder.parent_path();
    if (folder.empty() || above.empty() || std::filesystem::exists(folder, status) ||
        std::filesystem::exists(above, status))
        return;
    throw Error(ErrorCode::not_found, archive + ": there is no folder " + above.string() + " to make it in",
                "--mkdir makes the folders that are missing");
}

std::string Context::command(std::string_view rest) const {
    const std::string line = "newsarc " + std::string(rest);
    return global.archive ? with_archive_option(line, *global.archive) : line;
}

void Context::write_message(const std::string& text) {
    // Data that was printed before the message also comes before it where both go to one place.
    if (!console_.has_pager() && terminal.out && terminal.err && out) out.flush();
    status_line("");
    console_.err << text;
    if (!console_.has_pager()) console_.err.flush();
}

bool Context::confirmed(std::string_view question) {
    write_message(std::string(question));
    LineReader answers("-");
    const auto answer = answers.next();
    if (!answer) write_message("\n");
    return answer && (answer->starts_with('y') || answer->starts_with('Y'));
}

void Context::status_line(std::string_view text) {
    if (!terminal.err || environment.term == "dumb" || (text.empty() && !has_status_line_)) return;
    console_.err << "\r" << text << "\x1b[K";
    console_.err.flush();
    has_status_line_ = !text.empty();
}

std::string Context::message(std::string_view title, const std::string& dressed,
                             std::string_view text) const {
    const std::string line = on_a_line(text);
    if (!terminal.err) return dressed + " " + line + "\n";
    std::string lines;
    for (const std::string& part : text::wrap(std::string(title) + " " + line, message_width()))
        lines += (lines.empty() ? dressed + part.substr(std::min(title.size(), part.size())) : part) + "\n";
    return lines;
}

std::size_t Context::message_width() const {
    constexpr std::size_t least = 24;  // columns of "newsarc: error:" and a word
    constexpr std::size_t elsewhere = 78;
    return terminal.err ? std::max(terminal.columns, least) : elsewhere;
}

void Context::note(std::string_view text) {
    if (!global.quiet) write_message(message("newsarc: note:", "newsarc: note:", text));
}

void Context::hint(std::string_view text) {
    if (!global.quiet) write_message(message("hint:", message_style().hint("hint:"), text));
}

void Context::error(ErrorCode code, std::string_view message, std::string_view hint,
                    const std::optional<ErrorPlace>& place) {
    const output::Style style = message_style();
    const std::string completed = global.archive ? with_archive_option(hint, *global.archive) : "";
    if (global.archive) hint = completed;
    std::string text = this->message("newsarc: error:", "newsarc: " + style.error("error:"), message);
    if (place) text += output::pointed_at(*place, message_width()) + "\n";
    if (!hint.empty()) text += this->message("hint:", style.hint("hint:"), hint);
    if (global.json) {
        text += output::error_json(code, text::abridged(message, longest_message),
                                   text::abridged(hint, longest_message)) +
                "\n";
    }
    write_message(text);
}

int exit_status(ErrorCode code) {
    switch (code) {
        case ErrorCode::busy: return exit_busy;
        case ErrorCode::interrupted: return exit_interrupted;
        default: return exit_error;
    }
}

}  // namespace newsarc::cli
