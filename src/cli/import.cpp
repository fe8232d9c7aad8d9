#include "cli/add_report.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/interrupt.hpp"
#include "cli/lazy_archive.hpp"
#include "cli/line_reader.hpp"
#include "cli/near_duplicates_option.hpp"
#include "input/json_article.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newsarc::cli {
namespace {

// A batch is one transaction. These bound what is held in memory and what an interruption costs.
constexpr std::size_t batch_records = 2000;
constexpr std::size_t batch_bytes = 16'000'000;

/// Of unknown fields, as many names as a person reads.
constexpr std::size_t most_names = 10;

/// Reads records line by line and stores them in batches.
class Importer {
public:
    Importer(Context& context, LazyArchive& archive, AddReport& report, AddOptions options)
        : context_(context), archive_(archive), report_(report), options_(std::move(options)) {}

    void read(const std::string& file) {
        const std::string name = file == standard_input ? "standard input" : file;
        std::optional<LineReader> lines;
        std::optional<std::string_view> line;
        if (!try_reading(name, [&] { lines.emplace(file); })) return;
        for (std::size_t number = 1; try_reading(name, [&] { line = lines->next(); }) && line; ++number) {
            report_.count_bytes(line->size() + 1);
            if (number == 1 && line->starts_with("\xEF\xBB\xBF")) line->remove_prefix(3);
            if (line->find_first_not_of(" \t\r") == std::string_view::npos) continue;
            take(*line, name + ":" + std::to_string(number));
        }
    }

    void store() {
        if (batch_.empty()) return;
        options_.added = now();
        for (const AddResult& result : archive_.get([] { return true; }).add_records(batch_, options_))
            report_.tell(result);
        batch_.clear();
        bytes_ = 0;
    }

    /// One warning for all the fields that were passed over.
    void tell_unknown_fields() {
        if (unknown_.empty()) return;
        std::string names;
        std::size_t told = 0;
        for (const std::string& name : unknown_) {
            if (told == most_names) break;
            names += (told++ == 0 ? "`" : ", `") + name + "`";
        }
        if (unknown_.size() > told) names += " and " + std::to_string(unknown_.size() - told) + " more";
        context_.note("fields that newsarc does not know were passed over: " + names);
    }

private:
    /// What fails in reading ends this file alone; what fails in storing ends all.
    template <typename Read>
    bool try_reading(const std::string& name, const Read& read) {
        try {
            read();
            return true;
        } catch (const Error& error) {
            if (error.code() != ErrorCode::interrupted) fail(name, error);
            return false;
        }
    }

    void take(std::string_view line, const std::string& place) {
        std::optional<input::Record> record;
        try {
            record = input::read_json_article(line);
        } catch (const Error& error) {
            fail(place, error);
            return;
        }
        unknown_.merge(std::set<std::string>(record->unknown_fields.begin(), record->unknown_fields.end()));
        batch_.push_back(std::move(record->article));
        bytes_ += line.size();
        if (batch_.size() >= batch_records || bytes_ >= batch_bytes) store();
    }

    void fail(const std::string& place, const Error& error) {
        store();  // results come in the order of the inputs
        report_.fail(place, error);
    }

    Context& context_;
    LazyArchive& archive_;
    AddReport& report_;
    AddOptions options_;
    std::vector<Article> batch_;
    std::size_t bytes_ = 0;
    std::set<std::string> unknown_;
};

class Import : public Command {
public:
    void declare(OptionSet& options) override {
        options.flag("--dry-run", "say what would be done, and store nothing", options_.dry_run);
        declare_near_duplicates(options, options_.near_duplicates);
        options.operands("FILE", "articles as JSON, one object a line; - for standard input", files_, 1);
    }

    int run(Context& context) override {
        catch_interrupt();
        context.keep_going_when_closed();
        LazyArchive archive(context, options_.dry_run);
        AddReport report(context, options_.dry_run);
        try {
            Importer importer(context, archive, report, options_);
            for (const std::string& file : files_)
                importer.read(file);
            if (interrupted()) report.throw_interrupted();
            importer.store();
            importer.tell_unknown_fields();
        } catch (const Error&) {
            report.summarize_after_error();
            throw;
        }
        report.summarize();
        return report.status();
    }

private:
    AddOptions options_;
    std::vector<std::string> files_;
};

}  // namespace

std::unique_ptr<Command> make_import() {
    return std::make_unique<Import>();
}

}  // namespace newsarc::cli
