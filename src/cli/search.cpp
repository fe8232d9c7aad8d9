#include "cli/commands.hpp"
#include "output/json.hpp"
#include "output/text.hpp"

#include <array>
#include <chrono>

namespace newsarc::cli {
namespace {

constexpr std::array<Choice<Match>, 3> matches{{
    {"all", Match::all},
    {"any", Match::any},
    {"best", Match::best},
}};

constexpr std::array<Choice<Sort>, 4> orders{{
    {"relevance", Sort::relevance},
    {"newest", Sort::newest},
    {"oldest", Sort::oldest},
    {"added", Sort::added},
}};

class Search : public Command {
public:
    void declare(OptionSet& options) override {
        options.number("-n,--limit", "N", "at most so many hits (10)", limit_);
        options.number("--offset", "N", "leave out so many first", offset_);
        options.choice<Match>("--match", "which of the words an article must hold; best favours all of them",
                              matches, request_.match);
        options.choice<Sort>("--sort", "the order of the hits; any but relevance asks for all words", orders,
                             request_.sort);
        options.flag("--no-feedback",
                     "rank by the words of the query alone, not by those of the best hits too",
                     request_.feedback, false);
        options.number("--timeout", "SECONDS", "give up after so long (10); 0: never", timeout_);
        options.flag("--explain",
                     "show how the query was understood, what its words weigh, and the time taken",
                     request_.explain);
        options.flag("--count", "print only how many articles match", count_);
        options.flag("--ids", "print ids only, one a line", ids_);
        options.operands("QUERY", "what to look for, in words; newsarc takes any text", words_, 1);
    }

    int run(Context& context) override {
        if (ids_ && context.global.json) throw Error(ErrorCode::usage, "--ids and --json do not go together");
        for (const std::string& word : words_)
            request_.query += (request_.query.empty() ? "" : " ") + word;
        if (limit_) request_.limit = *limit_;
        if (count_) request_.limit = 0;
        request_.offset = offset_.value_or(0);
        request_.snippets = !ids_;
        request_.now = now_in_unix_seconds();
        if (timeout_) request_.limits.timeout = std::chrono::seconds(*timeout_);

        const Archive archive = context.open_archive(Archive::Mode::read);
        const auto begun = std::chrono::steady_clock::now();
        const SearchResult result = archive.search(request_);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
        for (const std::string& note : result.notes)
            context.note(note);
        print(context, result, taken.count());
        if (result.total == 0) context.note("no article matches: " + request_.query);
        if (result.suggestion) context.hint("did you mean: " + *result.suggestion);
        return result.total > 0 ? exit_done : exit_nothing_found;
    }

private:
    void print(Context& context, const SearchResult& result, double seconds) const {
        if (context.global.json) {
            context.out << output::search_json(request_.query, result, seconds) << "\n";
        } else if (count_) {
            context.out << result.total << "\n";
        } else if (ids_) {
            for (const Hit& hit : result.hits)
                context.out << hit.id << "\n";
        } else if (result.total > 0 || result.explanation) {
            context.start_pager();
            if (result.explanation) output::print_explanation(context.out, result, context.layout());
            output::print_search(context.out, result, context.layout());
        }
    }

    SearchRequest request_;
    std::optional<std::size_t> limit_;
    std::optional<std::size_t> offset_;
    std::optional<std::size_t> timeout_;
    bool count_ = false;
    bool ids_ = false;
    std::vector<std::string> words_;
};

}  // namespace

std::unique_ptr<Command> make_search() {
    return std::make_unique<Search>();
}

}  // namespace newsarc::cli
