#include "ask/change/tag.hpp"

#include "output/changes.hpp"
#include "text/wording.hpp"

#include <algorithm>
#include <set>

namespace newsarc::ask {
namespace {

class Tags : public Question {
public:
    void declare(Parameters&) override {}
    void settle(bool json) override { json_ = json; }

    bool answer(const Archive& archive, const Reply& reply) override {
        SearchRequest request{.query = "*", .limit = 0};
        request.facets = {FacetField::tag};
        request.facet_values = SIZE_MAX;
        const Facet tags = archive.search(request).facets.at(0);
        if (json_) {
            reply.out << output::tags_json(tags) << "\n";
        } else {
            reply.begin_pages();
            output::print_tags(reply.out, tags, reply.layout.style);
        }
        if (tags.values.empty()) reply.note("no article has a tag");
        return !tags.values.empty();
    }

private:
    bool json_ = false;
};

bool has_comma(const std::string& tag) {
    return tag.find(',') != std::string::npos;
}

}  // namespace

void Tagging::declare(Parameters& parameters) {
    parameters.texts("--add", "TAG", "a tag to give; may be repeated", request_.add);
    parameters.texts("--remove", "TAG", "a tag to take away; may be repeated", request_.remove);
    parameters.text("--rename", "TAG", "a tag that is to have the name that --add gives, wherever it is",
                    rename_);
    articles_.declare_query(parameters);
    parameters.flag("--dry-run", "say what would change, and change nothing", request_.dry_run);
    parameters.ids("ids or uids (six characters are enough), or - to read them one a line", ids_, 0);
}

bool Tagging::given() const {
    return changes() || rename_ || !ids_.empty() || articles_.by_query();
}

void Tagging::settle(bool json) {
    json_ = json;
    if (rename_) {
        if (request_.add.size() != 1 || !request_.remove.empty() || !ids_.empty() || articles_.by_query())
            throw Error(ErrorCode::usage, "--rename takes the name that a tag has and the one it is to have",
                        "such as: newsarc tag --rename flod flood");
        return;
    }
    if (!changes()) {
        throw Error(
            ErrorCode::usage, "no tag was given",
            "such as: newsarc tag +afghanistan -draft 12; -- goes before tags that look like options");
    }
    articles_.settle(ids_, true);
}

bool Tagging::carry_out(Archive& archive, const Reply& reply) {
    if (rename_) return rename(archive, reply);
    const NamedArticles named = articles_.articles(archive, reply);
    for (const Article& article : named.articles)
        request_.ids.push_back(*article.id);
    tell(reply, named, archive.tag(request_));
    if (std::ranges::any_of(request_.add, has_comma))
        reply.note("a tag with a comma in it is one tag; two are given as +a +b");
    return !named.articles.empty() && named.missing.empty();
}

bool Tagging::rename(Archive& archive, const Reply& reply) {
    request_.remove = {*rename_};
    NamedArticles named;
    archive.visit(archive.matching({.query = "has:tag"}).ids, [&](const Article& article) {
        if (std::ranges::find(article.tags, *rename_) == article.tags.end()) return true;
        named.articles.push_back(article);
        request_.ids.push_back(*article.id);
        return true;
    });
    if (named.articles.empty()) {
        reply.error(Error(ErrorCode::not_found, "no article has the tag " + *rename_,
                          "newsarc tag lists the tags there are"));
        return false;
    }
    tell(reply, named, archive.tag(request_));
    return true;
}

void Tagging::tell(const Reply& reply, const NamedArticles& named,
                   const std::vector<std::int64_t>& changed_ids) const {
    const std::set<std::int64_t> changed(changed_ids.begin(), changed_ids.end());
    std::vector<Article> articles;
    for (const Article& article : named.articles) {
        if (changed.contains(*article.id)) articles.push_back(with_changes(article));
    }
    if (json_) {
        reply.out << output::tagged_json(articles, named.articles.size() - articles.size(), named.missing,
                                         request_.dry_run)
                  << "\n";
        return;
    }
    if (reply.quiet) return;
    for (const Article& article : articles) {
        const std::string tags = text::joined(article.tags);
        output::print_changed(reply.out, request_.dry_run ? "would tag" : "tagged", article,
                              "(" + (tags.empty() ? "no tags" : tags) + ")", reply.layout.style);
    }
    if (articles.empty() && !named.articles.empty()) reply.note("every article has these tags already");
}

Article Tagging::with_changes(Article article) const {
    std::set<std::string> tags(article.tags.begin(), article.tags.end());
    for (const std::string& tag : request_.remove)
        tags.erase(tag);
    tags.insert(request_.add.begin(), request_.add.end());
    article.tags.assign(tags.begin(), tags.end());
    return article;
}

std::unique_ptr<Question> make_tags() {
    return std::make_unique<Tags>();
}

std::unique_ptr<Change> make_tag() {
    return std::make_unique<Tagging>();
}

}  // namespace newsarc::ask
