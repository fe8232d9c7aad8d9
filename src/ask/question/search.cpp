#include "ask/question/search.hpp"

#include <array>
#include <charconv>
#include <chrono>

#include "output/search.hpp"

namespace newsarc::ask {
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

/// Hits when nobody says how many: a screenful, or the thousand of a TREC run.
constexpr std::size_t usual_hits = 10;
constexpr std::size_t hits_of_a_run = 1000;

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

FormChoice form_of_hits() {
    return FormChoice({
        .help = "how hits are printed; a template is such as '{id} {published:%Y} {headline}'",
        .named = {Form::text, Form::json, Form::jsonl, Form::csv, Form::trec},
        .fields = output::hit_fields,
        .json_is_lines = false,
        .count_help = "print only how many articles match",
        .ids_help = "print ids only, one a line",
    });
}

bool has_snippets(Form form) {
    return form != Form::ids && form != Form::trec;
}

/// Calls `find` and notes what it took.
template <typename Find>
void find_timed(Answer& answer, const Find& find) {
    const auto begun = std::chrono::steady_clock::now();
    answer.result = find();
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

/// `totals`: text ends with how many articles hold the words of the query.
void print_text(const Reply& reply, const Answer& answer, bool totals) {
    if (answer.result.total == 0 && !answer.result.explanation) return;
    reply.begin_pages();
    if (!answer.name.empty()) output::print_title(reply.out, answer.name + "  " + answer.query, reply.layout);
    if (answer.result.explanation) output::print_explanation(reply.out, answer.result, reply.layout);
    output::print_hits(reply.out, answer.result, reply.layout);
    if (totals) output::print_totals(reply.out, answer.result, reply.layout);
}

void print_hits(const Reply& reply, const FormChoice& form, const Answer& answer, bool totals) {
    switch (form.form()) {
        case Form::json:
            reply.out << output::search_json(answer.query, answer.result, answer.seconds, answer.name)
                      << "\n";
            break;
        case Form::jsonl: output::print_hits_jsonl(reply.out, answer.result); break;
        case Form::csv: output::print_hits_csv(reply.data, answer.result); break;
        case Form::trec:
            output::print_hits_trec(reply.data, answer.name.empty() ? "1" : answer.name, answer.result);
            break;
        case Form::pattern: output::print_hits_pattern(reply.data, form.pattern(), answer.result); break;
        case Form::ids:
            for (const Hit& hit : answer.result.hits)
                reply.out << hit.id << "\n";
            break;
        case Form::count: reply.out << answer.result.total << "\n"; break;
        default: print_text(reply, answer, totals);
    }
}

class Related : public Question {
public:
    void declare(Parameters& parameters) override {
        parameters.number("-n,--limit", "N", "at most so many articles (10)", limit_);
        parameters.number("--offset", "N", "leave out so many first", offset_);
        form_.declare(parameters);
        parameters.ids("an id or a uid (six characters are enough)", ids_, 1, 1);
    }

    void settle(bool json) override { form_.settle(json); }

    bool answer(const Archive& archive, const Reply& reply) override {
        const std::optional<std::int64_t> id = archive.resolve(ids_.front());
        if (!id) {
            reply.error(no_such_article(ids_.front()));
            return false;
        }
        RelatedRequest request{.id = *id};
        request.limit = limit_.value_or(form_.form() == Form::trec ? hits_of_a_run : usual_hits);
        if (form_.counts()) request.limit = 0;
        request.offset = offset_.value_or(0);
        request.snippets = has_snippets(form_.form());
        Answer found{.query = ids_.front()};
        request.limits.interrupt = reply.interrupt;
        find_timed(found, [&] { return archive.related(request); });
        print_hits(reply, form_, found, false);
        if (found.result.total == 0) reply.note("no other article is like " + ids_.front());
        return found.result.total > 0;
    }

private:
    FormChoice form_ = form_of_hits();
    std::optional<std::size_t> limit_;
    std::optional<std::size_t> offset_;
    std::vector<std::string> ids_;
};

/// Every saved search, with the number of articles that are new to it.
class SavedSearches : public Question {
public:
    void declare(Parameters&) override {}
    void settle(bool json) override { json_ = json; }

    bool answer(const Archive& archive, const Reply& reply) override {
        const std::vector<SavedSearch> saved = archive.saved_searches();
        if (!json_) reply.begin_pages();
        for (const SavedSearch& search : saved) {
            const SearchRequest request{.query = search.query, .limit = 0, .now = reply.now};
            SearchRequest only_new = request;
            only_new.after = search.seen;
            const output::SavedSearchCounts counts{archive.search(request).total,
                                                   archive.search(only_new).total};
            if (json_) {
                reply.out << output::saved_search_json(search, counts) << "\n";
            } else {
                output::print_saved_search(reply.out, search, counts, reply.layout);
            }
        }
        if (saved.empty()) reply.note("no search is saved; newsarc search --save NAME QUERY saves one");
        return !saved.empty();
    }

private:
    bool json_ = false;
};

}  // namespace

Search::Search() : form_(form_of_hits()) {}

void Search::declare(Parameters& parameters) {
    parameters.number("-n,--limit", "N", "at most so many hits (10; of a TREC run 1000)", limit_);
    parameters.number("--offset", "N", "leave out so many first", offset_);
    parameters.choice<Match>("--match", "which of the words an article must hold; best favours all of them",
                             matches, request_.match);
    parameters.choice<Sort>("--sort", "the order of the hits; any but relevance asks for all words", orders,
                            request_.sort);
    words_.declare_filters(parameters);
    parameters.choices_of("--facet", "count the articles found by a field; may be repeated", facet_fields,
                          request_.facets);
    parameters.number("--facet-values", "N", "so many values of each facet, the most frequent ones (20)",
                      facet_values_);
    parameters.flag("--group", "show one of several articles that are nearly the same text", request_.group);
    form_.declare(parameters);
    parameters.text("--recent", "HALF-LIFE", "favour recent articles, such as 30d, 2w, 6m or 1y", recent_);
    parameters.flag("--no-feedback",
                    "rank by the words of the query alone, not by those of the best hits too",
                    request_.feedback, false);
    parameters.number("--timeout", "SECONDS", "give up after so long (10); 0: never", timeout_);
    parameters.flag("--explain",
                    "show how the query was understood, what its words weigh, and the time taken",
                    request_.explain);
    words_.declare_words(parameters,
                         "what to look for, in words; newsarc takes any text; @NAME is a saved search");
}

void Search::settle(bool json) {
    form_.settle(json);
    request_.limit = limit_.value_or(form() == Form::trec ? hits_of_a_run : usual_hits);
    if (!wants_hits()) request_.limit = 0;
    request_.offset = offset_.value_or(0);
    request_.snippets = has_snippets(form());
    // A run of a test of rankings goes on with what only resembles the hits; to people and programs that act
    // on hits, what holds no word of theirs is none.
    request_.resembling = form() == Form::trec;
    if (recent_) request_.recent_days = days_in(*recent_);
    if (facet_values_) request_.facet_values = *facet_values_;
    if (timeout_) request_.limits.timeout = std::chrono::seconds(*timeout_);
}

bool Search::answer(const Archive& archive, const Reply& reply) {
    const std::optional<AskedQuery> asked = query(archive, reply);
    Answer found{.query = asked ? asked->text : ""};
    find(archive, reply, found);
    print(reply, found);
    return found.result.total > 0;
}

std::string Search::line_of_batch(const Archive& archive, const Reply& reply, const std::string& line) const {
    return words_.filtered(asked_query(archive, reply, {line}, UnknownSearch::take_as_text).text, reply);
}

void Search::only_after(std::int64_t id) {
    request_.after = id;
    only_new_ = true;
    if (!limit_ && wants_hits()) request_.limit = SIZE_MAX / 2;
}

void Search::find(const Archive& archive, const Reply& reply, Answer& answer) {
    request_.query = answer.query;
    request_.now = reply.now;
    request_.limits.interrupt = reply.interrupt;
    find_timed(answer, [&] { return archive.search(request_); });
}

void Search::print(const Reply& reply, const Answer& answer) const {
    const std::string name = answer.name.empty() ? "" : answer.name + ": ";
    print_hits(reply, form_, answer, true);
    const bool to_a_program = !reply.layout.width && answer.name.empty();
    if (form_.form() == Form::ids && to_a_program && !limit_ &&
        answer.result.hits.size() < answer.result.total) {
        reply.note("these are the first " + std::to_string(answer.result.hits.size()) + " of " +
                   std::to_string(answer.result.total) + " ids; -n " + std::to_string(answer.result.total) +
                   " gives all");
    }
    // After the hits, where they are seen.
    for (const std::string& note : answer.result.notes)
        reply.note(name + note);
    const bool blank = answer.query.find_first_not_of(" \t\r\n") == std::string::npos;
    if (answer.result.total == 0 && !blank) {
        reply.note(name + (only_new_ ? "nothing new for: " : "no article matches: ") + answer.query);
    }
    if (answer.result.suggestion) reply.hint(name + "did you mean: " + *answer.result.suggestion);
}

std::unique_ptr<Question> make_search() {
    return std::make_unique<Search>();
}

std::unique_ptr<Question> make_related() {
    return std::make_unique<Related>();
}

std::unique_ptr<Question> make_saved_searches() {
    return std::make_unique<SavedSearches>();
}

}  // namespace newsarc::ask
