#include <algorithm>
#include <iterator>
#include <string>

#include "store/check/check_steps.hpp"

namespace newsarc::store {
namespace {

/// Both ascending.
void compare(std::span<const std::int64_t> articles, const std::vector<std::int64_t>& others, CheckArea area,
             const std::string& missing, const std::string& stray, const Report& report) {
    std::vector<std::int64_t> difference;
    std::ranges::set_difference(articles, others, std::back_inserter(difference));
    for (const std::int64_t id : difference)
        report({area, id, missing, true});
    difference.clear();
    std::ranges::set_difference(others, articles, std::back_inserter(difference));
    for (const std::int64_t id : difference)
        report({area, id, stray, true});
}

}  // namespace

void check_index_list(const Connection& connection, std::span<const std::int64_t> ids, const Report& report) {
    compare(ids, ids_of(connection, "SELECT id FROM article_fts_docsize"), CheckArea::index,
            "it is not in the full-text index", "the full-text index holds it, and there is no such article",
            report);
}

void check_length_list(std::span<const std::int64_t> ids, std::span<const std::uint8_t> lengths,
                       const Report& report) {
    std::vector<std::int64_t> with_length;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        if (lengths[i] != 0) with_length.push_back(static_cast<std::int64_t>(i));
    }
    compare(ids, with_length, CheckArea::lengths, "it has no length for ranking",
            "it has a length for ranking, and there is no such article", report);
}

}  // namespace newsarc::store
