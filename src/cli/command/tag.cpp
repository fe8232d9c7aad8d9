#include "ask/selection.hpp"
#include "cli/commands.hpp"
#include "output/changes.hpp"
#include "text/wording.hpp"

#include <algorithm>
#include <set>

namespace newsarc::cli {
namespace {

class Tag : public Command {
public:
    void declare(Parameters& options) override {
        articles_.declare_query(options);
        options.text("--rename", "TAG", "with the name that this tag is to have: --rename OLD NEW", rename_);
        options.flag("--dry-run", "say what would change, and change nothing", request_.dry_run);
        options.tags("+TAG|-TAG|ID",
                     "tags to give and to take away, then ids or uids, or - to read them one a line; nothing "
                     "at all lists the tags there are",
                     arguments_);
    }

    int run(Context& context) override {
        std::vector<std::string> names;
        for (const std::string& argument : arguments_)
            sort_out(argument, names);
        if (rename_) return rename(context, names);
        const bool changes = !request_.add.empty() || !request_.remove.empty();
        if (!changes && names.empty() && !articles_.by_query()) return list(context);
        if (!changes) {
            throw Error(
                ErrorCode::usage, "no tag was given",
                "such as: newsarc tag +afghanistan -draft 12; -- goes before tags that look like options");
        }
        articles_.settle(std::move(names), true);
        Archive archive = context.open_archive(Archive::Mode::write);
        const ask::NamedArticles named = articles_.articles(archive, context.reply());
        for (const Article& article : named.articles)
            request_.ids.push_back(*article.id);
        tell(context, named, archive.tag(request_));
        if (comma_) context.note("a tag with a comma in it is one tag; two are given as +a +b");
        return named.articles.empty() || !named.missing.empty() ? exit_nothing_found : exit_done;
    }

private:
    int rename(Context& context, const std::vector<std::string>& names) {
        if (names.size() != 1 || !request_.add.empty() || !request_.remove.empty() || articles_.by_query()) {
            throw Error(ErrorCode::usage, "--rename takes the name that a tag has and the one it is to have",
                        "such as: newsarc tag --rename flod flood");
        }
        request_.remove = {*rename_};
        request_.add = {names[0]};
        Archive archive = context.open_archive(Archive::Mode::write);
        ask::NamedArticles named;
        archive.visit(archive.matching({.query = "has:tag"}).ids, [&](const Article& article) {
            if (std::ranges::find(article.tags, *rename_) == article.tags.end()) return true;
            named.articles.push_back(article);
            request_.ids.push_back(*article.id);
            return true;
        });
        if (named.articles.empty()) {
            context.error(Error(ErrorCode::not_found, "no article has the tag " + *rename_,
                                "newsarc tag lists the tags there are"));
            return exit_nothing_found;
        }
        tell(context, named, archive.tag(request_));
        return exit_done;
    }

    void sort_out(const std::string& argument, std::vector<std::string>& names) {
        if (argument.size() > 1 && argument.starts_with('+')) {
            request_.add.push_back(argument.substr(1));
            comma_ = comma_ || argument.find(',') != std::string::npos;
        } else if (argument.size() > 1 && argument.starts_with('-')) {
            request_.remove.push_back(argument.substr(1));
        } else {
            names.push_back(argument);
        }
    }

    void tell(Context& context, const ask::NamedArticles& named,
              const std::vector<std::int64_t>& changed_ids) const {
        const std::set<std::int64_t> changed(changed_ids.begin(), changed_ids.end());
        std::vector<Article> articles;
        for (const Article& article : named.articles) {
            if (changed.contains(*article.id)) articles.push_back(with_changes(article));
        }
        if (context.global.json) {
            context.out << output::tagged_json(articles, named.articles.size() - articles.size(),
                                               named.missing, request_.dry_run)
                        << "\n";
        } else if (!context.global.quiet) {
            for (const Article& article : articles) {
                const std::string tags = text::joined(article.tags);
                output::print_changed(context.out, request_.dry_run ? "would tag" : "tagged", article,
                                      "(" + (tags.empty() ? "no tags" : tags) + ")", context.style());
            }
            if (articles.empty() && !named.articles.empty())
                context.note("every article has these tags already");
        }
    }

    Article with_changes(Article article) const {
        std::set<std::string> tags(article.tags.begin(), article.tags.end());
        for (const std::string& tag : request_.remove)
            tags.erase(tag);
        tags.insert(request_.add.begin(), request_.add.end());
        article.tags.assign(tags.begin(), tags.end());
        return article;
    }

    static int list(Context& context) {
        const Archive archive = context.open_archive(Archive::Mode::read);
        SearchRequest request{.query = "*", .limit = 0};
        request.facets = {FacetField::tag};
        request.facet_values = SIZE_MAX;
        const Facet tags = archive.search(request).facets.at(0);
        if (context.global.json) {
            context.out << output::tags_json(tags) << "\n";
        } else {
            context.start_pager();
            output::print_tags(context.out, tags, context.style());
        }
        if (!tags.values.empty()) return exit_done;
        context.note("no article has a tag");
        return exit_nothing_found;
    }

    TagRequest request_;
    std::optional<std::string> rename_;
    ask::ArticleNames articles_;
    std::vector<std::string> arguments_;
    bool comma_ = false;  ///< in a tag that is to be given
};

}  // namespace

std::unique_ptr<Command> make_tag() {
    return std::make_unique<Tag>();
}

}  // namespace newsarc::cli
