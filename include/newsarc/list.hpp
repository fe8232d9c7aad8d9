#pragma once

#include <newsarc/article.hpp>
#include <newsarc/date.hpp>
#include <newsarc/search.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace newsarc {

/// Newest and oldest by date of publication, articles without one last, then by id; added by id,
/// latest first; id by id, first one first.
enum class ListOrder { newest, oldest, added, id };

struct ListRequest {
    ListOrder order = ListOrder::newest;
    std::optional<std::size_t> limit = {};
    std::size_t offset = 0;
    std::optional<std::string> query = {};  ///< read as that of MatchRequest; absent: all articles
    std::optional<std::int64_t> now = {};   ///< Unix seconds: what `today` and `2w` count from
    Limits limits = {};                     ///< on the time that the query takes
};

/// Which links of the archive; each member that is set narrows them.
struct LinkRequest {
    std::vector<std::int64_t> from = {};  ///< those that stand in these articles, in this order; none: in all
    /// Those that point at this article: related lines with its headline, and addresses that are its
    /// key, with or without a slash at the end, and whether of http or https.
    std::optional<std::int64_t> to = {};
    std::optional<LinkKind> kind = {};
    std::optional<std::string> host = {};  ///< of the address; subdomains count
    bool unresolved = false;               ///< related lines for which the archive holds no article
    std::optional<std::size_t> limit = {};
    std::size_t offset = 0;
};

/// A link, and the article that it stands in.
struct FoundLink {
    std::int64_t from = 0;
    std::optional<std::string> headline;  ///< of the article it stands in
    Link link;
};

/// How often a host is linked to.
struct HostCount {
    std::string host;
    std::size_t links = 0;
    std::size_t articles = 0;  ///< that hold one of them

    friend bool operator==(const HostCount&, const HostCount&) = default;
};

/// One of several articles that are nearly the same text.
struct ClusterMember {
    std::int64_t id = 0;
    std::string uid;
    std::optional<std::string> key;
    std::optional<std::string> headline;
    std::optional<std::string> credit;
    std::optional<DateTime> published;
    std::int64_t of = 0;    ///< the other member that it is most like
    double similarity = 0;  ///< to that one, 0 to 1
};

/// Articles that are near duplicates of each other, directly or by way of others between them.
/// At least two, in the order in which they were stored.
struct Cluster {
    std::vector<ClusterMember> members;
};

struct ClusterRequest {
    std::optional<std::size_t> limit;  ///< clusters; absent: all
    std::size_t offset = 0;
};

struct StatsRequest {
    std::optional<std::string> query = {};  ///< read as that of MatchRequest; absent: all
    std::size_t most = 10;                  ///< values of each field, the most frequent ones
    std::optional<std::int64_t> now = {};   ///< Unix seconds: what `today` and `2w` count from
    Limits limits = {};
};

/// The values of a field, and in how many articles each stands.
struct ValueCounts {
    FacetField field = FacetField::credit;
    std::size_t different = 0;       ///< values, those not listed included
    std::vector<FacetCount> values;  ///< the most frequent ones, as in a facet
};

/// Numbers about the articles of an archive, or those that match a query.
struct Stats {
    std::size_t articles = 0;
    std::int64_t words = 0;
    std::size_t links = 0;
    std::size_t dated = 0;          ///< articles whose date of publication is known
    std::size_t without_month = 0;  ///< of these, those of which only the year is known
    std::optional<DateTime> first_published;
    std::optional<DateTime> last_published;
    std::optional<std::string> first_added;  ///< ISO 8601, UTC
    std::optional<std::string> last_added;
    std::vector<ValueCounts> fields;  ///< credit, site, tag, lang
    std::vector<FacetCount> years;    ///< `2025`, ascending, those without an article left out
    std::vector<FacetCount> months;   ///< `2025-01`, likewise
    std::string understood;           ///< the query as it was read, printed back; `*` without one
    std::vector<std::string> notes;   ///< what of the query could not be taken as it stood, for a person
};

}  // namespace newsarc
