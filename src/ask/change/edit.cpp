#include "ask/change/edit.hpp"

#include "input/record/record_text.hpp"
#include "output/article.hpp"
#include "output/changes.hpp"

namespace newsarc::ask {

void Editing::declare(Parameters& parameters) {
    parameters.texts("--set", "FIELD=VALUE", "give a field a value, such as credit=NewsX; may be repeated",
                     set_);
    parameters.texts("--unset", "FIELD", "take a field's value away; may be repeated", unset_);
    articles_.declare_query(parameters);
    parameters.ids(
        "ids or uids (six characters are enough), or - to read them one a line; several only "
        "for --set and --unset",
        ids_, 0);
}

void Editing::settle(bool json) {
    json_ = json;
    articles_.settle(ids_, true);
}

bool Editing::carry_out(Archive& archive, const Reply& reply) {
    if (!sets_fields()) throw Error(ErrorCode::usage, "no field was given", "such as: --set credit=NewsX");
    const NamedArticles named = articles(archive, reply);
    const auto values = input::assignments(set_);
    bool changed = false;
    for (const Article& former : named.articles) {
        Article article = former;
        for (const std::string& name : unset_)
            input::set_field(article, name, "");
        for (const auto& [name, value] : values)
            input::set_field(article, name, value);
        changed = put(archive, reply, article, former) || changed;
    }
    if (!changed && !named.articles.empty()) reply.note("nothing was changed");
    return !named.articles.empty() && named.missing.empty();
}

bool Editing::put(Archive& archive, const Reply& reply, const Article& changed, const Article& former) const {
    if (changed == former) return false;
    archive.replace(changed, former, to_iso(from_unix_seconds(reply.now)));
    if (json_) {
        reply.out << output::article_json(archive.find(*former.id).value_or(changed)) << "\n";
    } else if (!reply.quiet) {
        output::print_changed(reply.out, "changed", changed, {}, reply.layout.style);
    }
    return true;
}

std::unique_ptr<Change> make_edit() {
    return std::make_unique<Editing>();
}

}  // namespace newsarc::ask
