#include "store/article/links.hpp"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "store/sql/statement.hpp"
#include "text/unicode/fold.hpp"

namespace newsarc::store {
namespace {

using Text = std::optional<std::string>;

/// Links read at a time: between two batches no statement is open, so that a visitor who waits, a
/// pager for one, keeps no writer out.
constexpr std::size_t batch = 256;

/// An address is that of an article when it is its key: these are the ways to write one. In SQL, of
/// the column `link.url`.
constexpr std::string_view spellings_of_url =
    "rtrim(link.url, '/'), rtrim(link.url, '/') || '/', "
    "CASE WHEN link.url LIKE 'https://%' THEN 'http' || substr(rtrim(link.url, '/'), 6) "
    "WHEN link.url LIKE 'http://%' THEN 'https' || substr(rtrim(link.url, '/'), 5) END, "
    "CASE WHEN link.url LIKE 'https://%' THEN 'http' || substr(rtrim(link.url, '/'), 6) || '/' "
    "WHEN link.url LIKE 'http://%' THEN 'https' || substr(rtrim(link.url, '/'), 5) || '/' END";

/// The ways to write the address that is a key; the same four as in spellings_of_url.
struct Spellings {
    Text plain, slash, other, other_slash;
};

Spellings spellings_of(const Text& key) {
    Spellings out;
    if (!key) return out;
    std::string url = *key;
    while (url.ends_with('/'))
        url.pop_back();
    out.plain = url;
    out.slash = url + "/";
    if (url.starts_with("https://")) {
        out.other = "http" + url.substr(5);
    } else if (url.starts_with("http://")) {
        out.other = "https" + url.substr(4);
    }
    if (out.other) out.other_slash = *out.other + "/";
    return out;
}

/// A request as a condition in SQL, and what is bound in it: parameters 4 to 10.
struct Condition {
    std::string sql;
    Text kind;
    Text host;
    Text headline;
    Spellings address;
};

Condition condition_of(const Connection& connection, const LinkRequest& request) {
    Condition out;
    if (request.kind) {
        out.sql += " AND kind = ?4";
        out.kind = std::string(to_string(*request.kind));
    }
    if (request.host) {
        out.sql += " AND (host = ?5 OR substr(host, -length(?5) - 1) = '.' || ?5)";
        out.host = text::fold(*request.host);
        if (out.host->starts_with("www.")) out.host->erase(0, 4);
    }
    if (request.unresolved) out.sql += " AND title_folded IS NOT NULL AND " + link_target() + " IS NULL";
    if (request.to) {
        Statement article(connection.database(), "SELECT headline_folded, key FROM article WHERE id = ?");
        if (article.bind(*request.to).step()) {
            out.headline = article.optional_text(0);
            out.address = spellings_of(article.optional_text(1));
        }
        out.sql += " AND (title_folded = ?6 OR link.url IN (?7, ?8, ?9, ?10))";
        out.sql += " AND link.article <> " + std::to_string(*request.to);
    }
    return out;
}

/// Where a batch begins: behind this link.
struct Place {
    std::int64_t article = 0;
    std::int64_t position = -1;
};

/// Binds every parameter of a statement, those of the condition among them; `limit` is the last.
void bind(Statement& select, const Place& place, std::int64_t from, const Condition& condition,
          std::int64_t limit) {
    const Spellings& address = condition.address;
    select.bind(place.article, place.position, from, condition.kind, condition.host, condition.headline,
                address.plain, address.slash, address.other, address.other_slash, limit);
}

/// Reads links batch by batch, and hands them on.
class Reader {
public:
    Reader(const Connection& connection, const LinkRequest& request)
        : to_(request.to),
          condition_(condition_of(connection, request)),
          select_(connection.database(), sql(request).c_str()) {}

    /// The links of one article, or of all. False when the visitor had enough.
    bool visit(std::int64_t from, const std::function<bool(const FoundLink&)>& visit) {
        Place last;
        while (true) {
            const std::vector<FoundLink> found = guarded([&] { return next(last, from); });
            for (const FoundLink& link : found) {
                if (!visit(link)) return false;
            }
            if (found.size() < batch) return true;
        }
    }

private:
    [[nodiscard]] std::string sql(const LinkRequest& request) const {
        return "SELECT link.article, position, kind, label, link.url, title, host, " + link_target() +
               ", headline FROM link JOIN article ON article.id = link.article "
               "WHERE (link.article, position) > (?1, ?2)" +
               (request.from.empty() ? "" : " AND link.article = ?3") + condition_.sql +
               " ORDER BY link.article, position LIMIT ?11";
    }

