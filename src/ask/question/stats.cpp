#include "ask/question/stats.hpp"

#include <array>

#include "output/stats/usage.hpp"

namespace newsarc::ask {
namespace {

using output::Period;

constexpr std::array<Choice<UsageBy>, 7> ways{{
    {"day", UsageBy::day},
    {"week", UsageBy::week},
    {"month", UsageBy::month},
    {"year", UsageBy::year},
    {"credit", UsageBy::credit},
    {"byline", UsageBy::byline},
    {"place", UsageBy::place},
}};

}  // namespace

Statistics::Statistics()
    : form_({.help = "how the numbers are printed; csv with --words alone",
             .named = {Form::text, Form::json, Form::csv},
             .json_is_lines = false}) {}

void Statistics::declare(Parameters& parameters) {
    parameters.flag("--words",
                    "how often each WORD, or \"phrase\", is used, in times and of a million words; filters "
                    "choose the articles",
                    of_words_);
    parameters.choice<UsageBy>(
        "--by",
        "month or year: the periods of the timeline (else by its length); with --words "
        "also the others",
        ways, by_);
    parameters.number("-n,--limit", "N", "at most so many credits, sites, tags and languages (10)", limit_);
    form_.declare(parameters);
    words_.declare_filters(parameters);
    words_.declare_words(
        parameters, "only articles that match, or @NAME, a saved search; with --words the words themselves");
}

void Statistics::settle(bool json) {
    form_.settle(json);
    if (of_words_ && words_.words().empty())
        throw Error(ErrorCode::usage, "no word was given",
                    "such as: newsarc stats --words inflation recession");
    if (of_words_) return;
    if (by_ && by_ != UsageBy::month && by_ != UsageBy::year)
        throw Error(ErrorCode::usage, "the timeline is drawn by month or year",
                    "of words the use is told by others too: newsarc stats --words WORD --by week");
    if (form_.form() == Form::csv)
        throw Error(ErrorCode::usage, "the numbers of an archive are printed as text or json",
                    "those of words as csv, too: newsarc stats --words WORD --format csv");
}

std::optional<Period> Statistics::period() const {
    if (!by_) return std::nullopt;
    return by_ == UsageBy::month ? Period::month : Period::year;
}

bool Statistics::answer(const Archive& archive, const Reply& reply) {
    if (of_words_) return tell_usage(archive, reply);
    const Stats stats = count(archive, reply);
    if (form_.form() == Form::json) {
        reply.out << output::stats_json(query_, stats) << "\n";
    } else {
        reply.begin_pages();
        output::print_stats(reply.out, stats, period(), reply.drawing, reply.layout);
    }
    return found(reply, stats);
}

Usage Statistics::usage(const Archive& archive, const Reply& reply) const {
    UsageRequest request{.words = words_.words(),
                         .by = by_.value_or(UsageBy::month),
                         .now = reply.now,
                         .limits = {.interrupt = reply.interrupt}};
    if (words_.filtered()) request.query = words_.filtered("", reply);
    Usage usage = archive.usage(request);
    if (limit_ && usage.rows.size() > *limit_) usage.rows.resize(*limit_);
    tell(reply, usage.notes);
    if (usage.rows.empty()) reply.note("no article to count in");
    return usage;
}

bool Statistics::tell_usage(const Archive& archive, const Reply& reply) const {
    const Usage told = usage(archive, reply);
    switch (form_.form()) {
        case Form::json: reply.out << output::usage_json(words_.words(), told) << "\n"; break;
        case Form::csv: output::print_usage_csv(reply.data, words_.words(), told); break;
        default:
            reply.begin_pages();
            output::print_usage(reply.out, words_.words(), told, reply.drawing, reply.layout);
    }
    return !told.rows.empty();
}

bool Statistics::draw(const Archive& archive, const Reply& reply, std::ostream& out) {
    if (of_words_) {
        const Usage told = usage(archive, reply);
        output::print_usage_svg(out, words_.words(), told);
        return !told.rows.empty();
    }
    const Stats stats = count(archive, reply);
    output::print_stats_svg(out, query_, stats, period());
    return found(reply, stats);
}

Stats Statistics::count(const Archive& archive, const Reply& reply) {
    if (const auto asked = words_.query(archive, reply)) query_ = asked->text;
    Stats stats = archive.stats({.query = query_,
                                 .most = limit_.value_or(10),
                                 .now = reply.now,
                                 .limits = {.interrupt = reply.interrupt}});
    tell(reply, stats.notes);
    return stats;
}

bool Statistics::found(const Reply& reply, const Stats& stats) const {
    if (stats.articles == 0 && stats.notes.empty())
        reply.note(query_ ? "no article matches: " + *query_ : "the archive is empty");
    return stats.articles > 0;
}

std::unique_ptr<Question> make_stats() {
    return std::make_unique<Statistics>();
}

}  // namespace newsarc::ask
