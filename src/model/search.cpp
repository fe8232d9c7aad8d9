#include <newsarc/search.hpp>

#include <algorithm>
#include <array>

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
