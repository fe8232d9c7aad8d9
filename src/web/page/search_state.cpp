#include "web/page/search_state.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "ask/selection.hpp"
#include "text/address.hpp"

namespace newsarc::web {
namespace {

constexpr std::array<SortName, 4> orders{{
    {Sort::relevance, "relevance", "Best first"},
    {Sort::newest, "newest", "Newest first"},
    {Sort::oldest, "oldest", "Oldest first"},
    {Sort::added, "added", "Last added first"},
}};

constexpr std::array<FilterField, 6> clickable{{
    {FacetField::credit, "Sources"},
    {FacetField::byline, "Authors"},
    {FacetField::place, "Places"},
    {FacetField::tag, "Tags"},
    {FacetField::lang, "Languages"},
    {FacetField::site, "Links to"},
}};

/// Behind it a search would have to read too much.
constexpr std::size_t last_page = 500;

bool is_filter(std::string_view name) {
    return name == "since" || name == "until" || std::ranges::any_of(clickable, [&](const FilterField& each) {
               return to_string(each.facet) == name;
           });
}

/// As forms send it: a blank is a plus sign.
std::string encoded(std::string_view text) {
    std::string out = text::percent_encoded(text, " ");
    std::ranges::replace(out, ' ', '+');
    return out;
}

}  // namespace

std::vector<FilterField> filter_fields() {
    return {clickable.begin(), clickable.end()};
}

std::vector<SortName> sort_names() {
    return {orders.begin(), orders.end()};
}

std::string address(std::string_view path, const Values& values) {
    std::string out(path);
    char before = '?';
    for (const auto& [name, value] : values) {
        if (value.empty()) continue;
        out += before;
        out += encoded(name) + "=" + encoded(value);
        before = '&';
    }
    return out;
}

std::string SearchState::query() const {
    std::string out = words;
    for (const Filter& each : filters)
        out += (out.empty() ? "" : " ") + ask::filter(each.field, each.value);
    return out.empty() ? "*" : out;
}

Values SearchState::values() const {
    Values out{{"q", words}};
    for (const Filter& each : filters)
        out.emplace_back(each.field, each.value);
    if (sort != Sort::relevance)
        out.emplace_back("sort", std::ranges::find(orders, sort, &SortName::sort)->name);
    if (match) out.emplace_back("match", *match == Match::all ? "all" : "any");
    if (group) out.emplace_back("group", "1");
    if (explain) out.emplace_back("explain", "1");
    return out;
}

std::string SearchState::address() const {
    Values all = values();
    if (page > 1) all.emplace_back("page", std::to_string(page));
    return web::address("/", all);
}

SearchState SearchState::with(std::string field, std::string value) const {
    SearchState out = on_page(1);
    out.filters.push_back({std::move(field), std::move(value)});
    return out;
}

SearchState SearchState::without(std::size_t filter) const {
    SearchState out = on_page(1);
    out.filters.erase(out.filters.begin() + static_cast<std::ptrdiff_t>(filter));
    return out;
}

SearchState SearchState::between(const std::string& since, const std::string& until) const {
    SearchState out = on_page(1);
    std::erase_if(out.filters,
                  [](const Filter& each) { return each.field == "since" || each.field == "until"; });
    out.filters.push_back({"since", since});
    out.filters.push_back({"until", until});
    return out;
}

SearchState SearchState::sorted(Sort order) const {
    SearchState out = on_page(1);
    out.sort = order;
    return out;
}

SearchState SearchState::on_page(std::size_t number) const {
    SearchState out = *this;
    out.page = number;
    return out;
}

bool SearchState::has(std::string_view field, std::string_view value) const {
    return std::ranges::any_of(
        filters, [&](const Filter& each) { return each.field == field && each.value == value; });
}

SearchState search_state(const Values& values) {
    SearchState out;
    for (const auto& [name, value] : values) {
        if (value.empty()) continue;
        if (name == "q") {
            out.words = value;
        } else if (name == "sort") {
            const auto order = std::ranges::find(orders, std::string_view(value), &SortName::name);
            if (order != orders.end()) out.sort = order->sort;
        } else if (name == "match") {
            if (value == "all") out.match = Match::all;
            if (value == "any") out.match = Match::any;
        } else if (name == "group") {
            out.group = true;
        } else if (name == "explain") {
            out.explain = true;
        } else if (name == "page") {
            std::size_t number = 0;
            std::from_chars(value.data(), value.data() + value.size(), number);
            out.page = std::clamp(number, std::size_t{1}, last_page);
        } else if (is_filter(name)) {
            out.filters.push_back({name, value});
        }
    }
    return out;
}

}  // namespace newsarc::web
