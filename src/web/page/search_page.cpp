#include <algorithm>
#include <cstdio>
#include <optional>

#include "ask/selection.hpp"
#include "output/text/layout.hpp"
#include "text/unicode/words.hpp"
#include "web/page/frame.hpp"
#include "web/page/hits.hpp"
#include "web/page/pages.hpp"
#include "web/page/search_state.hpp"
#include "web/page/timeline.hpp"

namespace newsarc::web {
namespace {

/// Values of a field that are seen at once, and those behind `more`.
constexpr std::size_t shown_values = 6;
constexpr std::size_t most_values = 40;

/// Enough for every year and, of a few years, every month.
constexpr std::size_t counted_values = 600;

struct Found {
    SearchState state;
    SearchResult result;
    std::vector<std::string> notes;

    [[nodiscard]] const Facet& facet(FacetField field) const {
        return *std::ranges::find(result.facets, field, &Facet::field);
    }
};

/// The query with its last word taken for the beginning of one, where it may be.
std::optional<std::string> unfinished(const std::string& words) {
    const std::size_t begin = words.find_last_of(" \t") + 1;
    const bool is_word = begin < words.size() && text::words(words.substr(begin)).size() == 1 &&
                         text::has_word(words.substr(words.size() - 1)) &&
                         words.find_first_of("\"():*", begin) == std::string::npos;
    return is_word ? std::optional(words + "*") : std::nullopt;
}

Found find(const Request& request, ask::Desk& desk) {
    Found out{.state = search_state(request.values), .result = {}, .notes = {}};
    const Archive& archive = desk.archive();
    std::ostream nowhere(nullptr);
    ask::Told told;
    const ask::Reply reply = desk.reply(nowhere, told);
    SearchRequest search;
    search.limit = hits_on_a_page;
    search.offset = (out.state.page - 1) * hits_on_a_page;
    search.match = out.state.match;
    search.sort = out.state.asks() ? out.state.sort : Sort::added;
    search.group = out.state.group;
    search.explain = out.state.explain;
    search.facet_values = counted_values;
    for (const FilterField& each : filter_fields())
        search.facets.push_back(each.facet);
    search.facets.push_back(FacetField::year);
    search.facets.push_back(FacetField::month);
    search.now = reply.now;
    search.limits.interrupt = reply.interrupt;
    const auto found = [&](const SearchState& state) {
        search.query =
            ask::asked_query(archive, reply, {state.query()}, ask::UnknownSearch::take_as_text).text;
        return archive.search(search);
    };
    out.result = found(out.state);
    // While one types, what no article holds in full may be half a word.
    if (out.result.total_all_words == 0 && !value_of(request.values, "typing").empty()) {
        SearchState longer = out.state;
        if (const auto words = unfinished(longer.words)) {
            longer.words = *words;
            if (SearchResult result = found(longer); result.total_all_words > 0)
                out.result = std::move(result);
        }
    }
    out.notes = std::move(told.notes);
    out.notes.insert(out.notes.end(), out.result.notes.begin(), out.result.notes.end());
    return out;
}

void facet_value(Markup& out, const SearchState& state, std::string_view field, const FacetCount& each) {
    out.in("li", [&] {
        if (state.has(field, each.value)) {
            out.element("bdi", {{"class", "chosen"}}, each.value);
        } else {
            out.in("a", {{"href", state.with(std::string(field), each.value).address()}},
                   [&] { out.element("bdi", each.value); });
        }
        out.element("span", {{"class", "count"}}, std::to_string(each.count));
    });
}

void facets(Markup& out, const Found& found) {
    for (const FilterField& each : filter_fields()) {
        const std::vector<FacetCount>& values = found.facet(each.facet).values;
        if (values.empty()) continue;
        const std::string_view field = to_string(each.facet);
        const auto list = [&](std::size_t begin, std::size_t end) {
            out.in("ul", [&] {
                for (std::size_t i = begin; i < std::min(end, values.size()); ++i)
                    facet_value(out, found.state, field, values[i]);
            });
        };
        out.in("section", [&] {
            out.element("h2", each.title);
            list(0, shown_values);
            if (values.size() <= shown_values) return;
            out.in("details", [&] {
                out.element("summary", "More of " + std::string(each.title));
                list(shown_values, most_values);
            });
        });
    }
}

void chosen(Markup& out, const SearchState& state) {
    if (state.filters.empty()) return;
    out.in("ul", {{"class", "chosen"}, {"aria-label", "What narrows the search"}}, [&] {
        for (std::size_t i = 0; i < state.filters.size(); ++i) {
            const SearchState::Filter& each = state.filters[i];
            out.in("li", [&] {
                out.in("a",
                       {{"href", state.without(i).address()},
                        {"aria-label", "Without " + each.field + " " + each.value}},
                       [&] {
                           out.element("span", {{"class", "field"}}, each.field + " ");
                           out.element("bdi", each.value);
                           out.element("span", {{"aria-hidden", "true"}}, " ×");
                       });
            });
        }
    });
}

void orders(Markup& out, const SearchState& state) {
    out.in("ul", {{"class", "orders"}, {"aria-label", "Order and view"}}, [&] {
        const auto item = [&](const SearchState& other, std::string_view title, bool is_on) {
            out.in("li", [&] {
                out.element("a",
                            {{"href", other.address()},
                             {"aria-current", is_on ? std::optional<std::string>("true") : std::nullopt}},
                            title);
            });
        };
        for (const SortName& each : sort_names())
            item(state.sorted(each.sort), each.title, each.sort == state.sort);
        SearchState grouped = state.on_page(1);
        grouped.group = !state.group;
        item(grouped, "One of each story", state.group);
        SearchState explained = state;
        explained.explain = !state.explain;
        item(explained, "Why this order", state.explain);
    });
}

void words(Markup& out, const Explanation& explanation, bool feedback) {
    out.in("table", [&] {
        out.in("tr", [&] {
            for (const char* name : {"Word", "As the index has it", "Articles", "Counts"})
                out.element("th", {{"scope", "col"}}, name);
        });
        for (const ExplainedWord& word : explanation.words) {
            if (word.feedback != feedback) continue;
            char weight[32];
            std::snprintf(weight, sizeof weight, "%.3g", word.weight);
            out.in("tr", [&] {
                out.in("td", [&] { out.element("bdi", word.text); });
                out.in("td", [&] { out.element("bdi", word.stem); });
                out.element("td", {{"class", "number"}}, std::to_string(word.articles));
                out.element("td", {{"class", "number"}}, weight);
            });
        }
    });
}

void explanation(Markup& out, const SearchResult& result) {
    const Explanation& why = *result.explanation;
    out.in("section", {{"class", "why"}}, [&] {
        out.in("p", {{"class", "quiet"}}, [&] {
            out.text("Understood as ");
            out.element("bdi", result.understood);
            out.text(". A word weighs more the fewer articles hold it.");
        });
        words(out, why, false);
        if (std::ranges::none_of(why.words, &ExplainedWord::feedback)) return;
        out.in("details", [&] {
            out.element("summary", "Words of the best hits that count too");
            words(out, why, true);
        });
    });
}

/// How many were found, in words; of those that hold every word where these are not all.
std::string totals(const Found& found) {
    const SearchResult& result = found.result;
    if (!found.state.asks()) return output::counted(result.total, "article");
    if (result.total == 0) return "No article was found";
    std::string out = output::counted(result.total, "article");
    if (result.by_words && result.total_all_words < result.total)
        out += ", " + std::to_string(result.total_all_words) + " with every word";
    return out;
}

void remarks(Markup& out, const Found& found) {
    const SearchResult& result = found.result;
    if (result.suggestion) {
        SearchState other = found.state.on_page(1);
        other.words = *result.suggestion;
        out.in("p", {{"class", "suggestion"}}, [&] {
            out.text("Did you mean ");
            out.in("a", {{"href", other.address()}}, [&] { out.element("bdi", *result.suggestion); });
            out.text("?");
        });
    }
    for (const std::string& note : found.notes)
        out.element("p", {{"class", "note"}, {"dir", "auto"}}, note);
}

void paging(Markup& out, const Found& found) {
    const std::size_t page = found.state.page;
    const bool more = page * hits_on_a_page < found.result.total;
    pages_links(out, page > 1 ? found.state.on_page(page - 1).address() : "",
                more ? found.state.on_page(page + 1).address() : "");
}

void nothing_found(Markup& out, const Found& found) {
    out.in("div", {{"class", "nothing"}}, [&] {
        if (!found.state.asks()) {
            out.element("p", "The archive is empty. Add articles on the page Add, or with newsarc add.");
            return;
        }
        out.element("p", "Fewer words, another spelling, or less that narrows the search may find more.");
    });
}

void save_form(Markup& out, const Request& request, const SearchState& state) {
    if (request.read_only || !state.asks()) return;
    out.in("details", {{"class", "save"}}, [&] {
        out.element("summary", "Save this search");
        form(out, request, "/saved", {}, [&] {
            out.single("input", {{"type", "hidden"}, {"name", "query"}, {"value", state.query()}});
            out.in("label", [&] {
                out.text("Name ");
                out.single("input", {{"name", "name"},
                                     {"required", true},
                                     {"maxlength", "64"},
                                     {"size", "16"},
                                     {"autocomplete", "off"}});
            });
            out.element("button", "Save");
        });
    });
}

}  // namespace

Response search_page(const Request& request, ask::Desk& desk) {
    const Found found = find(request, desk);
    const SearchState& state = found.state;
    return page(
        request, {.title = state.asks() ? state.query() : "", .words = state.words, .main = "results"},
        [&](Markup& out) {
            out.in("div", {{"class", "found"}, {"id", "found"}}, [&] {
                out.in("div", {{"class", "head"}}, [&] {
                    out.element("h1", state.asks() ? totals(found) : "Added last");
                    if (!state.asks())
                        out.element("p", {{"class", "quiet"}}, totals(found) + " in the archive");
                    chosen(out, state);
                    remarks(out, found);
                    if (state.asks() && found.result.total > 0) orders(out, state);
                    out.in("p", {{"class", "to-facets"}}, [&] {
                        out.element("a", {{"href", "#facets"}}, "Narrow the search");
                    });
                });
                if (found.result.explanation) explanation(out, found.result);
                timeline(
                    out,
                    stretches(found.facet(FacetField::month).values, found.facet(FacetField::year).values),
                    [&](const Stretch& each) { return state.between(each.since, each.until).address(); });
                if (found.result.hits.empty()) nothing_found(out, found);
                hits(out, found.result.hits, state);
                paging(out, found);
                save_form(out, request, state);
            });
            out.in("aside", {{"class", "facets"}, {"id", "facets"}, {"aria-label", "Narrow the search"}},
                   [&] { facets(out, found); });
        });
}

}  // namespace newsarc::web
