#include "cli/commands.hpp"
#include "cli/source/inputs.hpp"
#include "cli/terminal/interrupt.hpp"
#include "output/check.hpp"

namespace newsarc::cli {
namespace {

class Backup : public Command {
public:
    void declare(Parameters& options) override {
        options.flag("--force", "replace a file that is there", options_.overwrite);
        options.operands("FILE", "where to put the copy", files_, 1, 1);
    }

    int run(Context& context) override {
        const std::string& file = files_.front();
        if (file.empty() || file == standard_input) {
            throw Error(ErrorCode::usage, "a backup goes to a file",
                        "such as: newsarc backup news-backup.db");
        }
        catch_interrupt();
        options_.stop = interrupted;
        const BackupSummary summary = context.open_archive(Archive::Mode::read).backup(file, options_);
        if (context.global.json) {
            context.out << output::backup_json(file, summary) << "\n";
        } else if (!context.global.quiet) {
            output::print_backup(context.out, file, summary);
        }
        return exit_done;
    }

private:
    BackupOptions options_;
    std::vector<std::string> files_;
};

}  // namespace

std::unique_ptr<Command> make_backup() {
    return std::make_unique<Backup>();
}

}  // namespace newsarc::cli
