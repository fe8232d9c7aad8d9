#include "ask/question/show.hpp"
#include "ask/selection.hpp"
#include "cli/commands.hpp"
#include "cli/terminal/other_programs.hpp"

namespace newsarc::cli {
namespace {

class Show : public Command {
public:
    void declare(Parameters& options) override {
        show_.declare(options);
        options.number("--open-link", "N", "open the link of that number in a browser", link_);
    }

    int run(Context& context) override {
        show_.settle(context.global.json);
        const Archive archive = context.open_archive(Archive::Mode::read);
        if (link_) return open_link(context, archive);
        return show_.answer(archive, context.reply()) ? exit_done : exit_nothing_found;
    }

private:
    [[nodiscard]] int open_link(Context& context, const Archive& archive) const {
        if (show_.ids().size() != 1) {
            throw Error(ErrorCode::usage, "--open-link opens a link of one article", "give one id");
        }
        const std::string& id = show_.ids().front();
        const std::optional<Article> article = show_.find(archive, id);
        if (!article) {
            context.error(ask::no_such_article(id));
            return exit_nothing_found;
        }
        const std::string shown = "newsarc show " + id;
        if (article->links.empty()) {
            throw Error(ErrorCode::usage, "article " + id + " has no links",
                        "newsarc list has:link lists articles that have some");
        }
        if (*link_ < 1 || *link_ > article->links.size()) {
            throw Error(ErrorCode::usage,
                        "article " + id + " has no link " + std::to_string(*link_) + ", it has " +
                            std::to_string(article->links.size()),
                        shown + " shows the links with their numbers");
        }
        const Link& link = article->links[*link_ - 1];
        if (link.url) {
            open_in_browser(*link.url, context.environment);
            return exit_done;
        }
        throw Error(ErrorCode::usage, "link " + std::to_string(*link_) + " has no address",
                    link.article
                        ? "it is an article of the archive: newsarc show " + std::to_string(*link.article)
                        : shown + " shows the links with their numbers");
    }

    ask::Show show_;
    std::optional<std::size_t> link_;
};

}  // namespace

std::unique_ptr<Command> make_show() {
    return std::make_unique<Show>();
}

}  // namespace newsarc::cli
