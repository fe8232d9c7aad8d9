#include "output/check.hpp"

#include "output/json.hpp"
#include "output/text/layout.hpp"
#include "text/address.hpp"

#include <array>
#include <cstdio>

namespace newsarc::output {
namespace {}  // namespace

void print_backup(std::ostream& out, std::string_view path, const BackupSummary& summary) {
    out << counted(summary.articles, "article") << " in " << on_one_line(text::readable_path(path)) << " ("
        << megabytes(static_cast<std::int64_t>(summary.bytes)) << ")\n";
}

void print_finding(std::ostream& out, const Finding& finding, const Layout& layout) {
    std::string line(to_string(finding.area));
    if (finding.article) line.append(" ").append(std::to_string(*finding.article));
    line += ": " + finding.message;
    for (const std::string& part : broken(on_one_line(line), layout))
        out << part << "\n";
}

void print_check(std::ostream& out, const CheckSummary& summary) {
    out << counted(summary.articles, "article") << " and " << counted(summary.originals, "stored file")
        << ": " << (summary.findings == 0 ? "sound" : counted(summary.findings, "finding")) << "\n";
}

void print_repair(std::ostream& out, const RepairSummary& summary) {
    out << "index, lengths and other derived data made anew; "
        << counted(summary.articles_restored, "article") << " restored from stored files, "
        << summary.articles_renamed << " given another uid, " << counted(summary.rows_removed, "stray row")
        << " removed\n";
}

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
