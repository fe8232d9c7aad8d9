#include "cli/commands.hpp"
#include "cli/option/query_words.hpp"
#include "cli/result/hit_output.hpp"
#include "cli/result/saved_searches.hpp"
#include "cli/source/inputs.hpp"

#include <array>
#include <charconv>
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

constexpr std::array<Choice<FacetField>, 8> facets{{
    {"credit", FacetField::credit},
    {"byline", FacetField::byline},
    {"place", FacetField::place},
    {"site", FacetField::site},
    {"tag", FacetField::tag},
    {"lang", FacetField::lang},
    {"year", FacetField::year},
    {"month", FacetField::month},
}};

/// `30d`, `2w`, `6m`, `1y` as days; a month is 30 of them, a year 365.
double days_in(const std::string& text) {
    double count = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), count);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    constexpr std::array<Choice<double>, 4> units{{{"d", 1}, {"w", 7}, {"m", 30}, {"y", 365}}};
    for (const Choice<double>& known : units) {
        if (status == std::errc() && unit == known.name && count > 0 && count < 1e6)
            return count * known.value;
    }
    throw Error(ErrorCode::usage, "--recent takes a length of time, not '" + text + "'",
                "such as 30d, 2w, 6m or 1y");
}

/// The lines `name<TAB>query` of a file.
std::vector<Answer> read_batch(const std::string& file) {
    const Source source = read_source(file);
    std::vector<Answer> batch;
    std::size_t number = 1;
    for (std::size_t at = 0; at < source.bytes.size(); ++number) {
        const std::size_t end = std::min(source.bytes.find('\n', at), source.bytes.size());
        std::string line = source.bytes.substr(at, end - at);
        at = end + 1;
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty()) continue;
        const std::size_t tab = line.find('\t');
        if (tab == 0 || tab == std::string::npos) {
            throw Error(ErrorCode::input, file + ":" + std::to_string(number) + ": no name, tab and query",
                        "a line of a batch is such as: 51<TAB>airbus subsidies");
        }
        batch.push_back({.name = line.substr(0, tab), .query = line.substr(tab + 1), .result = {}});
    }
    return batch;
}

class Search : public Command {
public:
    void declare(Parameters& options) override {
        options.number("-n,--limit", "N", "at most so many hits (10; of a TREC run 1000)", limit_);
        options.number("--offset", "N", "leave out so many first", offset_);
        options.choice<Match>("--match", "which of the words an article must hold; best favours all of them",
                              matches, request_.match);
        options.choice<Sort>("--sort", "the order of the hits; any but relevance asks for all words", orders,
                             request_.sort);
        options.choices<FacetField>("--facet", "count the articles found by a field; may be repeated", facets,
                                    request_.facets);
        options.flag("--group", "show one of several articles that are nearly the same text", request_.group);
        output_.declare(options);
        options.text("--batch", "FILE", "answer each line `name<TAB>query` of a file, - for standard input",
                     batch_);
        options.text("--save", "NAME", "keep the query in the archive, where search @NAME finds it", save_);
        options.flag("--new", "of a saved search, only articles added since --save or the last --new", new_);
        options.flag("--saved", "list the saved searches, and how many articles are new to each", saved_);
        options.text("--forget", "SEARCH", "remove a saved search", forget_);
        options.text("--recent", "HALF-LIFE", "favour recent articles, such as 30d, 2w, 6m or 1y", recent_);
        options.flag("--no-feedback",
                     "rank by the words of the query alone, not by those of the best hits too",
                     request_.feedback, false);
        options.number("--timeout", "SECONDS", "give up after so long (10); 0: never", timeout_);
        options.flag("--explain",
                     "show how the query was understood, what its words weigh, and the time taken",
                     request_.explain);
        options.query("what to look for, in words; newsarc takes any text; @NAME is a saved search", words_);
    }

