#include "ask/selection.hpp"
#include "cli/commands.hpp"
#include "output/article.hpp"
#include "output/changes.hpp"
#include "output/text/layout.hpp"

#include <algorithm>

namespace newsarc::cli {
namespace {

/// As many articles are shown before the question as a person reads.
constexpr std::size_t most_shown = 10;

class Remove : public Command {
public:
    void declare(Parameters& options) override {
        options.flag("-f,--force", "do not ask", force_);
        options.flag("--dry-run", "say what would be removed, and remove nothing", dry_run_);
        options.flag("--list", "list what was removed, which add and import pass over from then on", list_);
        options.flag("--forget", "let add and import store these again; ids are those that they had",
                     forget_);
        articles_.declare_query(options);
        options.ids("ids or uids (six characters are enough), or - to read them one a line", ids_, 0);
    }

    int run(Context& context) override {
        if (list_ || forget_) return look_after_removed(context);
        const bool asks = !force_ && !dry_run_;
        articles_.settle(ids_, true);
        if (asks && !context.can_ask()) {
            throw Error(ErrorCode::usage, "what is removed cannot be had back, and there is nobody to ask",
                        "--dry-run shows what would be removed, --force removes it");
        }
        Archive archive = context.open_archive(Archive::Mode::write);
        const ask::NamedArticles named = articles_.articles(archive, context.reply());
        if (asks && !named.articles.empty() && !agreed(context, named.articles)) {
            context.note("nothing was removed");
            return exit_nothing_found;
        }
        if (!dry_run_) {
            std::vector<std::int64_t> ids;
            for (const Article& article : named.articles)
                ids.push_back(*article.id);
            archive.remove(ids, now());
        }
        tell(context, named);
        return named.articles.empty() || !named.missing.empty() ? exit_nothing_found : exit_done;
    }

private:
    int look_after_removed(Context& context) const {
        const bool lists = list_ && !forget_ && ids_.empty() && !articles_.by_query();
        if (!lists && (list_ || articles_.by_query() || ids_.empty())) {
            throw Error(ErrorCode::usage, "--list takes nothing else, and --forget the ids that articles had",
                        "newsarc remove --list shows these ids");
        }
        Archive archive = context.open_archive(lists ? Archive::Mode::read : Archive::Mode::write);
        const std::vector<Removal> removed = archive.removals();
        return lists ? list(context, removed) : forget(context, archive, removed);
    }

    static int list(Context& context, const std::vector<Removal>& removed) {
        if (removed.empty()) context.note("nothing was removed, or its removal is forgotten");
        if (!context.global.json) context.start_pager();
        for (const Removal& each : removed) {
            if (context.global.json) {
                context.out << output::removal_json(each) << "\n";
            } else {
                output::print_removal(context.out, each, context.style());
            }
        }
        return removed.empty() ? exit_nothing_found : exit_done;
    }

    int forget(Context& context, Archive& archive, const std::vector<Removal>& removed) const {
        std::vector<std::int64_t> ids;
        bool all_known = true;
        for (const std::string& name : ids_) {
            const auto found = std::ranges::find_if(removed, [&](const Removal& each) {
                return name == std::to_string(each.id) || (name.size() >= 6 && each.uid.starts_with(name));
            });
            if (found == removed.end()) {
                context.error(Error(ErrorCode::not_found, "no removed article had the id " + name,
                                    "newsarc remove --list shows those that are remembered"));
                all_known = false;
                continue;
            }
            ids.push_back(found->id);
            if (context.global.quiet || context.global.json || dry_run_) continue;
            context.out << "forgotten " << found->id << "  "
                        << output::on_one_line(found->headline.value_or("")) << "\n";
        }
        if (!dry_run_) archive.forget_removals(ids);
        return all_known ? exit_done : exit_nothing_found;
    }

    static bool agreed(Context& context, const std::vector<Article>& articles) {
        for (std::size_t i = 0; i < std::min(articles.size(), most_shown); ++i)
            output::print_row(context.out, articles[i], context.layout());
        if (articles.size() > most_shown) {
            context.out << "and " << output::counted(articles.size() - most_shown, "article") << " more\n";
        }
        context.out.flush();
        const std::string these = articles.size() == 1 ? "this article" : "these articles";
        return context.confirmed("Remove " + these + " for good? [y/N] ");
    }

    void tell(Context& context, const ask::NamedArticles& named) const {
        if (context.global.json) {
            context.out << output::removed_json(named.articles, named.missing, dry_run_) << "\n";
            return;
        }
        if (context.global.quiet) return;
        for (const Article& article : named.articles) {
            output::print_changed(context.out, dry_run_ ? "would remove" : "removed", article, {},
                                  context.style());
        }
    }

    bool force_ = false;
    bool dry_run_ = false;
    bool list_ = false;
    bool forget_ = false;
    std::vector<std::string> ids_;
    ask::ArticleNames articles_;
};

}  // namespace

std::unique_ptr<Command> make_remove() {
    return std::make_unique<Remove>();
}

}  // namespace newsarc::cli
