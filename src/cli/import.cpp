#include "cli/add_report.hpp"
#include "cli/commands.hpp"
#include "cli/import_inputs.hpp"
#include "cli/inputs.hpp"
#include "cli/interrupt.hpp"
#include "cli/lazy_archive.hpp"
#include "cli/near_duplicates_option.hpp"
#include "cli/reading_options.hpp"
#include "cli/size.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace newsarc::cli {
namespace {

// A batch is one transaction. These bound what is held in memory and what an interruption costs.
constexpr std::size_t batch_records = 2000;
constexpr std::size_t batch_bytes = 16'000'000;

constexpr std::array<Choice<ImportFormat>, 3> formats{{
    {"jsonl", ImportFormat::json_lines},
    {"csv", ImportFormat::csv},
    {"archive", ImportFormat::archive},
}};

/// Reads inputs one by one and stores them in batches.
class Importer {
public:
    Importer(LazyArchive& archive, AddReport& report, AddOptions options)
        : archive_(archive), report_(report), options_(std::move(options)) {}

    void read(const std::string& path, const ImportOptions& options, UnknownFields& unknown) {
        std::unique_ptr<ImportFile> file;
        std::optional<ImportInput> next;
        const std::string name = path == standard_input ? "standard input" : path;
        if (!try_reading(name, [&] { file = open_import_file(path, options, unknown); })) return;
        while (!interrupted() && try_reading(name, [&] { next = file->next(); }) && next) {
            report_.count_bytes(next->bytes);
            take(*next);
        }
    }

    void store() {
        if (records_.empty() && sources_.empty()) return;
        options_.added = now();
        Archive& archive = archive_.get([] { return true; });
        for (const AddResult& result : archive.add_records(records_, options_))
            report_.tell(result);
        for (const AddResult& result : archive.add(sources_, options_))
            report_.tell(result);
        records_.clear();
        sources_.clear();
        bytes_ = 0;
    }

private:
    /// What fails in reading ends this file alone; what fails in storing ends all.
    template <typename Read>
    bool try_reading(const std::string& name, const Read& read) {
        try {
            read();
            return true;
        } catch (const Error& error) {
            if (error.code() == ErrorCode::usage) throw;
            if (error.code() != ErrorCode::interrupted) fail(name, error);
            return false;
        }
    }

    void take(ImportInput& input) {
        try {
            std::variant<Source, Article> read = input.read();
            auto* source = std::get_if<Source>(&read);
            if (source != nullptr ? !records_.empty() : !sources_.empty()) store();
            if (source != nullptr) {
                sources_.push_back(std::move(*source));
            } else {
                records_.push_back(std::move(std::get<Article>(read)));
            }
        } catch (const Error& error) {
            fail(input.path, error);
            return;
        }
        bytes_ += input.bytes;
        if (records_.size() + sources_.size() >= batch_records || bytes_ >= batch_bytes) store();
    }

    void fail(const std::string& place, const Error& error) {
        store();  // results come in the order of the inputs
        report_.fail(place, error);
    }

    LazyArchive& archive_;
    AddReport& report_;
    AddOptions options_;
    std::vector<Article> records_;
    std::vector<Source> sources_;
    std::size_t bytes_ = 0;
};

class Import : public Command {
public:
    void declare(OptionSet& options) override {
        options.flag("--dry-run", "say what would be done, and store nothing", options_.dry_run);
        declare_near_duplicates(options, options_.near_duplicates);
        options.choice<ImportFormat>("--format", "what the files hold (else told from each of them)", formats,
                                     import_.format);
        options.texts("--map", "COLUMN=FIELD", "which field of an article a column of a CSV file is",
                      import_.maps);
        options.text("--max-size", "SIZE", "largest record, or file in an archive, such as 20M (100M)",
                     largest_);
        reading_.declare(options);
        options.operands(
            "FILE", "JSON, one object a line, CSV, or a zip, tar or SQLite archive; - for standard input",
            files_, 1);
    }

    int run(Context& context) override {
        if (largest_) import_.largest = size_in_bytes("--max-size", *largest_);
        options_.parse = reading_.load(context.environment);
        catch_interrupt();
        context.keep_going_when_closed();
        LazyArchive archive(context, options_.dry_run);
        AddReport report(context, options_.dry_run);
        UnknownFields unknown;
        try {
            Importer importer(archive, report, options_);
            for (const std::string& file : files_)
                importer.read(file, import_, unknown);
            if (interrupted()) report.throw_interrupted();
            importer.store();
            const std::string names = unknown.list();
            if (!names.empty()) context.note("fields that newsarc does not know were passed over: " + names);
        } catch (const Error&) {
            report.summarize_after_error();
            throw;
        }
        report.summarize();
        return report.status();
    }

private:
    AddOptions options_;
    ImportOptions import_;
    ReadingOptions reading_;
    std::optional<std::string> largest_;
    std::vector<std::string> files_;
};

}  // namespace

std::unique_ptr<Command> make_import() {
    return std::make_unique<Import>();
}

}  // namespace newsarc::cli
