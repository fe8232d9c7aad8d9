#include "search/show/facets.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "store/select/facets.hpp"

namespace newsarc::search {

Facet count_facet(const store::Connection& connection, FacetField field, const DocSet& articles,
                  std::size_t most) {
    std::map<std::string, std::size_t, std::less<>> counts;
    store::visit_facet(connection, field, [&](std::int64_t id, std::string_view value) {
        if (!articles.contains(static_cast<std::size_t>(id))) return;
        const auto known = counts.find(value);
        if (known == counts.end()) {
            counts.emplace(value, 1);
        } else {
            ++known->second;
        }
    });
    Facet out{field, {}};
    for (const auto& [value, count] : counts)
        out.values.push_back({value, count});
    std::ranges::stable_sort(out.values, std::greater{}, &FacetCount::count);
    if (out.values.size() > most) out.values.resize(most);
    return out;
}

}  // namespace newsarc::search
