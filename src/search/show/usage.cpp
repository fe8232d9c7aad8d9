#include "search/show/usage.hpp"

#include <algorithm>
#include <chrono>
#include <map>

#include "search/plan/lookup.hpp"
#include "search/plan/selection.hpp"
#include "store/select/facets.hpp"
#include "store/select/statistics.hpp"
#include "text/analysis/fold_word.hpp"

namespace newsarc::search {
namespace {

constexpr std::size_t day_length = 10;  // characters of `2025-01-21`

/// `2025-W04`: weeks of ISO 8601 begin on Monday, and the first of a year has its fourth of January.
std::string week_of(const DateTime& day) {
    namespace chr = std::chrono;
    const chr::sys_days date = chr::year{day.year} / chr::month{static_cast<unsigned>(day.month)} /
                               chr::day{static_cast<unsigned>(day.day)};
    const chr::sys_days thursday = date - (chr::weekday{date} - chr::Monday) + chr::days{3};
    const chr::year year = chr::year_month_day{thursday}.year();
    const auto week = (thursday - chr::sys_days{year / chr::January / 1}).count() / 7 + 1;
    std::string number = std::to_string(week);
    std::string name = std::to_string(static_cast<int>(year));
    name.insert(0, name.size() < 4 ? 4 - name.size() : 0, '0');
    return name + (number.size() < 2 ? "-W0" : "-W") + number;
}

FacetField facet_of(UsageBy by) {
    switch (by) {
        case UsageBy::credit: return FacetField::credit;
        case UsageBy::byline: return FacetField::byline;
        case UsageBy::place: return FacetField::place;
        case UsageBy::year: return FacetField::year;
        default: return FacetField::month;
    }
}

bool is_time(UsageBy by) {
    return by != UsageBy::credit && by != UsageBy::byline && by != UsageBy::place;
}

/// A word as it was asked for; several are a phrase.
std::string as_query(const std::string& word) {
    const bool phrase = word.find(' ') != std::string::npos && word.find('"') == std::string::npos;
    return phrase ? '"' + word + '"' : word;
}

class Counter {
public:
    Counter(Session& session, const UsageRequest& request) : session_(session), request_(request) {}

    Usage run() {
        const Selection selection = select(session_, request_.query, request_.now);
        out_.notes = selection.notes;
        find_rows(selection.articles);
        store::visit_words(session_.connection, [&](std::int64_t id, std::int64_t words) {
            for_each_row(id, [&](UsageRow& row) {
                ++row.articles;
                row.words += words;
            });
        });
        for (std::size_t i = 0; i < request_.words.size(); ++i)
            count(i);
        if (!is_time(request_.by)) {
            std::ranges::stable_sort(out_.rows,
                                     [](const UsageRow& a, const UsageRow& b) { return a.words > b.words; });
        }
        return std::move(out_);
    }

private:
    void find_rows(const DocSet& articles) {
        std::map<std::string, std::pair<std::string, std::vector<std::int64_t>>> values;  // by folded name
        DocSet without = articles;
        const auto add = [&](std::int64_t id, std::string value) {
            if (!articles.contains(static_cast<std::size_t>(id))) return;
            auto& [spelling, ids] = values[text::fold_value(value)];
            if (spelling.empty()) spelling = std::move(value);
            if (ids.empty() || ids.back() != id) ids.push_back(id);
            without.erase(id);
        };
        if (request_.by == UsageBy::day || request_.by == UsageBy::week) {
            store::visit_published(session_.connection, [&](std::int64_t id, std::string_view published) {
                const auto day = from_iso(published.substr(0, day_length));
                if (!day || day->precision != Precision::day) return;
                add(id, request_.by == UsageBy::day ? to_iso(*day) : week_of(*day));
            });
        } else {
            store::visit_facet(session_.connection, facet_of(request_.by),
                               [&](std::int64_t id, std::string_view value) { add(id, std::string(value)); });
        }
        out_.without = without.count();
        for (auto& [folded, value] : values) {
            for (const std::int64_t id : value.second)
                rows_.emplace(id, out_.rows.size());
            out_.rows.push_back(
                {std::move(value.first), 0, 0, std::vector<std::size_t>(request_.words.size())});
        }
    }

    template <typename Visit>
    void for_each_row(std::int64_t id, Visit visit) {
        const auto [first, last] = rows_.equal_range(id);
        for (auto at = first; at != last; ++at)
            visit(out_.rows[at->second]);
    }

    void count(std::size_t word) {
        const Selection wanted = select(session_, as_query(request_.words[word]), request_.now);
        out_.notes.insert(out_.notes.end(), wanted.notes.begin(), wanted.notes.end());
        for (const store::Postings& postings : look_up(session_, wanted.terms, store::Positions::yes)) {
            for (const store::Posting& posting : postings.articles)
                for_each_row(posting.article, [&](UsageRow& row) { row.times[word] += posting.places; });
        }
    }

    Session& session_;
    const UsageRequest& request_;
    std::multimap<std::int64_t, std::size_t> rows_;  ///< of each article, those that it counts in
    Usage out_;
};

}  // namespace

Usage usage(const store::Connection& connection, const UsageRequest& request) {
    return within(connection, request.limits,
                  [&](Session& session) { return Counter(session, request).run(); });
}

}  // namespace newsarc::search
