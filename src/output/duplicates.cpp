#include "output/duplicates.hpp"

#include "output/article.hpp"
#include "output/json.hpp"
#include "output/text/layout.hpp"

#include <algorithm>

namespace newsarc::output {
namespace {

/// Rounded down: 100 % is said of nothing less.
std::string percent(double similarity) {
    return std::to_string(static_cast<int>(similarity * 100)) + " %";
}

Article row_of(const ClusterMember& member) {
    Article article;
    article.id = member.id;
    article.published = member.published;
    article.credit = member.credit;
    article.headline = member.headline;
    return article;
}

}  // namespace

void print_cluster(std::ostream& out, const Cluster& cluster, const Layout& layout) {
    std::vector<std::string> likenesses;
    std::size_t width = 0;
    for (const ClusterMember& member : cluster.members) {
        likenesses.push_back(percent(member.similarity) + " like " + std::to_string(member.of));
        width = std::max(width, likenesses.back().size());
    }
    Layout rows = layout;
    if (rows.width) rows.width = *rows.width - std::min(*rows.width, width);
    for (std::size_t i = 0; i < likenesses.size(); ++i) {
        const std::string padding(width - likenesses[i].size(), ' ');
        if (layout.width) {
            out << padding << layout.style.faint(likenesses[i]);
        } else {
            out << layout.style.faint(likenesses[i]) << '\t';
        }
        print_row(out, row_of(cluster.members[i]), rows);
    }
}

void print_near_duplicates(std::ostream& out, const Cluster& cluster, std::int64_t id, const Layout& layout) {
    constexpr std::size_t most_named = 20;
    std::string names;
    std::size_t others = 0;
    for (const ClusterMember& member : cluster.members) {
        if (member.id == id || ++others > most_named) continue;
        names += (names.empty() ? "id " : ", ") + std::to_string(member.id);
    }
    if (others > most_named) names += " and " + std::to_string(others - most_named) + " more";
    out << "\n" << layout.style.faint("Near duplicates: " + names) << "\n";
}

std::string cluster_json(const Cluster& cluster) {
    Json articles = Json::array();
    for (const ClusterMember& member : cluster.members) {
        Json& article = articles.emplace_back();
        article["id"] = member.id;
        article["uid"] = member.uid;
        article["key"] = or_null(member.key);
        article["headline"] = or_null(member.headline);
        article["credit"] = or_null(member.credit);
        article["published"] = or_null(member.published);
        article["of"] = member.of;
        article["similarity"] = member.similarity;
    }
    Json out;
    out["size"] = cluster.members.size();
    out["articles"] = std::move(articles);
    return one_line(out);
}

}  // namespace newsarc::output
