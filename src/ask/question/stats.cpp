#include "ask/question/stats.hpp"

#include <array>

namespace newsarc::ask {
namespace {

using output::Period;

constexpr std::array<Choice<Period>, 2> periods{{
    {"month", Period::month},
    {"year", Period::year},
}};

}  // namespace

void Statistics::declare(Parameters& parameters) {
    parameters.choice<Period>("--by", "the periods of the timeline (else by its length)", periods, period_);
    parameters.number("-n,--limit", "N", "at most so many credits, sites, tags and languages (10)", limit_);
    words_.declare_filters(parameters);
    words_.declare_words(parameters, "only articles that match, or @NAME, a saved search");
}

bool Statistics::answer(const Archive& archive, const Reply& reply) {
    const Stats stats = count(archive, reply);
    if (json_) {
        reply.out << output::stats_json(query_, stats) << "\n";
    } else {
        reply.begin_pages();
        output::print_stats(reply.out, stats, period_, reply.drawing, reply.layout);
    }
    return found(reply, stats);
}

bool Statistics::draw(const Archive& archive, const Reply& reply, std::ostream& out) {
    const Stats stats = count(archive, reply);
    output::print_stats_svg(out, query_, stats, period_);
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
