#include "cli/add_report.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/interrupt.hpp"
#include "cli/lazy_archive.hpp"
#include "cli/near_duplicates_option.hpp"
#include "input/json_article.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace newsarc::cli {
namespace {

// A batch is one transaction. These bound what is held in memory and what an interruption costs.
constexpr std::size_t batch_records = 2000;
constexpr std::size_t batch_bytes = 16'000'000;

/// Reads records line by line and stores them in batches.
class Importer {
public:
    Importer(Context& context, LazyArchive& archive, AddReport& report, AddOptions options)
        : context_(context), archive_(archive), report_(report), options_(std::move(options)) {}

    void read(std::istream& in, const std::string& name) {
        std::string line;
        for (std::size_t number = 1; !interrupted() && std::getline(in, line); ++number) {
            report_.count_bytes(line.size() + 1);
            if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
            if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
            take(line, name + ":" + std::to_string(number));
        }
        if (in.bad()) throw Error(ErrorCode::io, "cannot read " + name, "check the file and the disk");
    }

    void store() {
        if (batch_.empty()) return;
        options_.added = now();
        for (const AddResult& result : archive_.get().add_records(batch_, options_))
            report_.tell(result);
        batch_.clear();
        bytes_ = 0;
    }

    /// One warning for all the fields that were passed over.
    void tell_unknown_fields() {
        if (unknown_.empty()) return;
        std::string names;
        for (const std::string& name : unknown_)
            names += (names.empty() ? "`" : ", `") + name + "`";
        context_.note("fields that newsarc does not know were passed over: " + names);
    }

private:
    void take(const std::string& line, const std::string& place) {
        try {
            input::Record record = input::read_json_article(line);
            for (std::string& name : record.unknown_fields) {
                if (std::find(unknown_.begin(), unknown_.end(), name) == unknown_.end()) {
                    unknown_.push_back(std::move(name));
                }
            }
            batch_.push_back(std::move(record.article));
            bytes_ += line.size();
        } catch (const Error& error) {
            store();  // results come in the order of the inputs
            report_.fail(place, error);
        }
        if (batch_.size() >= batch_records || bytes_ >= batch_bytes) store();
    }

    Context& context_;
    LazyArchive& archive_;
    AddReport& report_;
    AddOptions options_;
    std::vector<Article> batch_;
    std::size_t bytes_ = 0;
    std::vector<std::string> unknown_;
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
                read(importer, report, file);
            if (interrupted()) report.throw_interrupted();
            importer.store();
            importer.tell_unknown_fields();
        } catch (const Error&) {
            report.summarize();
            throw;
        }
        report.summarize();
        return report.status();
    }

private:
    static void read(Importer& importer, AddReport& report, const std::string& file) {
        if (file == standard_input) return importer.read(std::cin, "standard input");
        std::ifstream in(file, std::ios::binary);
        if (!in || std::filesystem::is_directory(file)) {
            importer.store();
            report.fail(file,
                        Error(ErrorCode::not_found, file + " cannot be read", "name a file of JSON lines"));
            return;
        }
        importer.read(in, file);
    }

    AddOptions options_;
    std::vector<std::string> files_;
};

}  // namespace

std::unique_ptr<Command> make_import() {
    return std::make_unique<Import>();
}

}  // namespace newsarc::cli
