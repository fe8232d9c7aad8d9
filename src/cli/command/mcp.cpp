#include "mcp/server.hpp"

#include <unistd.h>

#include "cli/commands.hpp"
#include "cli/version.hpp"

namespace newsarc::cli {
namespace {

class Mcp : public Command {
public:
    void declare(Parameters& options) override {
        options.flag("--allow-tags", "let assistants change the tags of articles", allow_tags_);
    }

    int run(Context& context) override {
        if (context.terminal.in) {
            context.note(
                "a program for assistants is to start this, and talk to it; newsarc help assistants "
                "says how");
        }
        mcp::serve({.open = [&](Archive::Mode mode) { return context.open_archive(mode); },
                    .now = now_in_unix_seconds,
                    .version = std::string(version),
                    .may_change = allow_tags_},
                   STDIN_FILENO, STDOUT_FILENO);
        return exit_done;
    }

private:
    bool allow_tags_ = false;
};

}  // namespace

std::unique_ptr<Command> make_mcp() {
    return std::make_unique<Mcp>();
}

}  // namespace newsarc::cli
