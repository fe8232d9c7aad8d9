#include "search/show/facets.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "store/select/facets.hpp"
#include "text/analysis/fold_word.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::search {
namespace {

using Ids = std::vector<std::int64_t>;

/// Spellings of one value, case and accents aside; they come in the order of their bytes.
class Value {
public:
    void add(const std::string& spelling, Ids ids) {
        // Of two that are as frequent one that is not all in capitals is shown.
        const bool first = ids_.empty();
        const bool better = ids.size() != most_ ? ids.size() > most_ : !text::has_lower_case(shown_);
        if (first || better) {
            shown_ = spelling;
            most_ = ids.size();
        }
        ids_.insert(ids_.end(), ids.begin(), ids.end());
    }

    /// An article that has it in two spellings counts once.
    FacetCount counted() {
        std::ranges::sort(ids_);
        ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
        return {shown_, ids_.size()};
    }

private:
    std::string shown_;
    std::size_t most_ = 0;
    Ids ids_;
};

}  // namespace

Facet count_facet(const store::Connection& connection, FacetField field, const DocSet& articles,
                  std::size_t most) {
    std::map<std::string, Ids, std::less<>> spellings;
    DocSet without = articles;
    store::visit_facet(connection, field, [&](std::int64_t id, std::string_view value) {
        if (!articles.contains(static_cast<std::size_t>(id))) return;
        auto known = spellings.find(value);
        if (known == spellings.end()) known = spellings.emplace(value, Ids()).first;
        known->second.push_back(id);
        without.erase(id);
    });
    std::map<std::string, Value> values;
    for (auto& [spelling, ids] : spellings)
        values[text::fold_value(spelling)].add(spelling, std::move(ids));
    Facet out{.field = field, .values = {}, .without = without.count()};
    for (auto& [folded, value] : values)
        out.values.push_back(value.counted());
    std::ranges::sort(out.values, [](const FacetCount& a, const FacetCount& b) {
        return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
    if (out.values.size() > most) {
        out.left_out = out.values.size() - most;
        out.values.resize(most);
    }
    return out;
}

}  // namespace newsarc::search
