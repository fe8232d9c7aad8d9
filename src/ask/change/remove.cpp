#include "ask/change/remove.hpp"

#include "output/article.hpp"
#include "output/changes.hpp"

#include <algorithm>

namespace newsarc::ask {
namespace {

/// As many articles are shown before the question as a person reads.
constexpr std::size_t most_shown = 10;

class Removed : public Question {
public:
    void declare(Parameters&) override {}
    void settle(bool json) override { json_ = json; }

    bool answer(const Archive& archive, const Reply& reply) override {
        const std::vector<Removal> removed = archive.removals();
        if (removed.empty()) reply.note("nothing was removed, or its removal is forgotten");
        if (!json_) reply.begin_pages();
        for (const Removal& each : removed) {
            if (json_) {
                reply.out << output::removal_json(each) << "\n";
            } else {
                output::print_removal(reply.out, each, reply.layout.style);
            }
        }
        return !removed.empty();
    }

private:
    bool json_ = false;
};

bool agreed(const Reply& reply, const std::vector<Article>& articles) {
    for (std::size_t i = 0; i < std::min(articles.size(), most_shown); ++i)
        output::print_row(reply.out, articles[i], reply.layout);
    if (articles.size() > most_shown) {
        reply.out << "and " << output::counted(articles.size() - most_shown, "article") << " more\n";
    }
    reply.out.flush();
    const std::string these = articles.size() == 1 ? "this article" : "these articles";
    return reply.confirmed("Remove " + these + " for good? [y/N] ");
}

}  // namespace

void Removing::declare(Parameters& parameters) {
    parameters.flag("-f,--force", "do not ask", force_);
    parameters.flag("--dry-run", "say what would be removed, and remove nothing", dry_run_);
    parameters.flag("--forget", "let add and import store these again; ids are those that they had", forget_);
    articles_.declare_query(parameters);
    parameters.ids("ids or uids (six characters are enough), or - to read them one a line", ids_, 0);
}

void Removing::settle(bool json) {
    json_ = json;
    if (forget_ && (articles_.by_query() || ids_.empty())) {
        throw Error(ErrorCode::usage, "--forget takes the ids that articles had",
                    "newsarc remove --list shows these ids");
    }
    articles_.settle(ids_, true);
}

bool Removing::carry_out(Archive& archive, const Reply& reply) {
    if (forget_) return forget(archive, reply);
    const bool asks = !force_ && !dry_run_;
    if (asks && !reply.confirmed) {
        throw Error(ErrorCode::usage, "what is removed cannot be had back, and there is nobody to ask",
                    "--dry-run shows what would be removed, --force removes it");
    }
    const NamedArticles named = articles_.articles(archive, reply);
    if (asks && !named.articles.empty() && !agreed(reply, named.articles)) {
        reply.note("nothing was removed");
        return false;
    }
    if (!dry_run_) {
        std::vector<std::int64_t> ids;
        for (const Article& article : named.articles)
            ids.push_back(*article.id);
        archive.remove(ids, to_iso(from_unix_seconds(reply.now)));
    }
    tell(reply, named);
    return !named.articles.empty() && named.missing.empty();
}

bool Removing::forget(Archive& archive, const Reply& reply) const {
    const std::vector<Removal> removed = archive.removals();
    std::vector<std::int64_t> ids;
    bool all_known = true;
    for (const std::string& name : ids_) {
        const auto found = std::ranges::find_if(removed, [&](const Removal& each) {
            return name == std::to_string(each.id) || (name.size() >= 6 && each.uid.starts_with(name));
        });
        if (found == removed.end()) {
            reply.error(Error(ErrorCode::not_found, "no removed article had the id " + name,
                              "newsarc remove --list shows those that are remembered"));
            all_known = false;
            continue;
        }
        ids.push_back(found->id);
        if (reply.quiet || json_ || dry_run_) continue;
        reply.out << "forgotten " << found->id << "  " << output::on_one_line(found->headline.value_or(""))
                  << "\n";
    }
    if (!dry_run_) archive.forget_removals(ids);
    return all_known;
}

void Removing::tell(const Reply& reply, const NamedArticles& named) const {
    if (json_) {
        reply.out << output::removed_json(named.articles, named.missing, dry_run_) << "\n";
        return;
    }
    if (reply.quiet) return;
    for (const Article& article : named.articles) {
        output::print_changed(reply.out, dry_run_ ? "would remove" : "removed", article, {},
                              reply.layout.style);
    }
}

std::unique_ptr<Question> make_removed() {
    return std::make_unique<Removed>();
}

std::unique_ptr<Change> make_remove() {
    return std::make_unique<Removing>();
}

}  // namespace newsarc::ask
