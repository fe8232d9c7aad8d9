#include "cli/commands.hpp"
#include "cli/option/format_option.hpp"
#include "cli/option/query_words.hpp"
#include "cli/result/data_out.hpp"
#include "output/exchange/article_fields.hpp"
#include "output/exchange/exporters.hpp"
#include "output/json/json.hpp"
#include "output/template/pattern.hpp"
#include "output/text/lines.hpp"
#include "output/text/text.hpp"
#include "query/dates.hpp"

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
    void declare(Parameters& options) override {
        options.number("-n,--limit", "N", "at most so many (else all)", request_.limit);
        options.number("--offset", "N", "leave out so many first", offset_);
        options.choice<ListOrder>("--sort", "by date of publication, or last added first", orders,
                                  request_.order);
        for (Filter& each : filters_)
            options.text(each.option, each.metavar, each.help, each.value);
        options.text("--format", "text|json|jsonl|csv|TEMPLATE",
                     "how articles are printed; a template is such as '{id} {published:%Y} {headline}'",
                     wanted_);
        options.flag("--count", "print only how many articles there are", count_);
        options.flag("--ids", "print ids only, one a line", ids_);
        options.query("only articles that match, every word of it; or @NAME, a saved search", words_);
    }

    int run(Context& context) override {
        settle_format(context);
        request_.offset = offset_.value_or(0);
        const Archive archive = context.open_archive(Archive::Mode::read);
        settle_query(context, archive);
        if (format_ == Format::count) return print_count(context, archive);
        if (format_ != Format::json) context.start_pager();
        const output::Layout layout = context.row_layout();
        DataOut data(context);
        bool found = false;
        const std::vector<std::string> notes = archive.list(request_, [&](const Article& article) {
            if (!found && format_ == Format::csv) data.stream() << output::csv_header() << "\r\n";
            found = true;
            print(context, data.stream(), article, layout);
            return true;
        });
        for (const std::string& note : notes)
            context.note(note);
        if (found) return exit_done;
        if (request_.limit != 0 && notes.empty()) context.note(why_nothing(archive));
        return exit_nothing_found;
    }

private:
    enum class Format { text, json, csv, pattern, ids, count };

    void settle_format(const Context& context) {
        if (int{wanted_.has_value()} + int{context.global.json} + int{ids_} + int{count_} > 1) {
            throw Error(ErrorCode::usage, "--json, --ids, --count and --format do not go together",
                        "leave one of them");
        }
        if (context.global.json) format_ = Format::json;
        if (ids_) format_ = Format::ids;
        if (count_) format_ = Format::count;
        if (!wanted_ || *wanted_ == "text") return;
        if (output::Pattern::is_pattern(*wanted_)) {
            pattern_.emplace(*wanted_, output::article_fields);
            format_ = Format::pattern;
        } else if (*wanted_ == "csv") {
            format_ = Format::csv;
        } else if (*wanted_ == "json" || *wanted_ == "jsonl") {
            format_ = Format::json;
        } else {
            refuse_format(*wanted_, {"text", "json", "jsonl", "csv"},
                          ", or a template such as '{id} {headline}'");
        }
    }

    /// An option that stands for a field of the query language.
    struct Filter {
        const char* option;
        const char* metavar;
        const char* help;
        std::string_view field;
        bool date = false;
        std::optional<std::string> value = {};
    };

    void settle_query(Context& context, const Archive& archive) {
        std::string query;
        if (!words_.empty()) query = asked_query(context, archive, words_).text;
        bool filtered = false;
        for (const Filter& each : filters_) {
            if (!each.value) continue;
            if (each.date && !query::parse_interval(*each.value, now_in_unix_seconds())) {
                throw Error(ErrorCode::usage,
                            std::string(each.option) + " takes a date, not '" + *each.value + "'",
                            "such as 2025, 2025-03, 2025-03-21, yesterday, 3d, 2w, 6m or 1y");
            }
            query += (query.empty() ? "" : " ") + filter(each.field, *each.value);
            filtered = true;
        }
        if (filtered || !words_.empty()) request_.query = query;
        request_.now = now_in_unix_seconds();
    }

    void print(Context& context, std::ostream& data, const Article& article,
               const output::Layout& layout) const {
        switch (format_) {
            case Format::ids: context.out << *article.id << "\n"; break;
            case Format::json:
                context.out << output::article_json(article) << "\n";
                context.out.flush();
                break;
            case Format::csv: data << output::csv_article(article) << "\r\n"; break;
            case Format::pattern:
                context.out << pattern_->render([&](std::string_view field, std::string_view format) {
                    return output::on_one_line(output::article_field(article, field, format));
                }) << "\n";
                break;
            default: output::print_row(context.out, article, layout);
        }
    }

    /// Of all that the query finds, whatever the limit.
    int print_count(Context& context, const Archive& archive) const {
        std::size_t count = archive.count();
        if (request_.query) {
            const Matches found = archive.matching({.query = *request_.query, .now = request_.now});
            for (const std::string& note : found.notes)
                context.note(note);
            count = found.ids.size();
        }
        context.out << count << "\n";
        return count > 0 ? exit_done : exit_nothing_found;
    }

    [[nodiscard]] std::string why_nothing(const Archive& archive) const {
        if (archive.count() == 0) return "the archive is empty";
        if (request_.query && request_.offset == 0) return "no article matches: " + *request_.query;
        return "nothing to list there";
    }

    ListRequest request_;
    std::optional<std::size_t> offset_;
    std::array<Filter, 4> filters_{{
        {"--credit", "NAME", "only articles of this outlet", "credit", false},
        {"--tag", "TAG", "only articles with this tag", "tag", false},
        {"--since", "DATE", "only articles published then or later, such as 2025-03-21 or 2w", "since", true},
        {"--until", "DATE", "only articles published then or earlier", "until", true},
    }};
    std::optional<std::string> wanted_;
    Format format_ = Format::text;
    std::optional<output::Pattern> pattern_;
    bool ids_ = false;
    bool count_ = false;
    std::vector<std::string> words_;
};

}  // namespace

std::unique_ptr<Command> make_list() {
    return std::make_unique<List>();
}

}  // namespace newsarc::cli
