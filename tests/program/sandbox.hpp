#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/temporary_folder.hpp"

namespace newsarc::tests {

/// What a run of the program left behind.
struct Run {
    int status = -1;  ///< exit status, or 128 and the signal that ended it
    std::string out;  ///< on a terminal: what it shows, of both streams
    std::string err;

    /// Standard output as JSON: one document, or one a line.
    [[nodiscard]] nlohmann::json json() const;
    [[nodiscard]] std::vector<nlohmann::json> json_lines() const;
    /// The error object on standard error.
    [[nodiscard]] nlohmann::json json_error() const;
};

/// A folder of its own for one test, gone at its end. The program runs in it, with a home in it and
/// an environment of nothing but what is set here.
class Sandbox {
public:
    Sandbox();
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    std::map<std::string, std::string> environment;
    std::string standard_input;

    [[nodiscard]] std::string at(std::string_view name) const { return folder_ / name; }
    void write(std::string_view name, std::string_view text) const { folder_.write(name, text); }
    [[nodiscard]] std::string read(std::string_view name) const { return folder_.read(name); }
    [[nodiscard]] bool exists(std::string_view name) const;

    /// Runs newsarc with these arguments.
    [[nodiscard]] Run run(const std::vector<std::string>& arguments) const;

    /// Runs a line of shell, in which `newsarc` is the program.
    [[nodiscard]] Run shell(const std::string& line) const;

    /// Runs newsarc on a pseudo-terminal of that width, at which the standard input is typed. `meanwhile` is
    /// called with all that was shown so far and the process, each time that more is. The line of progress,
    /// which slow machines show, is not in what comes back. The test is skipped where the system has no
    /// pseudo-terminal to give.
    using Watcher = std::function<void(const std::string& shown, int process)>;
    [[nodiscard]] Run run_on_terminal(const std::vector<std::string>& arguments, unsigned short columns = 80,
                                      const Watcher& meanwhile = {}) const;

private:
    [[nodiscard]] Run run_program(const std::vector<std::string>& command) const;
    test::TemporaryFolder folder_;
    test::TemporaryFolder streams_;  ///< what a run reads and writes, out of its sight
};

/// An article of our own, as a file.
inline constexpr std::string_view port_article =
    "Credit: The Harbour Post\n"
    "\n"
    "River Port Reopens After Flood\n"
    "\n"
    "The river port of Portvale reopened on Monday, and the first grain barges came back to its quays.\n"
    "\n"
    "Dredging crews had worked for three weeks to clear the silt.\n"
    "\n"
    "READ ALSO:\u00A0Council Votes for Higher Dykes\n"
    "\n"
    "The harbour master thanked the volunteers.\n"
    "\n"
    "Follow the Harbour Post on WhatsApp: https://whatsapp.com/channel/0000harbour";

inline constexpr std::string_view dyke_article =
    "Credit: Dyke Weekly\n"
    "\n"
    "Council Votes for Higher Dykes\n"
    "\n"
    "The council of Portvale voted on Tuesday to raise the dykes along the river by a metre.\n"
    "\n"
    "Farmers upstream fear for their meadows.\n";

/// With an archive of these two, of the ids 1 and 2.
class TwoArticles : public Sandbox {
public:
    TwoArticles();
};

/// The text of a file in tests/golden. With NEWSARC_UPDATE_GOLDEN set it is written first.
std::string golden(std::string_view name, const std::string& actual);

/// Text in which nothing but newlines could command a terminal.
bool is_harmless(std::string_view text);

}  // namespace newsarc::tests
