#include "ask/change/tag.hpp"
#include "cli/commands.hpp"

namespace newsarc::cli {
namespace {

/// On the command line `+x` gives a tag and `-x` takes it away.
class Tag : public Command {
public:
    void declare(Parameters& options) override {
        tagging_.declare(options);
        options.tags("+TAG|-TAG|ID",
                     "tags to give and to take away, then ids or uids, or - to read them one a line; nothing "
                     "at all lists the tags there are",
                     arguments_);
    }

    int run(Context& context) override {
        Parameters parameters;
        tagging_.declare(parameters);
        for (const std::string& argument : arguments_)
            sort_out(argument, parameters);
        if (!tagging_.given()) return answer(context, ask::make_tags());
        return carry_out(context, tagging_);
    }

private:
    void sort_out(const std::string& argument, const Parameters& parameters) const {
        if (argument.size() > 1 && argument.starts_with('+')) {
            parameters.give("add", argument.substr(1));
        } else if (argument.size() > 1 && argument.starts_with('-')) {
            parameters.give("remove", argument.substr(1));
        } else {
            // --rename OLD NEW
            parameters.give(tagging_.renames() ? "add" : "id", argument);
        }
    }

    ask::Tagging tagging_;
    std::vector<std::string> arguments_;
};

}  // namespace

std::unique_ptr<Command> make_tag() {
    return std::make_unique<Tag>();
}

}  // namespace newsarc::cli
