#include "ask/form.hpp"
#include "ask/question/question.hpp"
#include "ask/selection.hpp"
#include "output/article.hpp"
#include "output/exchange/formats.hpp"
#include "output/text/layout.hpp"

#include <array>

namespace newsarc::ask {
namespace {

constexpr std::array<Choice<ListOrder>, 3> orders{{
    {"newest", ListOrder::newest},
    {"oldest", ListOrder::oldest},
    {"added", ListOrder::added},
}};

class List : public Question {
public:
    void declare(Parameters& parameters) override {
        parameters.number("-n,--limit", "N", "at most so many (else all)", request_.limit);
        parameters.number("--offset", "N", "leave out so many first", offset_);
        parameters.choice<ListOrder>("--sort", "by date of publication, or last added first", orders,
                                     request_.order);
        words_.declare_filters(parameters);
        form_.declare(parameters);
        words_.declare_words(parameters,
                             "only articles that match, every word of it; or @NAME, a saved search");
    }

    void settle(bool json) override { form_.settle(json); }

    bool answer(const Archive& archive, const Reply& reply) override {
        request_.offset = offset_.value_or(0);
        request_.now = reply.now;
        request_.limits.interrupt = reply.interrupt;
        if (const auto asked = words_.query(archive, reply)) request_.query = asked->text;
        if (form_.counts()) return count(archive, reply);
        if (form_.form() != Form::jsonl) reply.begin_pages();
        bool found = false;
        const std::vector<std::string> notes = archive.list(request_, [&](const Article& article) {
            if (!found && form_.form() == Form::csv) reply.data << output::csv_header() << "\r\n";
            found = true;
            print(reply, article);
            return true;
        });
        tell(reply, notes);
        if (!found && request_.limit != 0 && notes.empty()) reply.note(why_nothing(archive));
        return found;
    }

private:
    void print(const Reply& reply, const Article& article) const {
        switch (form_.form()) {
            case Form::ids: reply.out << *article.id << "\n"; break;
            case Form::jsonl: reply.out << output::article_json(article) << "\n" << std::flush; break;
            case Form::csv: reply.data << output::csv_article(article) << "\r\n"; break;
            case Form::pattern:
                reply.data << form_.pattern().render([&](std::string_view field, std::string_view format) {
                    return output::on_one_line(output::article_field(article, field, format));
                }) << "\n";
                break;
            default: output::print_row(reply.out, article, reply.rows);
        }
    }

    /// Of all that the query finds, whatever the limit.
    bool count(const Archive& archive, const Reply& reply) const {
        auto count = static_cast<std::size_t>(archive.count());
        if (request_.query) {
            const Matches found =
                archive.matching({.query = *request_.query, .now = request_.now, .limits = request_.limits});
            tell(reply, found.notes);
            count = found.ids.size();
        }
        reply.out << count << "\n";
        return count > 0;
    }

    [[nodiscard]] std::string why_nothing(const Archive& archive) const {
        if (archive.count() == 0) return "the archive is empty";
        if (request_.query && request_.offset == 0) return "no article matches: " + *request_.query;
        return "nothing to list there";
    }

    ListRequest request_;
    QueryWords words_;
    FormChoice form_{{
        .help = "how articles are printed; a template is such as '{id} {published:%Y} {headline}'",
        .named = {Form::text, Form::json, Form::jsonl, Form::csv},
        .fields = output::article_fields(),
        .count_help = "print only how many articles there are",
        .ids_help = "print ids only, one a line",
    }};
    std::optional<std::size_t> offset_;
};

}  // namespace

std::unique_ptr<Question> make_list() {
    return std::make_unique<List>();
}

}  // namespace newsarc::ask
