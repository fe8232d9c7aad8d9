#include "output/add.hpp"

#include "output/json.hpp"
#include "output/text/layout.hpp"
#include "text/wording.hpp"

#include <array>
#include <cstdio>

namespace newsarc::output {
namespace {

std::string name_of(const AddResult& result) {
    if (result.headline) return on_one_line(*result.headline);
    return result.path ? on_one_line(*result.path) : "(no headline)";
}

/// What of a hand's stays in an article whose source changed, and what does not.
std::string about_edits(const AddResult& result) {
    std::string out;
    if (!result.kept.empty()) out = "as you edited it: " + text::joined(result.kept);
    if (!result.undone.empty()) {
        out += (out.empty() ? "your " : "; your ") + text::joined(result.undone) + " is in a former version";
    }
    return out.empty() ? out : "  (" + out + ")";
}

std::string fixed(double value, int digits) {
    std::array<char, 64> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return std::string(text.data(), static_cast<std::size_t>(length));
}

}  // namespace

void print_add_result(std::ostream& out, const AddResult& result, bool dry_run, const Style& style) {
    const auto number = [](const std::optional<std::int64_t>& id) { return id ? std::to_string(*id) : "?"; };
    const auto stored = [&](std::string_view done, std::string_view planned) {
        return dry_run ? std::string(planned) : std::string(done) + " " + style.heading(number(result.id));
    };
    switch (result.status) {
        case AddStatus::added: out << stored("added", "would add") << "  " << name_of(result); break;
        case AddStatus::updated:
            out << stored("updated", "would update") << "  " << name_of(result)
                << style.faint(about_edits(result));
            break;
        case AddStatus::moved:
            out << stored("moved", "would move") << "  " << name_of(result)
                << style.faint("  (" + on_one_line(result.path.value_or("")) + ")");
            break;
        case AddStatus::duplicate:
            if (!result.kept.empty()) {
                out << stored("unchanged", "unchanged") << "  " << name_of(result)
                    << style.faint(about_edits(result));
                break;
            }
            out << "duplicate of " << number(result.of ? result.of : result.id) << "  " << name_of(result);
            break;
        case AddStatus::near_duplicate:
            if (!result.id) {
                out << "passed over, much like " << number(result.of) << "  " << name_of(result);
                break;
            }
            out << stored("added", "would add") << "  " << name_of(result)
                << style.faint("  (much like " + number(result.of) + ")");
            break;
        case AddStatus::removed_before: out << "passed over, removed before  " << name_of(result); break;
        case AddStatus::missing:
            out << "missing " << style.heading(number(result.id)) << "  " << name_of(result)
                << style.faint("  (" + on_one_line(result.path.value_or("")) + ")");
            break;
        case AddStatus::failed: return;
    }
    out << "\n";
}

void print_add_summary(std::ostream& out, const AddSummary& summary, bool dry_run) {
    const std::string would = dry_run ? " would be" : "";
    const std::size_t like_others = summary.near_duplicates - summary.passed_over;
    std::string line = std::to_string(summary.added) + would + " added";
    if (like_others > 0) {
        line = std::to_string(summary.added + like_others) + would +
               " stored: " + std::to_string(summary.added) + " new, " + std::to_string(like_others) +
               " much like others";
    }
    const auto part = [&line](std::size_t count, const std::string& text) {
        if (count > 0) line += ", " + text;
    };
    part(summary.updated, std::to_string(summary.updated) + " updated");
    part(summary.moved, std::to_string(summary.moved) + " moved");
    part(summary.unchanged, std::to_string(summary.unchanged) + " unchanged");
    const std::size_t others = summary.duplicates - summary.unchanged;
    part(others, counted(others, "duplicate"));
    part(summary.passed_over, std::to_string(summary.passed_over) + " passed over: much like others");
    part(summary.removed_before, std::to_string(summary.removed_before) + " passed over: removed before");
    part(summary.missing.value_or(0), std::to_string(summary.missing.value_or(0)) + " missing");
    part(summary.failed, std::to_string(summary.failed) + " failed");
    out << line << " (" << fixed(static_cast<double>(summary.bytes) / 1e6, 2) << " MB, "
        << fixed(summary.seconds, 2) << " s)\n";
}

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
    if (!result.kept.empty()) out["kept"] = result.kept;
    if (!result.undone.empty()) out["undone"] = result.undone;
    out["warnings"] = result.warnings;
    return one_line(out);
}

std::string add_summary_json(const AddSummary& summary) {
    Json counts;
    counts["added"] = summary.added;
    counts["updated"] = summary.updated;
    counts["moved"] = summary.moved;
    counts["duplicates"] = summary.duplicates;
    counts["unchanged"] = summary.unchanged;
    counts["near_duplicates"] = summary.near_duplicates;
    counts["removed_before"] = summary.removed_before;
    counts["failed"] = summary.failed;
    set_if(counts, "missing", summary.missing);
    counts["bytes"] = summary.bytes;
    counts["seconds"] = summary.seconds;
    return one_line({{"summary", std::move(counts)}});
}

}  // namespace newsarc::output
