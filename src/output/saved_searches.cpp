#include "output/saved_searches.hpp"

#include "output/json/json_value.hpp"
#include "output/text/lines.hpp"

namespace newsarc::output {

void print_saved_search(std::ostream& out, const SavedSearch& search, const SavedSearchCounts& counts,
                        const Layout& layout) {
    std::string about = counted(counts.articles, "article");
    if (counts.unseen > 0) about += ", " + std::to_string(counts.unseen) + " new";
    out << layout.style.heading("@" + on_one_line(search.name)) << "  " << layout.style.faint(about) << "\n";
    for (const std::string& line : broken(on_one_line(search.query), layout, 4))
        out << "    " << line << "\n";
}

std::string saved_search_json(const SavedSearch& search, const SavedSearchCounts& counts) {
    return one_line({{"name", search.name},
                     {"query", search.query},
                     {"saved", search.saved},
                     {"articles", counts.articles},
                     {"new", counts.unseen}});
}

}  // namespace newsarc::output
