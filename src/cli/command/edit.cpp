#include "cli/commands.hpp"
#include "cli/result/data_out.hpp"
#include "cli/source/inputs.hpp"
#include "cli/terminal/editor.hpp"
#include "cli/terminal/question.hpp"
#include "input/record/record_fields.hpp"
#include "input/record/record_text.hpp"
#include "output/changes.hpp"
#include "output/json/json.hpp"

namespace newsarc::cli {
namespace {

class Edit : public Command {
public:
    void declare(Parameters& options) override {
        options.texts("--set", "FIELD=VALUE", "give a field a value, such as credit=NewsX; may be repeated",
                      set_);
        options.texts("--unset", "FIELD", "take a field's value away; may be repeated", unset_);
        options.flag("--print", "print the article as the editor would get it, and change nothing", print_);
        options.text("--from", "FILE",
                     "put what a file holds, in that form, in its place; - for standard input", from_);
        options.ids("an id or a uid (six characters are enough)", ids_, 1, 1);
    }

    int run(Context& context) override {
        const bool fields = !set_.empty() || !unset_.empty();
        if ((fields ? 1 : 0) + (print_ ? 1 : 0) + (from_ ? 1 : 0) > 1) {
            throw Error(ErrorCode::usage, "--set and --unset, --print, and --from do not go together");
        }
        Archive archive = context.open_archive(print_ ? Archive::Mode::read : Archive::Mode::write);
        const auto id = archive.resolve(ids_.front());
        const auto article = id ? archive.find(*id) : std::nullopt;
        if (!article) {
            context.error(no_such_article(ids_.front()));
            return exit_nothing_found;
        }
        if (print_) {
            DataOut data(context);
            data.stream() << input::write_record_text(*article) << std::flush;
        } else if (fields) {
            store(context, archive, with_fields(*article), *article);
        } else if (from_) {
            const Article changed = input::read_record_text(read_source(*from_).bytes, *article);
            store(context, archive, changed, *article);
        } else {
            edit(context, archive, *article);
        }
        return exit_done;
    }

private:
    [[nodiscard]] Article with_fields(Article article) const {
        for (const std::string& name : unset_)
            input::set_field(article, name, std::nullopt);
        for (const std::string& each : set_) {
            const std::size_t equals = each.find('=');
            if (equals == std::string::npos) {
                throw Error(ErrorCode::usage, "--set takes FIELD=VALUE, not '" + each + "'",
                            "such as --set credit=NewsX");
            }
            input::set_field(article, each.substr(0, equals), each.substr(equals + 1));
        }
        return article;
    }

    /// In the editor, again and again until it can be stored or the user gives up; then what was written
    /// is kept in its file.
    static void edit(Context& context, Archive& archive, const Article& article) {
        const std::string before = input::write_record_text(article);
        EditedFile file(context.environment, "newsarc-edit-" + std::to_string(*article.id), before);
        const std::string command = editor_command(context.environment);
        for (;;) {
            file.edit(command);
            const std::string text = file.text();
            if (text == before) return context.note("nothing was changed");
            try {
                return store(context, archive, input::read_record_text(text, article), article);
            } catch (const Error& error) {
                const bool mendable = error.code() == ErrorCode::input || error.code() == ErrorCode::usage;
                if (mendable && can_ask(context)) {
                    context.error(error);
                    if (confirmed(context, "Edit it again? [y/N] ")) continue;
                }
                file.keep();
                const std::string again =
                    "newsarc edit --from " + file.path() + " " + std::to_string(*article.id);
                throw Error(error.code(), mendable && can_ask(context) ? "nothing was changed" : error.what(),
                            (error.hint().empty() ? "" : error.hint() + "; ") +
                                "what you wrote is kept, mend it and run: " + again);
            }
        }
    }

    static void store(Context& context, Archive& archive, const Article& changed, const Article& former) {
        if (changed == former) return context.note("nothing was changed");
        archive.replace(changed, former, now());
        if (context.global.json) {
            context.out << output::article_json(archive.find(*former.id).value_or(changed)) << "\n";
        } else if (!context.global.quiet) {
            output::print_changed(context.out, "changed", changed, {}, context.style());
        }
    }

    std::vector<std::string> set_;
    std::vector<std::string> unset_;
    std::optional<std::string> from_;
    bool print_ = false;
    std::vector<std::string> ids_;
};

}  // namespace

std::unique_ptr<Command> make_edit() {
    return std::make_unique<Edit>();
}

}  // namespace newsarc::cli
