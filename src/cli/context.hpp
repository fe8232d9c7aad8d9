#pragma once

#include <newsarc/archive.hpp>
#include <newsarc/error.hpp>

#include "ask/reply.hpp"
#include "cli/environment.hpp"
#include "cli/option/command_line.hpp"
#include "cli/terminal/console.hpp"
#include "cli/terminal/terminal.hpp"
#include "output/text/layout.hpp"
#include "output/text/terminal_text.hpp"

#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace newsarc::cli {

/// The options that every command takes.
struct GlobalOptions {
    std::optional<std::string> archive;
    std::optional<ColorMode> color;
    bool json = false;
    bool no_config = false;
    bool no_pager = false;
    bool quiet = false;
    bool silent = false;  ///< quiet, and no summary either
    bool verbose = false;
    bool help = false;
    bool version = false;
};

void declare_global_options(Parameters& options, GlobalOptions& target);

/// What a command runs in: the options of every command, the streams, and the facts of the world
/// outside that the library is not to ask for itself.
class Context {
public:
    Context(const Environment& environment, const Terminal& terminal, Console& console);
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    GlobalOptions global;
    const Environment& environment;
    const Terminal& terminal;

    [[nodiscard]] output::Style style() const;
    /// Text is broken to fit a terminal, and left in whole lines elsewhere.
    [[nodiscard]] output::Layout layout() const;
    /// The same for rows of a list, which take the whole width of a wide terminal.
    [[nodiscard]] output::Layout row_layout() const;

    /// Standard output.
    std::ostream& out;
    /// Standard output for what a printer does not clean, since other programs are to have it as it is
    /// stored: on a terminal it is cleaned, for a person is not to be sent what a terminal would obey. Lines
    /// are sent when they are whole; a flush sends the last one.
    std::ostream& data() { return cleaned_ ? cleaned_->stream() : out; }

    /// Where a question of the room `ask` is to be answered.
    [[nodiscard]] ask::Reply reply();

    /// Standard input was read for what a command works on, so that nobody can be asked there.
    bool input_used = false;

    /// A new archive may be made below folders that are not there; else only in one that has its parent.
    bool make_folders = false;

    /// From now on a closed pipe drops what is written: for work that has to be finished.
    void keep_going_when_closed() { console_.keep_going_when_closed(); }

    /// From now on standard output goes through a pager, when it is a terminal and the user has not
    /// forbidden it. Messages wait until the pager is closed. Without a pager, or with one that is
    /// not there, the output goes to the terminal as it is.
    void start_pager();

    /// Sends out what was written and waits for the pager.
    void finish();

    /// Opens the archive that the options and the environment name. A note says so when that brought one
    /// of a former format to this one.
    [[nodiscard]] Archive open_archive(Archive::Mode mode);
    [[nodiscard]] std::string archive_path() const;

    /// A command line of ours to type, for the archive in use: `newsarc -A FILE check`.
    [[nodiscard]] std::string command(std::string_view rest) const;

    /// Messages on standard error, cleaned, the middle of a long one left out; `note` and `hint` not
    /// when the user asked for quiet. Commands in the hint of an error name the archive that the user
    /// named.
    void note(std::string_view text);
    void hint(std::string_view text);
    /// True when there is a person to ask: standard input and standard error are a terminal.
    [[nodiscard]] bool can_ask() const { return terminal.in && terminal.err && !input_used; }
    /// Asks on the terminal, even those who asked for quiet. Only an answer that begins with y, in either
    /// case, is a yes; the end of input is a no.
    bool confirmed(std::string_view question);
    /// A line on standard error, when that is a terminal, that stays until the next one or a message takes
    /// its place; an empty one takes it away. It is not cleaned.
    void status_line(std::string_view text);
    void error(ErrorCode code, std::string_view message, std::string_view hint,
               const std::optional<ErrorPlace>& place = {});
    void error(const Error& error) { this->error(error.code(), error.what(), error.hint(), error.place()); }

private:
    [[nodiscard]] output::Style message_style() const;
    void require_folder(const std::string& archive) const;
    /// On a terminal broken at words.
    [[nodiscard]] std::string message(std::string_view title, const std::string& dressed,
                                      std::string_view text) const;
    [[nodiscard]] std::size_t message_width() const;
    void write_message(const std::string& text);
    void end_pager();

    Console& console_;
    std::optional<output::TerminalStream> cleaned_;
    bool has_status_line_ = false;
};

/// The exit status that an error ends the program with.
int exit_status(ErrorCode code);

inline constexpr int exit_done = 0;
inline constexpr int exit_nothing_found = 1;
inline constexpr int exit_error = 2;
inline constexpr int exit_some_failed = 3;
inline constexpr int exit_busy = 4;
inline constexpr int exit_interrupted = 130;

}  // namespace newsarc::cli
