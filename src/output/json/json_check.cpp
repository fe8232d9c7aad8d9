#include "output/check.hpp"
#include "output/json/json_value.hpp"
#include "text/path_names.hpp"

namespace newsarc::output {

std::string backup_json(std::string_view path, const BackupSummary& summary) {
    Json out;
    out["backup"] = text::readable_path(path);
    out["articles"] = summary.articles;
    out["bytes"] = summary.bytes;
    return one_line(out);
}

std::string check_json(std::span<const Finding> findings, const CheckSummary& summary,
                       const std::optional<RepairSummary>& repaired, double seconds) {
    Json out;
    out["articles"] = summary.articles;
    out["originals"] = summary.originals;
    Json list = Json::array();
    for (const Finding& finding : findings) {
        list.push_back({{"area", to_string(finding.area)},
                        {"article", or_null(finding.article)},
                        {"message", finding.message},
                        {"repairable", finding.repairable}});
    }
    out["findings"] = std::move(list);
    out["repaired"] = nullptr;
    if (repaired) {
        out["repaired"] = {{"articles_restored", repaired->articles_restored},
                           {"articles_renamed", repaired->articles_renamed},
                           {"rows_removed", repaired->rows_removed}};
    }
    out["seconds"] = seconds;
    return one_line(out);
}

}  // namespace newsarc::output
