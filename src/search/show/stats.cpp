#include "search/show/stats.hpp"

#include <algorithm>
#include <array>

#include "search/plan/selection.hpp"
#include "search/show/facets.hpp"
#include "store/select/statistics.hpp"

namespace newsarc::search {
namespace {

constexpr std::array listed_fields{FacetField::credit, FacetField::site, FacetField::tag, FacetField::lang};

constexpr std::size_t year_length = 4;
constexpr std::size_t month_length = 7;

/// Counts one more of a period; they come in order.
void count(std::vector<FacetCount>& periods, std::string_view period) {
    if (periods.empty() || periods.back().value != period) periods.push_back({std::string(period), 0});
    ++periods.back().count;
}

class Counter {
public:
    Counter(const store::Connection& connection, const DocSet& articles)
        : connection_(connection), articles_(articles) {}

    void run(Stats& out) {
        out.articles = articles_.count();
        store::visit_words(connection_, [&](std::int64_t id, std::int64_t words) {
            if (has(id)) out.words += words;
        });
        store::visit_link_counts(connection_, [&](std::int64_t id, std::int64_t links) {
            if (has(id)) out.links += static_cast<std::size_t>(links);
        });
        store::visit_added(connection_, [&](std::int64_t id, std::string_view added) {
            if (!has(id)) return;
            if (!out.first_added) out.first_added = added;
            last_ = added;
        });
        if (!last_.empty()) out.last_added = last_;
        count_dates(out);
    }

private:
    [[nodiscard]] bool has(std::int64_t id) const { return articles_.contains(static_cast<std::size_t>(id)); }

    void count_dates(Stats& out) {
        last_.clear();
        store::visit_published(connection_, [&](std::int64_t id, std::string_view published) {
            if (!has(id)) return;
            if (!out.first_published) out.first_published = from_iso(published);
            last_ = published;
            ++out.dated;
            count(out.years, published.substr(0, year_length));
            if (published.size() < month_length) {
                ++out.without_month;
            } else {
                count(out.months, published.substr(0, month_length));
            }
        });
        out.last_published = from_iso(last_);
    }

    const store::Connection& connection_;
    const DocSet& articles_;
    std::string last_;
};

}  // namespace

Stats stats(const store::Connection& connection, const StatsRequest& request) {
    return within(connection, request.limits, [&](Session& session) {
        Selection selection = select(session, request.query, request.now);
        Stats out;
        out.understood = std::move(selection.understood);
        out.notes = std::move(selection.notes);
        Counter(connection, selection.articles).run(out);
        for (const FacetField field : listed_fields) {
            Facet all = count_facet(connection, field, selection.articles, SIZE_MAX);
            ValueCounts& counts = out.fields.emplace_back();
            counts.field = field;
            counts.different = all.values.size();
            all.values.resize(std::min(all.values.size(), request.most));
            counts.values = std::move(all.values);
        }
        return out;
    });
}

}  // namespace newsarc::search
