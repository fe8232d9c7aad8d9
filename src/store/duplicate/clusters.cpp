#include "store/duplicate/clusters.hpp"

#include <SQLiteCpp/Database.h>

#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

/// Reads clusters whole; keeps its statement prepared for a list of them.
class Reader {
public:
    explicit Reader(const SQLite::Database& database)
        : members_(
              database,
              "SELECT id, uid, key, headline, credit, published, other, similarity "
              "FROM cluster JOIN article ON id = cluster.article "
              "JOIN near_duplicate ON near_duplicate.article = id AND other = "
              "(SELECT other FROM near_duplicate WHERE article = id ORDER BY similarity DESC, other LIMIT 1) "
              "WHERE first = ? ORDER BY id") {}

    Cluster read(std::int64_t first) {
        Cluster cluster;
        members_.bind(first);
        while (members_.step()) {
            ClusterMember& member = cluster.members.emplace_back();
            member.id = members_.integer(0);
            member.uid = members_.text(1);
            member.key = members_.optional_text(2);
            member.headline = members_.optional_text(3);
            member.credit = members_.optional_text(4);
            if (const auto published = members_.optional_text(5)) member.published = from_iso(*published);
            member.of = members_.integer(6);
            member.similarity = members_.real(7);
        }
        members_.reset();
        return cluster;
    }

private:
    Statement members_;
};

std::vector<std::int64_t> firsts(const Connection& connection, const ClusterRequest& request) {
    Statement select(connection.database(),
                     "SELECT DISTINCT first FROM cluster ORDER BY first LIMIT ? OFFSET ?");
    select.bind(request.limit ? static_cast<std::int64_t>(*request.limit) : std::int64_t{-1},
                static_cast<std::int64_t>(request.offset));
    std::vector<std::int64_t> out;
    while (select.step())
        out.push_back(select.integer(0));
    return out;
}

std::optional<std::int64_t> first_of(const Connection& connection, std::int64_t id) {
    Statement select(connection.database(), "SELECT first FROM cluster WHERE article = ?");
    if (!select.bind(id).step()) return std::nullopt;
    return select.integer(0);
}

}  // namespace

void list_clusters(const Connection& connection, const ClusterRequest& request,
                   const std::function<bool(const Cluster&)>& visit) {
    // The ids first: a statement left open while a pager waits for its reader would block writers.
    const auto wanted = guarded([&] { return firsts(connection, request); });
    auto reader = guarded([&] { return Reader(connection.database()); });
    for (const std::int64_t first : wanted) {
        const Cluster cluster = guarded([&] { return reader.read(first); });
        if (!cluster.members.empty() && !visit(cluster)) break;
    }
}

std::optional<Cluster> find_cluster(const Connection& connection, std::int64_t id) {
    return guarded([&]() -> std::optional<Cluster> {
        const auto first = first_of(connection, id);
        if (!first) return std::nullopt;
        return Reader(connection.database()).read(*first);
    });
}

std::vector<std::int64_t> cluster_members(const Connection& connection, std::int64_t id) {
    return guarded([&] {
        std::vector<std::int64_t> out;
        Statement select(
            connection.database(),
            "SELECT article FROM cluster WHERE first = (SELECT first FROM cluster WHERE article = ?)");
        select.bind(id);
        while (select.step())
            out.push_back(select.integer(0));
        return out;
    });
}

void visit_clustered(const Connection& connection,
                     const std::function<void(std::int64_t id, std::int64_t first)>& visit) {
    guarded([&] {
        Statement select(connection.database(), "SELECT article, first FROM cluster ORDER BY first, article");
        while (select.step())
            visit(select.integer(0), select.integer(1));
    });
}

}  // namespace newsarc::store
