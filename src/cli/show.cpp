#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "output/json.hpp"
#include "output/text.hpp"
#include "text/terminal.hpp"

#include <array>

namespace newsarc::cli {
namespace {

enum class Format { text, json, original };

constexpr std::array<Choice<Format>, 3> formats{{
    {"text", Format::text},
    {"json", Format::json},
    {"original", Format::original},
}};

class Show : public Command {
public:
    void declare(OptionSet& options) override {
        options.choice<Format>("--format", "text to read, JSON, or the file as it was added", formats,
                               format_);
        options.operands("ID", "ids or uids (six characters are enough), or - to read them one a line", ids_,
                         1);
    }

    int run(Context& context) override {
        if (context.global.json) format_ = Format::json;
        const Archive archive = context.open_archive(Archive::Mode::read);
        if (format_ != Format::json) context.start_pager();
        int status = exit_done;
        for (const std::string& name : with_lines_of_standard_input(ids_)) {
            const std::optional<std::int64_t> id = archive.resolve(name);
            const std::optional<Article> article = id ? archive.find(*id) : std::nullopt;
            if (article) {
                print(context, archive, *article);
                continue;
            }
            context.error(no_such_article(name));
            status = exit_nothing_found;
        }
        return status;
    }

private:
    void print(Context& context, const Archive& archive, const Article& article) {
        switch (format_) {
            case Format::json:
                context.out << output::article_json(article) << "\n";
                context.out.flush();
                break;
            case Format::text:
                if (printed_) context.out << "\n";
                output::print_article(context.out, article, context.layout());
                if (const auto cluster = archive.duplicates_of(*article.id)) {
                    output::print_near_duplicates(context.out, *cluster, *article.id, context.layout());
                }
                break;
            case Format::original: print_original(context, archive, *article.id); break;
        }
        printed_ = true;
    }

    static void print_original(Context& context, const Archive& archive, std::int64_t id) {
        const std::optional<Source> source = archive.original(id);
        if (!source) {
            throw Error(ErrorCode::not_found, "article " + std::to_string(id) + " came from no file",
                        "newsarc show " + std::to_string(id) + " shows what is stored");
        }
        // A file or a program gets the bytes; a person is not to be sent what a terminal would obey.
        context.out << (context.terminal.out ? text::clean_for_terminal(source->bytes) : source->bytes);
    }

    Format format_ = Format::text;
    std::vector<std::string> ids_;
    bool printed_ = false;
};

}  // namespace

std::unique_ptr<Command> make_show() {
    return std::make_unique<Show>();
}

}  // namespace newsarc::cli
