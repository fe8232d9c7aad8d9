#include "output/check.hpp"
#include "cli/commands.hpp"

#include <chrono>
#include <vector>

namespace newsarc::cli {
namespace {

/// As many as a person looks through.
constexpr std::size_t most_printed = 100;

class Check : public Command {
public:
    void declare(Parameters& options) override {
        options.flag("--quick", "look at the file, the lists and a sample: a second or so", options_.quick);
        options.flag("--repair", "make anew what is derived from the articles and the stored files", repair_);
    }

    int run(Context& context) override {
        if (options_.quick && repair_) {
            throw Error(ErrorCode::usage, "--quick and --repair do not go together",
                        "--repair needs to know all that is wrong");
        }
        const auto begun = std::chrono::steady_clock::now();
        Archive archive = context.open_archive(repair_ ? Archive::Mode::write : Archive::Mode::read);
        look(context, archive);
        std::optional<RepairSummary> repaired;
        if (repair_ && summary_.findings > 0) {
            if (!context.global.json) output::print_check(context.out, summary_);
            repaired = archive.repair();
            findings_.clear();
            if (!context.global.json) output::print_repair(context.out, *repaired);
            look(context, archive);
        }
        if (context.global.json) {
            const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
            context.out << output::check_json(findings_, summary_, repaired, taken.count()) << "\n";
        } else if (!context.global.quiet || summary_.findings > 0) {
            output::print_check(context.out, summary_);
        }
        if (summary_.findings == 0) return exit_done;
        if (!repair_) {
            context.hint("what can be made anew is mended by: " + context.command("check --repair"));
        }
        return exit_nothing_found;
    }

private:
    void look(Context& context, const Archive& archive) {
        const output::Layout layout = context.layout();
        std::size_t printed = 0;
        summary_ = archive.check(options_, [&](const Finding& finding) {
            if (context.global.json) {
                findings_.push_back(finding);
            } else if (context.global.verbose || ++printed <= most_printed) {
                output::print_finding(context.out, finding, layout);
            }
        });
        if (printed > most_printed) {
            context.note("only the first " + std::to_string(most_printed) +
                         " findings are shown; --verbose shows all");
        }
    }

    CheckOptions options_;
    bool repair_ = false;
    CheckSummary summary_;
    std::vector<Finding> findings_;
};

}  // namespace

std::unique_ptr<Command> make_check() {
    return std::make_unique<Check>();
}

}  // namespace newsarc::cli
