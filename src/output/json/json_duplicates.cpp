#include "output/json/json.hpp"
#include "output/json/json_value.hpp"

namespace newsarc::output {

std::string cluster_json(const Cluster& cluster) {
    Json articles = Json::array();
    for (const ClusterMember& member : cluster.members) {
        Json& article = articles.emplace_back();
        article["id"] = member.id;
        article["uid"] = member.uid;
        article["key"] = or_null(member.key);
        article["headline"] = or_null(member.headline);
        article["credit"] = or_null(member.credit);
        article["published"] = member.published ? Json(to_iso(*member.published)) : Json(nullptr);
        article["of"] = member.of;
        article["similarity"] = member.similarity;
    }
    Json out;
    out["size"] = cluster.members.size();
    out["articles"] = std::move(articles);
    return one_line(out);
}

}  // namespace newsarc::output
