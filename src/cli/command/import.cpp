#include "cli/commands.hpp"
#include "cli/option/reading_options.hpp"
#include "cli/source/adding.hpp"
#include "cli/source/import_inputs.hpp"
#include "cli/source/inputs.hpp"
#include "cli/terminal/interrupt.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace newsarc::cli {
namespace {

constexpr std::array<Choice<ImportFormat>, 3> formats{{
    {"jsonl", ImportFormat::json_lines},
    {"csv", ImportFormat::csv},
    {"archive", ImportFormat::archive},
}};

/// Gives what is in files, one file after the other.
class ImportFiles {
public:
    ImportFiles(const std::vector<std::string>& paths, std::string archive, const ImportOptions& options,
                ImportNotes& notes)
        : paths_(paths), archive_(std::move(archive)), options_(options), notes_(notes) {
        for (const std::string& path : paths) {
            const auto size = size_of_lines(path, options);
            bytes_ = bytes_ && size ? std::optional(*bytes_ + *size) : std::nullopt;
        }
    }

    std::optional<Input> next() {
        while (true) {
            try {
                if (!file_ && !open_next()) return std::nullopt;
                if (std::optional<Input> input = file_->next()) {
                    given_ += input->bytes;
                    return input;
                }
                file_.reset();
            } catch (const Error& error) {
                // What fails in reading ends this file alone; a mistake in the command ends all.
                file_.reset();
                if (error.code() == ErrorCode::usage) throw;
                if (error.code() == ErrorCode::interrupted) return std::nullopt;
                return Input{.read = [error]() -> Article { throw error; }, .path = name_};
            }
        }
    }

    /// Of the bytes of the files, how many were given, 0 to 1; absent for an archive and standard input.
    /// May be called on another thread than next().
    [[nodiscard]] std::optional<double> share() const {
        if (!bytes_) return std::nullopt;
        return static_cast<double>(given_) / static_cast<double>(std::max<std::size_t>(*bytes_, 1));
    }

private:
    bool open_next() {
        if (opened_ == paths_.size()) return false;
        const std::string& path = paths_[opened_++];
        name_ = shown_name(path);
        if (ArchiveFiles(archive_).has(path)) {
            throw Error(ErrorCode::input, path + ": the archive itself, which cannot be imported into itself",
                        "-A FILE names another archive to import into");
        }
        file_ = open_import_file(path, options_, notes_);
        return true;
    }

    const std::vector<std::string>& paths_;
    std::string archive_;
    const ImportOptions& options_;
    ImportNotes& notes_;
    std::optional<std::size_t> bytes_ = 0;
    std::atomic<std::size_t> given_ = 0;  ///< bytes
    std::size_t opened_ = 0;              ///< files
    std::string name_;                    ///< of the file that is open
    std::unique_ptr<ImportFile> file_;
};

class Import : public Command {
public:
    void declare(Parameters& options) override {
        adding_.declare(options);
        options.choice<ImportFormat>("--format", "what the files hold (else told from each of them)", formats,
                                     import_.format);
        options.texts("--map", "NAME=FIELD",
                      "which field of an article a column, or a name in JSON, is; NAME= leaves it out",
                      import_.maps);
        options.text("--max-size", "SIZE", "largest record, or file in an archive, such as 50M (20M)",
                     largest_);
        reading_.declare(options);
        options.operands("FILE",
                         "JSON, CSV, a zip, tar or SQLite archive, or a page, mail, feed, "
                         "web archive or "
                         "document; - for standard input",
                         files_, 1);
    }

    int run(Context& context) override {
        if (largest_) import_.largest = size_in_bytes("--max-size", *largest_);
        catch_interrupt();
        import_.parse = reading_.load(context.environment);
        ImportNotes notes;
        ImportFiles files(files_, context.archive_path(), import_, notes);
        const int status = adding_.run(
            context, import_.parse, [&] { return files.next(); }, [&] { return files.share(); });
        for (const std::string& note : notes.others)
            context.note(note);
        if (const std::string line = notes.passed_over.line(); !line.empty()) context.note(line);
        const std::string names = notes.unknown.list();
        if (!names.empty())
            context.note("names that are no field of newsarc; what they hold is kept in `extra`: " + names);
        return status;
    }

private:
    Adding adding_;
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
