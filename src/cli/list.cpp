#include "cli/commands.hpp"
#include "cli/query_words.hpp"
#include "output/json.hpp"
#include "output/text.hpp"

#include <array>

namespace newsarc::cli {
namespace {

constexpr std::array<Choice<ListOrder>, 3> orders{{
    {"newest", ListOrder::newest},
    {"oldest", ListOrder::oldest},
    {"added", ListOrder::added},
}};

class List : public Command {
public:
    void declare(OptionSet& options) override {
        options.number("-n,--limit", "N", "at most so many (else all)", request_.limit);
        options.number("--offset", "N", "leave out so many first", offset_);
        options.choice<ListOrder>("--sort", "by date of publication, or last added first", orders,
                                  request_.order);
        for (Filter& each : filters_)
            options.text(each.option, each.metavar, each.help, each.value);
        options.flag("--ids", "print ids only, one a line", ids_);
        options.query("only articles that match, every word of it; or @NAME, a saved search", words_);
    }

    int run(Context& context) override {
        if (ids_ && context.global.json) throw Error(ErrorCode::usage, "--ids and --json do not go together");
        request_.offset = offset_.value_or(0);
        const Archive archive = context.open_archive(Archive::Mode::read);
        settle_query(context, archive);
        context.start_pager();
        const output::Layout layout = context.layout();
        bool found = false;
        const std::vector<std::string> notes = archive.list(request_, [&](const Article& article) {
            found = true;
            print(context, article, layout);
            return true;
        });
        for (const std::string& note : notes)
            context.note(note);
        if (found) return exit_done;
        if (request_.limit != 0 && notes.empty()) context.note(why_nothing(archive));
        return exit_nothing_found;
    }

private:
    /// An option that stands for a field of the query language.
    struct Filter {
        const char* option;
        const char* metavar;
        const char* help;
        std::string_view field;
        std::optional<std::string> value = {};
    };

    void settle_query(Context& context, const Archive& archive) {
        std::string query;
        if (!words_.empty()) query = asked_query(context, archive, words_).text;
        bool filtered = false;
        for (const Filter& each : filters_) {
            if (!each.value) continue;
            query += (query.empty() ? "" : " ") + filter(each.field, *each.value);
            filtered = true;
        }
        if (filtered || !words_.empty()) request_.query = query;
        request_.now = now_in_unix_seconds();
    }

    void print(Context& context, const Article& article, const output::Layout& layout) const {
        if (ids_) {
            context.out << *article.id << "\n";
        } else if (context.global.json) {
            context.out << output::article_json(article) << "\n";
            context.out.flush();
        } else {
            output::print_row(context.out, article, layout);
        }
    }

    [[nodiscard]] std::string why_nothing(const Archive& archive) const {
        if (archive.count() == 0) return "the archive is empty";
        if (request_.query && request_.offset == 0) return "no article matches: " + *request_.query;
        return "nothing to list there";
    }

    ListRequest request_;
    std::optional<std::size_t> offset_;
    std::array<Filter, 4> filters_{{
        {"--credit", "NAME", "only articles of this outlet", "credit"},
        {"--tag", "TAG", "only articles with this tag", "tag"},
        {"--since", "DATE", "only articles published then or later, such as 2025-03-21 or 2w", "since"},
        {"--until", "DATE", "only articles published then or earlier", "until"},
    }};
    bool ids_ = false;
    std::vector<std::string> words_;
};

}  // namespace

std::unique_ptr<Command> make_list() {
    return std::make_unique<List>();
}

}  // namespace newsarc::cli
