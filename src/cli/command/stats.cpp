#include "ask/question/stats.hpp"
#include "cli/commands.hpp"
#include "cli/result/output_file.hpp"

namespace newsarc::cli {
namespace {

constexpr std::string_view standard_output = "-";

class Stats : public Command {
public:
    void declare(Parameters& options) override {
        statistics_.declare(options);
        options.text("--svg", "FILE", "draw the timeline and the credits into a file, - for standard output",
                     svg_);
    }

    int run(Context& context) override {
        if (svg_ && context.global.json) {
            throw Error(ErrorCode::usage, "--json and --svg do not go together", "leave one of them");
        }
        statistics_.settle(context.global.json);
        const Archive archive = context.open_archive(Archive::Mode::read);
        return answer(archive, context.reply()) ? exit_done : exit_nothing_found;
    }

private:
    bool answer(const Archive& archive, const ask::Reply& reply) {
        if (!svg_) return statistics_.answer(archive, reply);
        if (svg_ == standard_output) return statistics_.draw(archive, reply, reply.out);
        OutputFile file(*svg_);
        const bool found = statistics_.draw(archive, reply, file.stream());
        file.commit();
        return found;
    }

    ask::Statistics statistics_;
    std::optional<std::string> svg_;
};

}  // namespace

std::unique_ptr<Command> make_stats() {
    return std::make_unique<Stats>();
}

}  // namespace newsarc::cli
