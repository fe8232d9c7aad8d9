#include "search/facets.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "store/facets.hpp"

namespace newsarc {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 8> facet_names{"credit", "byline", "place", "site",
                                                      "tag",    "lang",   "year",  "month"};

}  // namespace

std::string_view to_string(FacetField field) {
    return facet_names.at(static_cast<std::size_t>(field));
}

std::optional<FacetField> facet_field_from_string(std::string_view name) {
    const auto* const found = std::ranges::find(facet_names, name);
    if (found == facet_names.end()) return std::nullopt;
    return static_cast<FacetField>(found - facet_names.begin());
}

}  // namespace newsarc

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