    std::vector<FoundLink> next(Place& last, std::int64_t from) {
        std::vector<FoundLink> found;
        bind(select_, last, from, condition_, static_cast<std::int64_t>(batch));
        while (select_.step()) {
            found.push_back(row());
            last = {select_.integer(0), select_.integer(1)};
        }
        select_.reset();
        return found;
    }

    [[nodiscard]] FoundLink row() const {
        FoundLink out;
        out.from = select_.integer(0);
        out.link.kind = link_kind_from_string(select_.text(2)).value_or(LinkKind::body);
        out.link.label = select_.optional_text(3);
        out.link.url = select_.optional_text(4);
        out.link.title = select_.optional_text(5);
        out.link.host = select_.optional_text(6);
        out.link.article = to_ ? to_ : select_.optional_integer(7);
        out.headline = select_.optional_text(8);
        return out;
    }

    std::optional<std::int64_t> to_;
    Condition condition_;
    Statement select_;
};

/// Articles whose links are counted by one statement, which names them.
constexpr std::size_t articles_at_once = 1000;

std::string among(std::span<const std::int64_t> ids) {
    if (ids.empty()) return "";
    std::string out;
    for (const std::int64_t id : ids)
        out += (out.empty() ? " AND link.article IN (" : ",") + std::to_string(id);
    return out + ")";
}

}  // namespace

std::string link_target() {
    return "coalesce((SELECT min(id) FROM article WHERE headline_folded = title_folded AND id <> "
           "link.article), (SELECT min(id) FROM article WHERE key IN (" +
           std::string(spellings_of_url) + ") AND id <> link.article))";
}

void visit_links(const Connection& connection, const LinkRequest& request,
                 const std::function<bool(const FoundLink&)>& visit) {
    auto reader = guarded([&] { return Reader(connection, request); });
    std::size_t to_skip = request.offset;
    std::size_t left = request.limit.value_or(SIZE_MAX);
    const auto visit_page = [&](const FoundLink& link) {
        if (to_skip > 0) {
            --to_skip;
            return true;
        }
        return left > 0 && visit(link) && --left > 0;
    };
    if (left == 0) return;
    if (request.from.empty()) {
        reader.visit(0, visit_page);
        return;
    }
    for (const std::int64_t id : request.from) {
        if (!reader.visit(id, visit_page)) return;
    }
}

std::vector<HostCount> count_hosts(const Connection& connection, const LinkRequest& request) {
    std::vector<std::int64_t> from = request.from;
    std::ranges::sort(from);
    from.erase(std::unique(from.begin(), from.end()), from.end());
    std::map<std::string, HostCount> hosts;
    const auto count = [&](std::span<const std::int64_t> ids) {
        const Condition condition = condition_of(connection, request);
        const std::string sql =
            "SELECT host, count(*), count(DISTINCT article) FROM link WHERE host IS NOT NULL" +
            condition.sql + among(ids) + " GROUP BY host LIMIT ?11";
        Statement select(connection.database(), sql.c_str());
        bind(select, {}, 0, condition, INT64_MAX);
        while (select.step()) {
            HostCount& host =
                hosts.try_emplace(select.text(0), HostCount{select.text(0), 0, 0}).first->second;
            host.links += static_cast<std::size_t>(select.integer(1));
            host.articles += static_cast<std::size_t>(select.integer(2));
        }
    };
    guarded([&] {
        if (from.empty()) count({});
        for (std::size_t at = 0; at < from.size(); at += articles_at_once)
            count(std::span(from).subspan(at, std::min(articles_at_once, from.size() - at)));
    });
    std::vector<HostCount> out;
    for (auto& [name, host] : hosts)
        out.push_back(std::move(host));
    std::ranges::stable_sort(out, std::greater{},
                             [](const HostCount& h) { return std::pair(h.links, h.articles); });
    out.erase(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(std::min(request.offset, out.size())));
    out.resize(std::min(out.size(), request.limit.value_or(out.size())));
    return out;
}

}  // namespace newsarc::store
