#include "web/serve.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <limits>
#include <optional>

#include "cli/commands.hpp"
#include "cli/option/reading_options.hpp"
#include "cli/terminal/interrupt.hpp"
#include "cli/terminal/other_programs.hpp"
#include "cli/version.hpp"
#include "output/json.hpp"

namespace newsarc::cli {
namespace {

/// So that what a browser has kept of the page (bookmarks, the size of letters) is right the next time too.
constexpr std::uint16_t usual_port = 8642;

/// Empty when there is no such file.
std::string identity_of(const std::string& path) {
    struct stat facts {};
    if (stat(path.c_str(), &facts) != 0) return {};
    return std::to_string(facts.st_dev) + ":" + std::to_string(facts.st_ino);
}

/// What the keys of feeds are made from, so that a program which follows one can do so the next time too: a
/// file among the user's settings, which no one else may read.
std::optional<web::Secret> secret_of_feeds(const Environment& environment) {
    const std::optional<std::string> folder = config_folder(environment);
    if (!folder) return std::nullopt;
    const std::string path = *folder + "/feed-key";
    web::Secret out{};
    const auto size = static_cast<ssize_t>(out.size());
    const int kept = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (kept >= 0) {
        const ssize_t count = read(kept, out.data(), out.size());
        close(kept);
        return count == size ? std::optional(out) : std::nullopt;
    }
    out = web::make_secret();
    std::error_code ignored;
    std::filesystem::create_directories(*folder, ignored);
    const int made = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (made < 0) return std::nullopt;
    const bool whole = write(made, out.data(), out.size()) == size;
    if (!whole) unlink(path.c_str());
    close(made);
    return whole ? std::optional(out) : std::nullopt;
}

class Serve : public Command {
public:
    void declare(Parameters& options) override {
        options.number("--port", "N", "where to listen (8642); 0 takes any port that is free", port_);
        options.flag("--read-only", "let nothing be added or changed", read_only_);
        options.flag("--no-browser", "print the address, and open no browser", no_browser_);
        options.text("--max-size", "SIZE", "largest file to add, such as 50M (20M)", largest_);
    }

    int run(Context& context) override {
        const std::size_t port = port_.value_or(usual_port);
        if (port > std::numeric_limits<std::uint16_t>::max())
            throw Error(ErrorCode::usage, "--port: there is no port " + std::to_string(port),
                        "give one up to 65535");
        web::Limits limits;
        limits.body = largest_ ? size_in_bytes("--max-size", *largest_) : largest_by_default;
        const std::string path = context.archive_path();
        // Here, where a person sees what is wrong with it.
        static_cast<void>(context.open_archive(Archive::Mode::read));
        catch_interrupt();
        const web::Service service({.open = [path](Archive::Mode mode) { return Archive::open(path, mode); },
                                    .now = now_in_unix_seconds,
                                    .version = std::string(version),
                                    .may_change = !read_only_,
                                    .identity = [path] { return identity_of(path); }},
                                   static_cast<std::uint16_t>(port), limits,
                                   secret_of_feeds(context.environment).value_or(web::make_secret()));
        const std::string address = service.start_address();
        if (context.global.json) {
            context.out << R"({"address":)" << output::json_text(address) << R"(,"archive":)"
                        << output::json_text(path) << "}\n";
        } else {
            context.out << address << "\n";
        }
        context.out.flush();
        if (!no_browser_ && context.terminal.out && has_browser(context.environment)) open(context, address);
        if (context.terminal.err) context.note("Ctrl-C ends the server");
        while (!interrupted())
            wait_for_input(-1);
        return exit_done;
    }

private:
    static void open(Context& context, const std::string& address) {
        try {
            open_in_browser(address, context.environment);
        } catch (const Error&) {
            // The error would tell the address, and with it the token.
            context.note("no browser could be started; open the address above in yours");
        }
    }

    std::optional<std::size_t> port_;
    std::optional<std::string> largest_;
    bool read_only_ = false;
    bool no_browser_ = false;
};

}  // namespace

std::unique_ptr<Command> make_serve() {
    return std::make_unique<Serve>();
}

}  // namespace newsarc::cli
