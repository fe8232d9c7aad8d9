#pragma once

#include <newsarc/date.hpp>
#include <newsarc/search.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc {

/// In what order the places of a concordance come.
enum class ConcordanceOrder {
    newest,  ///< by article, the newest first, and as they stand in it
    left,    ///< by the words before each, the nearest first
    right,   ///< by the words behind each
};

/// Every place where the words of a query stand, in the articles that hold all of them. A phrase is one
/// place; what a field but `headline:` and `body:` asks only chooses the articles.
struct ConcordanceRequest {
    std::string query = {};  ///< read as that of MatchRequest
    ConcordanceOrder order = ConcordanceOrder::newest;
    std::size_t context = 200;              ///< characters on each side, at most
    std::optional<std::size_t> limit = {};  ///< places; absent: all
    std::optional<std::int64_t> now = {};   ///< Unix seconds: what `today` and `2w` count from
    Limits limits = {};
};

/// A place, and what stands around it. White space is one blank, and no context goes beyond the headline, or
/// the body, that the place is in.
struct ConcordanceLine {
    std::int64_t id = 0;
    std::optional<std::string> headline;
    std::optional<std::string> credit;
    std::optional<DateTime> published;
    bool in_headline = false;
    std::string left;
    std::string word;  ///< as it is written there
    std::string right;
};

struct Concordance {
    std::vector<ConcordanceLine> lines;
    std::size_t articles = 0;        ///< that match
    bool more = false;               ///< there are places beyond the limit
    std::vector<std::string> notes;  ///< what could not be taken as it stood, for a person
};

}  // namespace newsarc
