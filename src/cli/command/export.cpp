#include "cli/commands.hpp"
#include "cli/option/format_option.hpp"
#include "cli/option/query_words.hpp"
#include "cli/result/data_out.hpp"
#include "cli/result/output_file.hpp"
#include "cli/result/output_folder.hpp"
#include "cli/terminal/interrupt.hpp"
#include "output/exchange/file_name.hpp"
#include "output/exchange/formats.hpp"

#include <filesystem>
#include <functional>
#include <set>
#include <sstream>

namespace newsarc::cli {
namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& path) {
    std::error_code status;
    return path.ends_with('/') || fs::is_directory(path, status);
}

/// Numbers alone, which were likely meant as ids.
bool is_ids(const std::string& query) {
    return query.find_first_not_of("0123456789 ") == std::string::npos;
}

class Export : public Command {
public:
    void declare(Parameters& options) override {
        options.text("--format", choices_of(format_names()),
                     "the form of the articles (else what the ending of FILE says, or jsonl)", wanted_);
        options.text("-o,--output", "FILE-OR-FOLDER",
                     "where to write; in a folder each article gets a file (else to standard output)",
                     output_);
        options.flag("--force", "replace files that are in the folder already", force_);
        options.query(
            "which articles, every word of it matched, or @NAME, a saved search (else all there are)",
            words_);
    }

    int run(Context& context) override {
        if (output_ == "-") output_.reset();
        settle_format();
        if (format_->article == nullptr && !output_) {
            throw Error(ErrorCode::usage, "original files go into a folder", "name one: -o FOLDER");
        }
        const Archive archive = context.open_archive(Archive::Mode::read);
        if (!words_.empty()) query_ = asked_query(context, archive, words_).text;
        std::size_t exported = 0;
        if (!output_) {
            exported = to_standard_output(context, archive);
        } else {
            catch_interrupt();
            exported = format_->article == nullptr || is_folder(*output_) ? to_folder(context, archive)
                                                                          : to_file(context, archive);
        }
        if (exported > 0) return exit_done;
        context.note(query_ ? "no article matches: " + *query_ : "the archive is empty");
        if (query_ && is_ids(*query_)) {
            context.hint("export takes a query; an article by its id: " + context.command("export id:12") +
                         ", or " + context.command("show --format ris 12"));
        }
        return exit_nothing_found;
    }

private:
    void settle_format() {
        if (wanted_) {
            format_ = output::find_exchange_format(*wanted_);
            if (format_ == nullptr) refuse_format(*wanted_, format_names());
        } else if (output_ && !is_folder(*output_)) {
            const output::ExchangeFormat* told = output::exchange_format_of_file(*output_);
            if (told != nullptr) format_ = told;
        }
    }

    using Visit = std::function<bool(const Article&)>;

    /// In the order of their ids, one at a time.
    void visit(Context& context, const Archive& archive, const Visit& visit) const {
        const Visit unless_interrupted = [&](const Article& article) {
            if (interrupted()) throw Error(ErrorCode::interrupted, "interrupted");
            return visit(article);
        };
        if (!query_) {
            ListRequest all;
            all.order = ListOrder::id;
            archive.list(all, unless_interrupted);
            return;
        }
        const Matches found = archive.matching({.query = *query_, .now = now_in_unix_seconds()});
        for (const std::string& note : found.notes)
            context.note(note);
        archive.visit(found.ids, unless_interrupted);
    }

    /// Gives back how many articles there were.
    std::size_t print(Context& context, const Archive& archive, std::ostream& out) const {
        // A reader gets each line when it is there.
        const bool flush = format_->name == "jsonl" && !output_;
        output::ExchangeDocument document(out, *format_, false);
        std::size_t count = 0;
        visit(context, archive, [&](const Article& article) {
            document.write(article);
            if (flush) out.flush();
            ++count;
            return true;
        });
        document.finish();
        return count;
    }

    std::size_t to_standard_output(Context& context, const Archive& archive) const {
        context.start_pager();
        DataOut data(context);
        const std::size_t count = print(context, archive, data.stream());
        data.stream().flush();
        return count;
    }

    std::size_t to_file(Context& context, const Archive& archive) const {
        OutputFile file(*output_);
        const std::size_t count = print(context, archive, file.stream());
        file.commit();
        if (count > 0) context.note(counted(count, "article") + " written to " + *output_);
        return count;
    }

    std::size_t to_folder(Context& context, const Archive& archive) const {
        OutputFolder folder(*output_, force_);
        std::size_t without_file = 0;
        std::set<std::string> written;  // several articles may come from one file
        visit(context, archive, [&](const Article& article) {
            if (format_->article != nullptr) {
                std::ostringstream text;
                output::ExchangeDocument document(text, *format_, true);
                document.write(article);
                document.finish();
                folder.write(output::file_name(article, format_->suffix), text.str());
                return true;
            }
            const std::optional<std::string> name = archive.original_name(*article.id);
            if (!name) {
                ++without_file;
            } else if (written.insert(*name).second) {
                const std::optional<Source> source = archive.original(*article.id);
                if (source) folder.write(source->path, source->bytes, source->modified);
            }
            return true;
        });
        if (without_file > 0)
            context.note(counted(without_file, "article") + " came from no file and were left out");
        if (folder.files() > 0) context.note(counted(folder.files(), "file") + " in " + *output_);
        return folder.files();
    }

    static std::string counted(std::size_t count, const std::string& what) {
        return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
    }

    const output::ExchangeFormat* format_ = output::find_exchange_format("jsonl");
    std::optional<std::string> wanted_;
    std::optional<std::string> output_;
    bool force_ = false;
    std::vector<std::string> words_;
    std::optional<std::string> query_;
};

}  // namespace

std::unique_ptr<Command> make_export() {
    return std::make_unique<Export>();
}

}  // namespace newsarc::cli
