#include "cli/commands.hpp"
#include "output/changes.hpp"

namespace newsarc::cli {
namespace {

class Optimize : public Command {
public:
    void declare(Parameters&) override {}

    int run(Context& context) override {
        const OptimizeResult result = context.open_archive(Archive::Mode::write).optimize();
        if (context.global.json) {
            context.out << output::optimized_json(result) << "\n";
        } else if (!context.global.quiet) {
            output::print_optimized(context.out, result);
        }
        return exit_done;
    }
};

}  // namespace

std::unique_ptr<Command> make_optimize() {
    return std::make_unique<Optimize>();
}

}  // namespace newsarc::cli
