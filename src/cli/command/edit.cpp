#include "ask/change/edit.hpp"
#include "cli/commands.hpp"
#include "cli/source/inputs.hpp"
#include "cli/terminal/other_programs.hpp"
#include "input/record/record_text.hpp"

namespace newsarc::cli {
namespace {

class Edit : public Command {
public:
    void declare(Parameters& options) override {
        editing_.declare(options);
        options.flag("--print", "print the article as the editor would get it, and change nothing", print_);
        options.text("--from", "FILE",
                     "put what a file holds, in that form, in its place; - for standard input", from_);
    }

    int run(Context& context) override {
        const bool fields = editing_.sets_fields();
        if ((fields ? 1 : 0) + (print_ ? 1 : 0) + (from_ ? 1 : 0) > 1) {
            throw Error(ErrorCode::usage, "--set and --unset, --print, and --from do not go together");
        }
        if (fields) return carry_out(context, editing_);
        editing_.settle(context.global.json);
        Archive archive = context.open_archive(print_ ? Archive::Mode::read : Archive::Mode::write);
        const ask::NamedArticles named = editing_.articles(archive, context.reply());
        if (named.articles.size() > 1) {
            throw Error(ErrorCode::usage, "several articles are changed by --set and --unset alone",
                        "name one article, or say what each is to have");
        }
        if (!named.articles.empty() && !change(context, archive, named.articles[0]) && !print_)
            context.note("nothing was changed");
        return named.articles.empty() || !named.missing.empty() ? exit_nothing_found : exit_done;
    }

private:
    /// False when the article stays as it is.
    bool change(Context& context, Archive& archive, const Article& article) const {
        if (print_) {
            context.data() << input::write_record_text(article) << std::flush;
            return false;
        }
        if (!from_) return edit(context, archive, article);
        const Article changed = input::read_record_text(read_source(*from_).bytes, article);
        return editing_.put(archive, context.reply(), changed, article);
    }

    /// In the editor, again and again until it can be stored or the user gives up; then what was written
    /// is kept in its file.
    bool edit(Context& context, Archive& archive, const Article& article) const {
        const std::string before = input::write_record_text(article);
        EditedFile file(context.environment, "newsarc-edit-" + std::to_string(*article.id), before);
        const std::string command = editor_command(context.environment);
        for (;;) {
            file.edit(command);
            const std::string text = file.text();
            if (text == before) return false;
            try {
                const Article changed = input::read_record_text(text, article);
                return editing_.put(archive, context.reply(), changed, article);
            } catch (const Error& error) {
                const bool mendable = error.code() == ErrorCode::input || error.code() == ErrorCode::usage;
                if (mendable && context.can_ask()) {
                    context.error(error);
                    if (context.confirmed("Edit it again? [y/N] ")) continue;
                }
                file.keep();
                const std::string again =
                    "newsarc edit --from " + file.path() + " " + std::to_string(*article.id);
                throw Error(error.code(),
                            mendable && context.can_ask() ? "nothing was changed" : error.what(),
                            (error.hint().empty() ? "" : error.hint() + "; ") +
                                "what you wrote is kept, mend it and run: " + again);
            }
        }
    }

    ask::Editing editing_;
    std::optional<std::string> from_;
    bool print_ = false;
};

}  // namespace

std::unique_ptr<Command> make_edit() {
    return std::make_unique<Edit>();
}

}  // namespace newsarc::cli
