#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/interrupt.hpp"
#include "output/json.hpp"
#include "output/text.hpp"
#include "text/path_names.hpp"

#include <chrono>
#include <utility>
#include <vector>

namespace newsarc::cli {
namespace {

// A batch is one transaction. These bound what is held in memory and what an interruption costs.
constexpr std::size_t batch_files = 500;
constexpr std::size_t batch_bytes = 16'000'000;

/// Collects sources into batches, stores these, and tells what became of each.
class Adder {
public:
    Adder(Context& context, AddOptions options) : context_(context), options_(std::move(options)) {
        try {
            archive_ = context.open_archive(Archive::Mode::write);
        } catch (const Error& error) {
            // It is made when there is something to put into it.
            if (error.code() != ErrorCode::archive_missing) throw;
        }
    }

    void take(Source source) {
        summary_.bytes += source.bytes.size();
        bytes_ += source.bytes.size();
        batch_.push_back(std::move(source));
        if (batch_.size() >= batch_files || bytes_ >= batch_bytes) store();
    }

    void fail(const std::string& path, const Error& error) {
        store();  // results come in the order of the inputs
        AddResult result;
        result.path = text::readable_path(path);
        result.error = error.what();
        result.hint = error.hint();
        tell(result, error.code());
    }

    void store() {
        if (batch_.empty()) return;
        if (!archive_) {
            archive_ =
                context_.open_archive(options_.dry_run ? Archive::Mode::memory : Archive::Mode::create);
        }
        options_.added = now();
        for (const AddResult& result : archive_->add(batch_, options_))
            tell(result, ErrorCode::input);
        batch_.clear();
        bytes_ = 0;
    }

    void summarize() {
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun_;
        summary_.seconds = taken.count();
        if (context_.global.json) {
            context_.out << output::add_summary_json(summary_) << "\n";
        } else if (!context_.global.quiet) {
            output::print_add_summary(context_.out, summary_, options_.dry_run);
        }
        context_.out.flush();
    }

    [[nodiscard]] int status() const {
        if (summary_.failed == 0) return exit_done;
        return stored() + summary_.duplicates > 0 ? exit_some_failed : exit_error;
    }

    /// Articles that the archive took.
    [[nodiscard]] std::size_t stored() const {
        return summary_.added + summary_.updated + summary_.near_duplicates;
    }

private:
    void count(AddStatus status) {
        switch (status) {
            case AddStatus::added: ++summary_.added; break;
            case AddStatus::updated: ++summary_.updated; break;
            case AddStatus::duplicate: ++summary_.duplicates; break;
            case AddStatus::near_duplicate: ++summary_.near_duplicates; break;
            case AddStatus::failed: ++summary_.failed; break;
        }
    }

    void tell(const AddResult& result, ErrorCode code_of_failure) {
        count(result.status);
        const std::string path = result.path.value_or("");
        if (context_.global.json) {
            context_.out << output::add_result_json(result) << "\n";
            context_.out.flush();
        } else if (!context_.global.quiet) {
            output::print_add_result(context_.out, result, options_.dry_run, context_.style());
        }
        if (result.status == AddStatus::failed) {
            const std::string reason = result.error.value_or("cannot be read");
            const bool named = path.empty() || reason.starts_with(path);
            context_.error(code_of_failure, named ? reason : path + ": " + reason, result.hint.value_or(""));
        }
        if (!context_.global.verbose) return;
        for (const std::string& warning : result.warnings)
            context_.note(path + ": " + warning);
    }

    Context& context_;
    AddOptions options_;
    std::optional<Archive> archive_;
    std::vector<Source> batch_;
    std::size_t bytes_ = 0;
    output::AddSummary summary_;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

class Add : public Command {
public:
    void declare(OptionSet& options) override {
        options.flag("--dry-run", "say what would be done, and store nothing", options_.dry_run);
        options.text("--encoding", "NAME", "the charset of the files, such as windows-1252 (else detected)",
                     options_.parse.encoding);
        options.flag("--single", "read each file as one article, whatever separators it holds",
                     options_.parse.single);
        options.operands("PATH", "files, folders, or - for standard input", paths_, 1);
    }

    int run(Context& context) override {
        catch_interrupt();
        context.keep_going_when_closed();
        Adder adder(context, options_);
        try {
            add_all(context, adder);
        } catch (const Error&) {
            adder.summarize();
            throw;
        }
        adder.summarize();
        return adder.status();
    }

private:
    void add_all(Context& context, Adder& adder) {
        walk(paths_,
             {
                 .file = [&](const std::string& path) { add_one(context, adder, path); },
                 .failure = [&](const std::string& path, const Error& error) { adder.fail(path, error); },
                 .note = [&](const std::string& message) { context.note(message); },
                 .stop = interrupted,
             });
        if (!interrupted()) adder.store();
        if (interrupted()) {
            throw Error(
                ErrorCode::interrupted,
                "interrupted: " + std::to_string(adder.stored()) + " articles were stored before that",
                "the same command again goes on: what is stored already is recognised");
        }
    }

    static void add_one(Context& context, Adder& adder, const std::string& path) {
        std::optional<Source> source;
        try {
            if (path == standard_input && context.terminal.in)
                context.note("reading standard input up to Ctrl-D");
            source = read_source(path);
        } catch (const Error& error) {
            if (error.code() == ErrorCode::interrupted) return;
            adder.fail(path, error);
        }
        if (source) adder.take(std::move(*source));
    }

    AddOptions options_;
    std::vector<std::string> paths_;
};

}  // namespace

std::unique_ptr<Command> make_add() {
    return std::make_unique<Add>();
}

}  // namespace newsarc::cli
