#include "cli/result/saved_searches.hpp"

#include "output/saved_searches.hpp"
#include "text/likeness/nearest.hpp"

#include <vector>

namespace newsarc::cli {

int list_saved_searches(Context& context) {
    const Archive archive = context.open_archive(Archive::Mode::read);
    const std::vector<SavedSearch> saved = archive.saved_searches();
    context.start_pager();
    for (const SavedSearch& search : saved) {
        const SearchRequest request{.query = search.query, .limit = 0, .now = now_in_unix_seconds()};
        SearchRequest only_new = request;
        only_new.after = search.seen;
        const output::SavedSearchCounts counts{archive.search(request).total, archive.search(only_new).total};
        if (context.global.json) {
            context.out << output::saved_search_json(search, counts) << "\n";
        } else {
            output::print_saved_search(context.out, search, counts, context.layout());
        }
    }
    if (!saved.empty()) return exit_done;
    context.note("no search is saved; newsarc search --save NAME QUERY saves one");
    return exit_nothing_found;
}

void forget_saved_search(Context& context, std::string name) {
    if (name.starts_with('@')) name.erase(0, 1);
    Archive archive = context.open_archive(Archive::Mode::write);
    if (!archive.remove_saved_search(name)) throw no_such_search(archive, name);
    context.note("the saved search @" + name + " is removed");
}

Error no_such_search(const Archive& archive, const std::string& name) {
    const std::vector<SavedSearch> saved = archive.saved_searches();
    std::vector<std::string_view> names;
    names.reserve(saved.size());
    for (const SavedSearch& search : saved)
        names.push_back(search.name);
    const std::optional<std::string> near = text::nearest(name, names);
    return {ErrorCode::not_found, "no saved search has the name " + name,
            near ? "did you mean @" + *near + "?" : "newsarc search --saved lists them"};
}

}  // namespace newsarc::cli
