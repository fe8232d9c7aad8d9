#pragma once

#include <newsarc/archive.hpp>
#include <newsarc/error.hpp>

#include "cli/environment.hpp"
#include "cli/option/command_line.hpp"
#include "cli/terminal/pager.hpp"
#include "cli/terminal/streams.hpp"
#include "cli/terminal/terminal.hpp"
#include "output/text/style.hpp"
#include "output/text/text.hpp"

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
    bool verbose = false;
    bool help = false;
    bool version = false;
};

void declare_global_options(Parameters& options, GlobalOptions& target);

/// What a command runs in: the options of every command, the streams, and the facts of the world
/// outside that the library is not to ask for itself.
class Context {
public:
    Context(const Environment& environment, const Terminal& terminal);
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

    /// Standard output. A write throws ClosedPipe or Error(io).
    std::ostream out;

    /// From now on a closed pipe drops what is written: for work that has to be finished.
    void keep_going_when_closed() { out_buffer_.keep_going_when_closed(); }

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
    /// A question on standard error, as it stands and without a newline, even to those who asked for quiet.
    void prompt(std::string_view text) { write_message(std::string(text)); }
    /// A line on standard error, when that is a terminal, that stays until the next one or a message takes
    /// its place; an empty one takes it away. It is not cleaned.
    void status_line(std::string_view text);
    void error(ErrorCode code, std::string_view message, std::string_view hint);
    void error(const Error& error) { this->error(error.code(), error.what(), error.hint()); }

private:
    [[nodiscard]] output::Style message_style() const;
    void write_message(const std::string& text);
    void end_pager();

    DescriptorBuffer out_buffer_;
    DescriptorBuffer err_buffer_;
    std::ostream err_;
    std::optional<Pager> pager_;
    bool has_status_line_ = false;
};

/// What to say when an id or uid names nothing.
Error no_such_article(const std::string& name);

/// The exit status that an error ends the program with.
int exit_status(ErrorCode code);

inline constexpr int exit_done = 0;
inline constexpr int exit_nothing_found = 1;
inline constexpr int exit_error = 2;
inline constexpr int exit_some_failed = 3;
inline constexpr int exit_busy = 4;
inline constexpr int exit_interrupted = 130;

}  // namespace newsarc::cli
