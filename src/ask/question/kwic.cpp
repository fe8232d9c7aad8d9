#include "ask/form.hpp"
#include "ask/question/question.hpp"
#include "ask/selection.hpp"
#include "output/stats/concordance.hpp"

#include <algorithm>
#include <array>

namespace newsarc::ask {
namespace {

constexpr std::array<Choice<ConcordanceOrder>, 3> orders{{
    {"newest", ConcordanceOrder::newest},
    {"left", ConcordanceOrder::left},
    {"right", ConcordanceOrder::right},
}};

constexpr std::size_t usual_places = 100;
constexpr std::size_t narrowest = 20;  // columns

/// Words in their context, a line a place.
class Kwic : public Question {
public:
    void declare(Parameters& parameters) override {
        parameters.number("-n,--limit", "N", "at most so many places (100; 0: all)", limit_);
        parameters.choice<ConcordanceOrder>(
            "--sort", "by article, or by the words before or behind each place", orders, request_.order);
        parameters.number("--width", "N", "columns of a line (else those of the terminal, or 100)", width_);
        words_.declare_filters(parameters);
        form_.declare(parameters);
        words_.declare_words(parameters,
                             "what to look for: a word, a \"phrase\" or the beginning of a word, such as "
                             "infla*; fields choose the articles");
    }

    void settle(bool json) override {
        form_.settle(json);
        if (width_ && *width_ < narrowest)
            throw Error(ErrorCode::usage, "--width takes " + std::to_string(narrowest) + " columns or more");
        if (!words_.given())
            throw Error(ErrorCode::usage, "no QUERY was given", "such as: newsarc kwic inflation");
    }

    bool answer(const Archive& archive, const Reply& reply) override {
        request_.query = words_.query(archive, reply)->text;
        request_.limit = limit_.value_or(usual_places);
        if (request_.limit == std::size_t{0}) request_.limit.reset();
        if (width_) request_.context = std::max(request_.context, *width_);
        request_.now = reply.now;
        request_.limits.interrupt = reply.interrupt;
        const Concordance found = archive.concordance(request_);
        print(reply, found);
        tell(reply, found.notes);
        if (found.lines.empty() && found.notes.empty()) {
            reply.note(found.articles > 0 ? "nothing but fields to look for: " + request_.query
                                          : "no article matches: " + request_.query);
        }
        if (found.more && form_.form() == Form::text)
            reply.note("there are more places; -n N shows so many, -n 0 all");
        return !found.lines.empty();
    }

private:
    void print(const Reply& reply, const Concordance& found) const {
        switch (form_.form()) {
            case Form::jsonl:
                for (const ConcordanceLine& line : found.lines)
                    reply.out << output::concordance_json(line) << "\n";
                break;
            case Form::csv: output::print_concordance_csv(reply.data, found); break;
            default: {
                reply.begin_pages();
                output::Layout layout = reply.rows;
                if (width_) layout.width = width_;
                output::print_concordance(reply.out, found, layout);
            }
        }
    }

    ConcordanceRequest request_;
    QueryWords words_;
    FormChoice form_{{
        .help = "how the places are printed",
        .named = {Form::text, Form::json, Form::jsonl, Form::csv},
    }};
    std::optional<std::size_t> limit_;
    std::optional<std::size_t> width_;
};

}  // namespace

std::unique_ptr<Question> make_kwic() {
    return std::make_unique<Kwic>();
}

}  // namespace newsarc::ask
