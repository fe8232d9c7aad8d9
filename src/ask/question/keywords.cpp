#include "ask/form.hpp"
#include "ask/question/question.hpp"
#include "ask/selection.hpp"
#include "output/stats/usage.hpp"

namespace newsarc::ask {
namespace {

/// Words that tell what a query finds from the rest of the archive.
class KeywordsOfQuery : public Question {
public:
    void declare(Parameters& parameters) override {
        parameters.number("-n,--limit", "N", "at most so many words (25)", limit_);
        parameters.number(
            "--near", "N",
            "only words so near to what is looked for, on either side: its collocates, such as 5",
            request_.near);
        words_.declare_filters(parameters);
        form_.declare(parameters);
        words_.declare_words(
            parameters,
            "the articles whose words are compared with the others, every word of it matched; "
            "or @NAME, a saved search");
    }

    void settle(bool json) override {
        form_.settle(json);
        if (!words_.given())
            throw Error(ErrorCode::usage, "no QUERY was given",
                        "such as: newsarc keywords credit:NewsX since:2025");
    }

    bool answer(const Archive& archive, const Reply& reply) override {
        request_.query = words_.query(archive, reply)->text;
        request_.limit = limit_.value_or(request_.limit);
        request_.now = reply.now;
        request_.limits.interrupt = reply.interrupt;
        const Keywords found = archive.keywords(request_);
        switch (form_.form()) {
            case Form::jsonl: output::print_keywords_jsonl(reply.out, found); break;
            case Form::csv: output::print_keywords_csv(reply.data, found); break;
            default: reply.begin_pages(); output::print_keywords(reply.out, found, reply.layout);
        }
        tell(reply, found.notes);
        if (found.words.empty() && found.notes.empty())
            reply.note(found.here == 0 ? "no article matches: " + request_.query
                                       : "no word is more frequent there than elsewhere");
        return !found.words.empty();
    }

private:
    KeywordRequest request_;
    QueryWords words_;
    FormChoice form_{{
        .help = "how the words are printed",
        .named = {Form::text, Form::json, Form::jsonl, Form::csv},
    }};
    std::optional<std::size_t> limit_;
};

}  // namespace

std::unique_ptr<Question> make_keywords() {
    return std::make_unique<KeywordsOfQuery>();
}

}  // namespace newsarc::ask
