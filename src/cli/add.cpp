#include "cli/add_report.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/interrupt.hpp"
#include "cli/lazy_archive.hpp"
#include "cli/near_duplicates_option.hpp"
#include "cli/reading_options.hpp"

#include <algorithm>
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
    Adder(LazyArchive& archive, AddReport& report, AddOptions options)
        : archive_(archive), report_(report), options_(std::move(options)) {}

    void take(Source source) {
        report_.count_bytes(source.bytes.size());
        bytes_ += source.bytes.size();
        batch_.push_back(std::move(source));
        if (batch_.size() >= batch_files || bytes_ >= batch_bytes) store();
    }

    void fail(const std::string& path, const Error& error) {
        store();  // results come in the order of the inputs
        report_.fail(path, error);
    }

    void store() {
        if (batch_.empty()) return;
        options_.added = now();
        Archive& archive = archive_.get([&] {
            return std::ranges::any_of(batch_, [&](const Source& one) { return holds_article(one); });
        });
        for (const AddResult& result : archive.add(batch_, options_))
            report_.tell(result);
        batch_.clear();
        bytes_ = 0;
    }

private:
    bool holds_article(const Source& source) const {
        try {
            return !newsarc::parse(source.bytes, options_.parse).empty();
        } catch (const Error&) {
            return false;
        }
    }

    LazyArchive& archive_;
    AddReport& report_;
    AddOptions options_;
    std::vector<Source> batch_;
    std::size_t bytes_ = 0;
};

class Add : public Command {
public:
    void declare(OptionSet& options) override {
        options.flag("--dry-run", "say what would be done, and store nothing", options_.dry_run);
        declare_near_duplicates(options, options_.near_duplicates);
        reading_.declare(options);
        options.operands("PATH", "files, folders, or - for standard input", paths_, 1);
    }

    int run(Context& context) override {
        catch_interrupt();
        context.keep_going_when_closed();
        options_.parse = reading_.load(context.environment);
        LazyArchive archive(context, options_.dry_run);
        AddReport report(context, options_.dry_run);
        try {
            add_all(context, archive, report);
        } catch (const Error&) {
            report.summarize_after_error();
            throw;
        }
        report.summarize();
        return report.status();
    }

private:
    void add_all(Context& context, LazyArchive& archive, AddReport& report) {
        Adder adder(archive, report, options_);
        walk(paths_,
             {
                 .file = [&](const std::string& path) { add_one(context, adder, path); },
                 .failure = [&](const std::string& path, const Error& error) { adder.fail(path, error); },
                 .note = [&](const std::string& message) { context.note(message); },
                 .stop = interrupted,
             });
        if (!interrupted()) adder.store();
        if (interrupted()) report.throw_interrupted();
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
    ReadingOptions reading_;
    std::vector<std::string> paths_;
};

}  // namespace

std::unique_ptr<Command> make_add() {
    return std::make_unique<Add>();
}

}  // namespace newsarc::cli
