#include "output/json/json.hpp"
#include "output/json/json_value.hpp"

namespace newsarc::output {

std::string add_result_json(const AddResult& result) {
    Json out;
    out["status"] = to_string(result.status);
    out["id"] = or_null(result.id);
    out["uid"] = or_null(result.uid);
    out["key"] = or_null(result.key);
    out["path"] = or_null(result.path);
    out["headline"] = or_null(result.headline);
    out["of"] = or_null(result.of);
    out["similarity"] = or_null(result.similarity);
    out["error"] = or_null(result.error);
    out["warnings"] = result.warnings;
    return one_line(out);
}

std::string add_summary_json(const AddSummary& summary) {
    Json counts;
    counts["added"] = summary.added;
    counts["updated"] = summary.updated;
    counts["duplicates"] = summary.duplicates;
    counts["unchanged"] = summary.unchanged;
    counts["near_duplicates"] = summary.near_duplicates;
    counts["failed"] = summary.failed;
    set_if(counts, "missing", summary.missing);
    counts["bytes"] = summary.bytes;
    counts["seconds"] = summary.seconds;
    return one_line({{"summary", std::move(counts)}});
}

}  // namespace newsarc::output
