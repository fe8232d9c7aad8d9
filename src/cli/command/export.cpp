#include "ask/question/export.hpp"
#include "cli/commands.hpp"
#include "cli/result/output_file.hpp"
#include "cli/result/output_folder.hpp"
#include "cli/source/inputs.hpp"
#include "cli/terminal/interrupt.hpp"
#include "output/article.hpp"
#include "output/exchange/formats.hpp"
#include "output/text/layout.hpp"
#include "output/text/pattern.hpp"
#include "text/wording.hpp"

#include <algorithm>
#include <filesystem>
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
        options.text("-o,--output", "FILE-OR-FOLDER",
                     "where to write; in a folder each article gets a file (else to standard output)",
                     output_);
        options.text("--name", "TEMPLATE",
                     "of the files in a folder, such as '{published:%Y-%m-%d} {credit} {headline}'", name_);
        options.flag("--force", "replace files that are in the folder already, those that you changed too",
                     force_);
        export_.declare(options);
    }

    int run(Context& context) override {
        if (output_ == "-") output_.reset();
        export_.settle(context.global.json);
        if (export_.wants_ids()) {
            context.input_used = true;
            export_.take_ids(with_lines_of_standard_input({std::string(standard_input)}));
        }
        if (name_ && !output_)
            throw Error(ErrorCode::usage, "--name is for files in a folder", "name one: -o FOLDER");
        const bool into_folder = output_ && (name_ || is_folder(*output_));
        if (output_ && !into_folder) export_.take_form_of(*output_);
        const Archive archive = context.open_archive(Archive::Mode::read);
        const bool found =
            output_ ? write(archive, context.reply(), into_folder) : export_.answer(archive, context.reply());
        if (found) return exit_done;
        tell_of_ids(context);
        return exit_nothing_found;
    }

private:
    void tell_of_ids(Context& context) const {
        const std::optional<std::string>& query = export_.query();
        if (query && is_ids(*query)) {
            context.hint("export takes a query; an article by its id: " + context.command("export id:12") +
                         ", or " + context.command("show --format ris 12") +
                         "; - reads ids from standard input");
        }
    }

    bool write(const Archive& archive, const ask::Reply& reply, bool into_folder) {
        export_.find(archive, reply);
        catch_interrupt();
        const bool originals = export_.format().article == nullptr;
        into_folder = into_folder || (makes_folder() && is_several(archive));
        const bool found =
            (originals || into_folder ? to_folder(archive, reply) : to_file(archive, reply)) > 0;
        if (!found) export_.tell_nothing(reply);
        return found;
    }

    /// Several notes, or texts, go into a folder, unless a file was named.
    [[nodiscard]] bool makes_folder() const {
        std::error_code status;
        const fs::path path(*output_);
        return export_.format().is_for_a_file && !path.has_extension() && !fs::exists(path, status);
    }

    [[nodiscard]] bool is_several(const Archive& archive) const {
        std::size_t count = 0;
        std::ostringstream nowhere;
        export_.visit(archive, {nowhere, nowhere}, [&](const Article&) { return ++count < 2; });
        return count > 1;
    }

    /// Of the files that were not written over, as many names as a person reads.
    static void tell_left(const OutputFolder& folder, const ask::Reply& reply) {
        if (folder.left().empty()) return;
        constexpr std::size_t most_names = 5;
        std::vector<std::string> names = folder.left();
        if (names.size() > most_names) names.resize(most_names);
        const bool one = folder.left().size() == 1;
        std::string text = output::counted(folder.left().size(), "file") +
                           (one ? " left as it is, changed since it was exported: "
                                : " left as they are, changed since they were exported: ") +
                           text::joined(names);
        if (folder.left().size() > names.size()) text += ", …";
        reply.note(text + (one ? "; --force replaces it" : "; --force replaces them"));
    }

    /// What a value says makes no folders.
    static std::string named(const output::Pattern& name, const Article& article) {
        return name.render([&](std::string_view field, std::string_view format) {
            std::string value = output::on_one_line(output::article_field(article, field, format));
            std::ranges::replace(value, '/', '-');
            return value;
        });
    }

    static void stop_if_interrupted() {
        if (interrupted()) throw Error(ErrorCode::interrupted, "interrupted");
    }

    std::size_t to_file(const Archive& archive, const ask::Reply& reply) const {
        OutputFile file(*output_);
        const std::size_t count = export_.print(archive, reply, file.stream(), stop_if_interrupted);
        file.commit();
        if (count > 0) reply.note(output::counted(count, "article") + " written to " + *output_);
        return count;
    }

    std::size_t to_folder(const Archive& archive, const ask::Reply& reply) const {
        const Existing own = export_.format().article ? Existing::replace_own : Existing::refuse;
        OutputFolder folder(*output_, force_ ? Existing::replace : own);
        std::size_t without_file = 0;
        std::set<std::string> written;  // several articles may come from one file
        const output::ExchangeFormat& format = export_.format();
        std::optional<output::Pattern> name;
        if (name_) name.emplace(*name_, output::article_fields());
        export_.visit(archive, reply, [&](const Article& article) {
            stop_if_interrupted();
            if (format.article != nullptr) {
                std::ostringstream text;
                output::ExchangeDocument document(text, format, true);
                document.write(article);
                document.finish();
                const std::string file = name ? named(*name, article) + std::string(format.suffix)
                                              : output::file_name(article, format.suffix);
                folder.write(file, text.str());
                if (!name) folder.take_away_former(*article.id, file);
                return true;
            }
            const std::optional<std::string> original = archive.original_name(*article.id);
            if (!original) {
                ++without_file;
            } else if (written.insert(*original).second) {
                const std::optional<Source> source = archive.original(*article.id);
                if (source) folder.write(source->path, source->bytes, source->modified);
            }
            return true;
        });
        if (without_file > 0)
            reply.note(output::counted(without_file, "article") + " came from no file and were left out");
        if (folder.files() > 0) reply.note(output::counted(folder.files(), "file") + " in " + *output_);
        tell_left(folder, reply);
        return folder.files() + folder.left().size();
    }

    ask::Export export_;
    std::optional<std::string> output_;
    std::optional<std::string> name_;
    bool force_ = false;
};

}  // namespace

std::unique_ptr<Command> make_export() {
    return std::make_unique<Export>();
}

}  // namespace newsarc::cli
