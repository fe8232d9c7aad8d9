#include "output/check.hpp"
#include "output/text/lines.hpp"
#include "text/path_names.hpp"

#include <cstdio>

#include <array>

namespace newsarc::output {
namespace {

std::string megabytes(std::size_t bytes) {
    std::array<char, 64> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.2f MB", static_cast<double>(bytes) / 1e6);
    return std::string(text.data(), static_cast<std::size_t>(length));
}

}  // namespace

void print_backup(std::ostream& out, std::string_view path, const BackupSummary& summary) {
    out << counted(summary.articles, "article") << " in " << on_one_line(text::readable_path(path)) << " ("
        << megabytes(summary.bytes) << ")\n";
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

}  // namespace newsarc::output
