#include "cli/commands.hpp"
#include "output/json.hpp"
#include "output/text.hpp"

#include <array>

namespace newsarc::cli {
namespace {

constexpr std::array<Choice<ListOrder>, 3> orders{{
    {"newest", ListOrder::newest},
    {"oldest", ListOrder::oldest},
    {"added", ListOrder::added},
}};

class List : public Command {
public:
    void declare(OptionSet& options) override {
        options.number("-n,--limit", "N", "at most so many (else all)", request_.limit);
        options.number("--offset", "N", "leave out so many first", offset_);
        options.choice<ListOrder>("--sort", "by date of publication, or last added first", orders,
                                  request_.order);
        options.flag("--ids", "print ids only, one a line", ids_);
    }

    int run(Context& context) override {
        if (ids_ && context.global.json) throw Error(ErrorCode::usage, "--ids and --json do not go together");
        request_.offset = offset_.value_or(0);
        const Archive archive = context.open_archive(Archive::Mode::read);
        context.start_pager();
        const output::Layout layout = context.layout();
        bool found = false;
        archive.list(request_, [&](const Article& article) {
            found = true;
            if (ids_) {
                context.out << *article.id << "\n";
            } else if (context.global.json) {
                context.out << output::article_json(article) << "\n";
                context.out.flush();
            } else {
                output::print_row(context.out, article, layout);
            }
            return true;
        });
        if (found) return exit_done;
        if (request_.limit != 0)
            context.note(archive.count() == 0 ? "the archive is empty" : "nothing to list there");
        return exit_nothing_found;
    }

private:
    ListRequest request_;
    std::optional<std::size_t> offset_;
    bool ids_ = false;
};

}  // namespace

std::unique_ptr<Command> make_list() {
    return std::make_unique<List>();
}

}  // namespace newsarc::cli
