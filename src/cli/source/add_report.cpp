#include "cli/source/add_report.hpp"

#include "cli/terminal/progress.hpp"
#include "output/add.hpp"
#include "output/text/layout.hpp"

#include <newsarc/parse.hpp>

#include <algorithm>

namespace newsarc::cli {
namespace {

// Seconds. What is done sooner needs no progress, and nobody reads faster.
constexpr double first_progress = 0.5;
constexpr double between_progress = 0.1;

/// Of articles, on a terminal.
constexpr std::size_t most_lines = 100;

/// Failures for one reason that are told one by one.
constexpr std::size_t most_alike = 3;

}  // namespace

void AddReport::tell(const InputResult& result) {
    summary_.bytes += result.bytes;
    context_.status_line("");
    for (const AddResult& article : result.articles)
        print(article);
}

void AddReport::show_progress(std::size_t articles) {
    if (context_.global.quiet || !context_.terminal.err) return;
    if (seconds() < (shown_ > 0 ? shown_ + between_progress : first_progress)) return;
    shown_ = seconds();
    if (context_.terminal.out) context_.out.flush();
    context_.status_line(progress_line({articles, shown_, share_()}, context_.terminal.columns - 1));
}

double AddReport::seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
}

void AddReport::summarize() {
    if (!context_.out) return;  // nothing can be told there any more, which is the error under way
    context_.status_line("");
    note_more_failures();
    summary_.seconds = seconds();
    if (context_.global.json) {
        context_.out << output::add_summary_json(summary_) << "\n";
    } else if (!context_.global.quiet || (!context_.global.silent && status() != exit_error)) {
        output::print_add_summary(context_.out, summary_, dry_run_);
    }
    context_.out.flush();
    if (!context_.global.json) note_warnings();
}

void AddReport::summarize_after_error() {
    if (stored() + summary_.moved + summary_.duplicates + summary_.removed_before + summary_.failed > 0)
        summarize();
}

void AddReport::throw_interrupted() const {
    throw Error(ErrorCode::interrupted,
                "interrupted after " + output::counted(stored(), "article") + " had been stored",
                "the same command again goes on: what is stored already is recognised");
}

int AddReport::status() const {
    if (summary_.failed == 0) return exit_done;
    return stored() + summary_.moved + summary_.duplicates + summary_.removed_before + summary_.passed_over >
                   0
               ? exit_some_failed
               : exit_error;
}

std::size_t AddReport::stored() const {
    return summary_.added + summary_.updated + summary_.near_duplicates - summary_.passed_over;
}

void AddReport::count(AddStatus status) {
    switch (status) {
        case AddStatus::added: ++summary_.added; break;
        case AddStatus::updated: ++summary_.updated; break;
        case AddStatus::moved: ++summary_.moved; break;
        case AddStatus::duplicate: ++summary_.duplicates; break;
        case AddStatus::near_duplicate: ++summary_.near_duplicates; break;
        case AddStatus::removed_before: ++summary_.removed_before; break;
        case AddStatus::missing: summary_.missing = summary_.missing.value_or(0) + 1; break;
        case AddStatus::failed: ++summary_.failed; break;
    }
}

void AddReport::count_warnings(const AddResult& result) {
    const bool taken = result.status == AddStatus::added || result.status == AddStatus::updated ||
                       (result.status == AddStatus::near_duplicate && result.id);
    if (!taken || result.warnings.empty()) return;
    ++warned_;
    bodyless_ += std::ranges::count(result.warnings, no_body_warning) > 0;
}

void AddReport::note_warnings() {
    if (warned_ == 0) return;
    std::string text = std::to_string(warned_) + " of them with warnings (newsarc ";
    text += dry_run_ ? "add --dry-run --verbose" : "list has:warning";
    text += ")";
    if (bodyless_ > 0)
        text += ", " + std::to_string(bodyless_) + " without a body (newsarc parse --explain FILE)";
    context_.note(text);
}

/// A person on a terminal does not read hundreds of lines that go by.
bool AddReport::is_too_long() {
    if (!context_.terminal.out || context_.global.verbose) return false;
    if (++lines_ == most_lines + 1) context_.note("more are not listed one by one; --verbose lists all");
    return lines_ > most_lines;
}

/// Of many failures for one reason the first are told one by one, the others by their number in the end.
void AddReport::tell_failure(const AddResult& result, const std::string& path) {
    constexpr std::size_t most_reasons = 1000;
    const std::string reason = result.error.value_or("cannot be read");
    const bool named = path.empty() || reason.starts_with(path);
    const std::string kind = named ? reason.substr(path.size()) : reason;
    const bool counted = failures_.size() < most_reasons || failures_.contains(kind);
    const bool all = context_.global.verbose || context_.global.json;
    if (counted && ++failures_[kind] > most_alike && !all) return;
    context_.error(result.code, named ? reason : path + ": " + reason, result.hint.value_or(""));
}

void AddReport::note_more_failures() const {
    if (context_.global.verbose || context_.global.json) return;
    for (const auto& [reason, count] : failures_) {
        if (count <= most_alike) continue;
        context_.note(std::to_string(count - most_alike) + " more failed: " + reason +
                      "; --verbose names each");
    }
}

void AddReport::print(const AddResult& result) {
    count(result.status);
    count_warnings(result);
    if (result.unchanged && result.status == AddStatus::duplicate) ++summary_.unchanged;
    if (result.status == AddStatus::near_duplicate && !result.id) ++summary_.passed_over;
    const std::string path = result.path.value_or("");
    if (context_.global.json) {
        context_.out << output::add_result_json(result) << "\n";
        context_.out.flush();
    } else if (!context_.global.quiet &&
               (!result.unchanged || !result.kept.empty() || context_.global.verbose) && !is_too_long()) {
        output::print_add_result(context_.out, result, dry_run_, context_.style());
    }
    if (result.status == AddStatus::failed) tell_failure(result, path);
    if (!context_.global.verbose) return;
    for (const std::string& warning : result.warnings) {
        std::string text = path;
        context_.note(text.append(": ").append(warning));
    }
}

}  // namespace newsarc::cli