    int run(Context& context) override {
        if (saved_ || forget_) return manage(context);
        output_.settle(context, batch_.has_value());
        if (words_.empty() != batch_.has_value()) {
            throw Error(ErrorCode::usage,
                        batch_ ? "a QUERY and --batch do not go together" : "no QUERY was given",
                        "usage: newsarc search [options] QUERY...");
        }
        if (batch_ && (save_ || new_)) {
            throw Error(ErrorCode::usage, "--batch does not go with --save or --new", "leave one of them");
        }
        settle_request();
        if (!save_ && !new_) {
            const Archive archive = context.open_archive(Archive::Mode::read);
            return answer_all(context, archive);
        }
        Archive archive = context.open_archive(Archive::Mode::write);
        return answer_and_keep(context, archive);
    }

private:
    int manage(Context& context) {
        if (!words_.empty() || batch_ || save_ || new_ || (saved_ && forget_)) {
            throw Error(ErrorCode::usage,
                        saved_ ? "--saved stands alone" : "--forget takes one name, and no query",
                        "newsarc search --saved lists the saved searches");
        }
        if (saved_) return list_saved_searches(context);
        forget_saved_search(context, *forget_);
        return exit_done;
    }

    int answer_all(Context& context, const Archive& archive) {
        std::vector<Answer> answers = batch_ ? read_batch(*batch_) : std::vector<Answer>(1);
        if (!batch_) answers.front().query = asked_query(context, archive, words_).text;
        bool found = false;
        for (Answer& answer : answers) {
            look_up(archive, answer);
            found = found || answer.result.total > 0;
            report(context, answer);
            answer.result = {};
        }
        return found ? exit_done : exit_nothing_found;
    }

    /// One search that is to be saved, or that is asked for what is new.
    int answer_and_keep(Context& context, Archive& archive) {
        if (new_) require_saved(archive);
        const AskedQuery asked = asked_query(context, archive, words_);
        if (new_) {
            request_.after = asked.saved->seen;
            if (!limit_ && output_.wants_hits()) request_.limit = SIZE_MAX / 2;
        }
        Answer answer{.name = {}, .query = asked.text, .result = {}};
        look_up(archive, answer);
        report(context, answer);
        context.out.flush();
        const SearchResult& result = answer.result;
        if (save_) {
            archive.save_search({*save_, asked.text, now(), result.last_id});
            context.note("saved: newsarc search @" + *save_ + " runs it again");
            return exit_done;
        }
        if (result.hits.size() == result.total) {
            archive.mark_seen(asked.saved->name, result.last_id);
        } else if (output_.wants_hits()) {
            context.note("not all were shown: all " + std::to_string(result.total) + " stay new");
        }
        return result.total > 0 ? exit_done : exit_nothing_found;
    }

    void require_saved(const Archive& archive) const {
        if (!words_[0].starts_with('@')) {
            throw Error(ErrorCode::usage, "--new needs a saved search",
                        "such as: newsarc search @NAME --new");
        }
        const std::string name = words_[0].substr(1);
        if (!archive.saved_search(name)) throw no_such_search(archive, name);
    }

    void settle_request() {
        request_.limit = limit_.value_or(output_.usual_limit());
        if (!output_.wants_hits()) request_.limit = 0;
        request_.offset = offset_.value_or(0);
        request_.snippets = output_.wants_snippets();
        request_.now = now_in_unix_seconds();
        if (recent_) request_.recent_days = days_in(*recent_);
        if (timeout_) request_.limits.timeout = std::chrono::seconds(*timeout_);
    }

    void look_up(const Archive& archive, Answer& answer) {
        request_.query = answer.query;
        const auto begun = std::chrono::steady_clock::now();
        answer.result = archive.search(request_);
        answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    }

    void report(Context& context, const Answer& answer) {
        const std::string name = answer.name.empty() ? "" : answer.name + ": ";
        for (const std::string& note : answer.result.notes)
            context.note(name + note);
        output_.print(context, answer);
        const bool blank = answer.query.find_first_not_of(" \t\r\n") == std::string::npos;
        if (answer.result.total == 0 && !blank) {
            context.note(name + (new_ ? "nothing new for: " : "no article matches: ") + answer.query);
        }
        if (answer.result.suggestion) context.hint(name + "did you mean: " + *answer.result.suggestion);
    }

    SearchRequest request_;
    HitOutput output_;
    std::optional<std::size_t> limit_;
    std::optional<std::size_t> offset_;
    std::optional<std::size_t> timeout_;
    std::optional<std::string> batch_;
    std::optional<std::string> recent_;
    std::optional<std::string> save_;
    std::optional<std::string> forget_;
    bool saved_ = false;
    bool new_ = false;
    std::vector<std::string> words_;
};

}  // namespace

std::unique_ptr<Command> make_search() {
    return std::make_unique<Search>();
}

}  // namespace newsarc::cli
