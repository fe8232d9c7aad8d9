#include "ask/change/remove.hpp"
#include "cli/commands.hpp"

namespace newsarc::cli {
namespace {

/// Takes articles out, or lists what was taken out.
class Remove : public Command {
public:
    void declare(Parameters& options) override {
        removing_.declare(options);
        options.flag("--list", "list what was removed, which add and import pass over from then on", list_);
    }

    int run(Context& context) override {
        if (!list_) return carry_out(context, removing_);
        if (removing_.given()) throw Error(ErrorCode::usage, "--list takes nothing else");
        return answer(context, ask::make_removed());
    }

private:
    ask::Removing removing_;
    bool list_ = false;
};

}  // namespace

std::unique_ptr<Command> make_remove() {
    return std::make_unique<Remove>();
}

}  // namespace newsarc::cli
