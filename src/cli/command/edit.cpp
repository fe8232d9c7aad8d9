#include "ask/selection.hpp"
#include "cli/commands.hpp"
#include "cli/source/inputs.hpp"
#include "cli/terminal/other_programs.hpp"
#include "input/record/record_text.hpp"
#include "output/article.hpp"
#include "output/changes.hpp"

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
        articles_.declare_query(options);
        options.ids(
            "ids or uids (six characters are enough), or - to read them one a line; several only "
            "for --set and --unset",
            ids_, 0);
    }

    int run(Context& context) override {
        const bool fields = !set_.empty() || !unset_.empty();
        articles_.settle(ids_, true);
        if ((fields ? 1 : 0) + (print_ ? 1 : 0) + (from_ ? 1 : 0) > 1) {
            throw Error(ErrorCode::usage, "--set and --unset, --print, and --from do not go together");
        }
        Archive archive = context.open_archive(print_ ? Archive::Mode::read : Archive::Mode::write);
        const ask::NamedArticles named = articles_.articles(archive, context.reply());
        const std::vector<Article>& articles = named.articles;
        if (articles.size() > 1 && !fields) {
            throw Error(ErrorCode::usage, "several articles are changed by --set and --unset alone",
                        "name one article, or say what each is to have");
        }
        bool changed = false;
        for (const Article& article : articles)
            changed = change(context, archive, article) || changed;
        if (!changed && !print_ && !articles.empty()) context.note("nothing was changed");
        return articles.empty() || !named.missing.empty() ? exit_nothing_found : exit_done;
    }

private:
    /// False when the article stays as it is.
    bool change(Context& context, Archive& archive, const Article& article) const {
        if (print_) {
            context.data() << input::write_record_text(article) << std::flush;
            return false;
        }
        if (from_) {
            return store(context, archive, input::read_record_text(read_source(*from_).bytes, article),
                         article);
        }
        if (set_.empty() && unset_.empty()) return edit(context, archive, article);
        return store(context, archive, with_fields(article), article);
    }

    [[nodiscard]] Article with_fields(Article article) const {
        for (const std::string& name : unset_)
            input::set_field(article, name, "");
        for (const auto& [name, value] : input::assignments(set_))
            input::set_field(article, name, value);
        return article;
    }

    /// In the editor, again and again until it can be stored or the user gives up; then what was written
    /// is kept in its file.
    static bool edit(Context& context, Archive& archive, const Article& article) {
        const std::string before = input::write_record_text(article);
        EditedFile file(context.environment, "newsarc-edit-" + std::to_string(*article.id), before);
        const std::string command = editor_command(context.environment);
        for (;;) {
            file.edit(command);
            const std::string text = file.text();
            if (text == before) return false;
            try {
                return store(context, archive, input::read_record_text(text, article), article);
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

    static bool store(Context& context, Archive& archive, const Article& changed, const Article& former) {
        if (changed == former) return false;
        archive.replace(changed, former, now());
        if (context.global.json) {
            context.out << output::article_json(archive.find(*former.id).value_or(changed)) << "\n";
        } else if (!context.global.quiet) {
            output::print_changed(context.out, "changed", changed, {}, context.style());
        }
        return true;
    }

    std::vector<std::string> set_;
    std::vector<std::string> unset_;
    std::optional<std::string> from_;
    bool print_ = false;
    std::vector<std::string> ids_;
    ask::ArticleNames articles_;
};

}  // namespace

std::unique_ptr<Command> make_edit() {
    return std::make_unique<Edit>();
}

}  // namespace newsarc::cli
