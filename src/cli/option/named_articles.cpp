#include "cli/option/named_articles.hpp"

#include "cli/source/inputs.hpp"

#include <set>

namespace newsarc::cli {

NamedArticles look_up(Context& context, const Archive& archive, const std::vector<std::string>& names) {
    NamedArticles out;
    std::set<std::int64_t> seen;
    for (const std::string& name : with_lines_of_standard_input(names)) {
        const auto id = archive.resolve(name);
        if (id && !seen.insert(*id).second) continue;
        if (auto article = id ? archive.find(*id) : std::nullopt) {
            out.articles.push_back(std::move(*article));
        } else {
            context.error(no_such_article(name));
            out.missing.push_back(name);
        }
    }
    return out;
}

}  // namespace newsarc::cli
