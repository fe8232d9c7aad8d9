#pragma once

#include <newsarc/search.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/http/message.hpp"

namespace newsarc::web {

/// Hits on a page.
inline constexpr std::size_t hits_on_a_page = 20;

/// The address of a page of this program: its path, and values percent-encoded behind it; those that are
/// empty are left out.
std::string address(std::string_view path, const Values& values);

/// A search as its address has it: what was typed, what was clicked, the order and the page.
struct SearchState {
    /// A value of a field that was clicked; `since` and `until` are fields here.
    struct Filter {
        std::string field;
        std::string value;
    };

    std::string words;
    std::vector<Filter> filters;
    Sort sort = Sort::relevance;
    std::optional<Match> match;
    bool group = false;    ///< one of each cluster of near duplicates
    bool explain = false;  ///< why the hits are in this order
    std::size_t page = 1;

    [[nodiscard]] bool asks() const { return !words.empty() || !filters.empty(); }

    /// What was typed and clicked, in the query language; `*` where nothing was.
    [[nodiscard]] std::string query() const;

    [[nodiscard]] std::string address() const;

    // The same search with one thing changed, on its first page.
    [[nodiscard]] SearchState with(std::string field, std::string value) const;
    [[nodiscard]] SearchState without(std::size_t filter) const;
    [[nodiscard]] SearchState between(const std::string& since, const std::string& until) const;
    [[nodiscard]] SearchState sorted(Sort order) const;
    [[nodiscard]] SearchState on_page(std::size_t number) const;

    [[nodiscard]] bool has(std::string_view field, std::string_view value) const;

    /// The values of the address that are not of the page.
    [[nodiscard]] Values values() const;
};

/// What an address asks for. What it cannot mean counts as not said.
SearchState search_state(const Values& values);

/// The fields that can be clicked, each with what it is called above its values.
struct FilterField {
    FacetField facet;
    std::string_view title;
};
std::vector<FilterField> filter_fields();

/// An order of hits as addresses name it, and as people read it.
struct SortName {
    Sort sort;
    std::string_view name;
    std::string_view title;
};
std::vector<SortName> sort_names();

}  // namespace newsarc::web
