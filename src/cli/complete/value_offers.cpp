#include "cli/complete/value_offers.hpp"

#include "cli/commands.hpp"
#include "cli/complete/complete.hpp"
#include "cli/help/topics.hpp"
#include "model/fields.hpp"
#include "output/text/layout.hpp"
#include "query/fields.hpp"
#include "text/terminal.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace newsarc::cli {
namespace {

/// What is asked, and whom.
struct Question {
    std::string_view typed;
    const GlobalOptions& options;
    const CompletionSource& source;
};

/// What a shell may show as it is, for it puts in what it showed.
bool can_be_offered(std::string_view value) {
    return text::clean_line_for_terminal(value) == value;
}

/// Within quotes a query has no quotes.
bool is_plain(std::string_view value) {
    return value.find('"') == std::string_view::npos;
}

bool needs_quotes(std::string_view value) {
    return value.find_first_of(" ()*") != std::string_view::npos;
}

void offer_files(Offers& offers, const Question&) {
    offers.files = true;
}

void offer_articles(Offers& offers, const Question& question) {
    if (!question.source.articles) return;
    for (Offer& article : question.source.articles(question.options))
        offer(offers, question.typed, std::move(article.value), article.description);
}

void offer_commands(Offers& offers, const Question& question) {
    for (const CommandRow& row : commands())
        offer(offers, question.typed, std::string(row.name), row.summary);
}

void offer_topics(Offers& offers, const Question& question) {
    for (const Topic& topic : topics())
        offer(offers, question.typed, std::string(topic.name), topic.summary);
}

void offer_shells(Offers& offers, const Question& question) {
    for (const Shell& shell : shells())
        offer(offers, question.typed, std::string(shell.name), {});
}

template <typename Fits>
std::vector<FacetCount> values_of_which(const std::vector<FacetCount>& all, const Fits& fits) {
    std::vector<FacetCount> out;
    std::ranges::copy_if(all, std::back_inserter(out),
                         [&](const FacetCount& one) { return fits(one.value); });
    return out;
}

bool has_word_that_begins(std::string_view value, std::string_view with) {
    std::size_t at = value.find(with);
    while (at != std::string_view::npos && at > 0 && value[at - 1] != ' ')
        at = value.find(with, at + 1);
    return at != std::string_view::npos;
}

void offer_facet(Offers& offers, const Question& question, FacetField facet, const std::string& before) {
    if (!question.source.values) return;
    std::string_view typed = question.typed.substr(before.size());
    const bool quoted = typed.starts_with('"');
    if (quoted) typed.remove_prefix(1);
    std::vector<FacetCount> all = question.source.values(facet, question.options);
    std::erase_if(all,
                  [&](const FacetCount& one) { return !is_plain(one.value) || !can_be_offered(one.value); });
    std::vector<FacetCount> found =
        values_of_which(all, [&](std::string_view value) { return value.starts_with(typed); });
    const std::string folded = text::fold(typed);
    // A query does not mind case, and finds a value by any of its words: `credit:wire`.
    if (found.empty())
        found = values_of_which(
            all, [&](std::string_view value) { return text::fold(value).starts_with(folded); });
    if (found.empty())
        found = values_of_which(
            all, [&](std::string_view value) { return has_word_that_begins(text::fold(value), folded); });
    // All of them alike, so that a shell can put in what they have in common.
    const bool quotes = quoted || std::ranges::any_of(found, needs_quotes, &FacetCount::value);
    const std::string quote = quotes ? "\"" : "";
    for (const FacetCount& one : found)
        offers.words.push_back({before + quote + one.value + quote, output::counted(one.count, "article")});
}

/// The values of a facet as they are, not as a query would have them.
void offer_plain_facet(Offers& offers, const Question& question, FacetField facet,
                       const std::string& before = {}) {
    if (!question.source.values) return;
    for (const FacetCount& one : question.source.values(facet, question.options)) {
        if (is_plain(one.value))
            offer(offers, question.typed, before + one.value, output::counted(one.count, "article"));
    }
}

void offer_tags(Offers& offers, const Question& question) {
    const bool sign = question.typed.starts_with('+') || question.typed.starts_with('-');
    offer_plain_facet(offers, question, FacetField::tag, std::string(question.typed.substr(0, sign ? 1 : 0)));
}

void offer_hosts(Offers& offers, const Question& question) {
    offer_plain_facet(offers, question, FacetField::site);
}

void offer_record_fields(Offers& offers, const Question& question) {
    for (const model::Field& field : model::fields()) {
        if (field.by_hand) offer(offers, question.typed, std::string(field.name), std::string(field.meaning));
    }
}

/// The field's name and the sign behind it; the value is the user's.
void offer_assignments(Offers& offers, const Question& question) {
    offer_record_fields(offers, question);
    for (Offer& one : offers.words)
        one.value += '=';
    offers.unfinished = true;
}

void offer_searches(Offers& offers, const Question& question, const std::string& before) {
    if (!question.source.searches) return;
    for (const Offer& search : question.source.searches(question.options))
        offer(offers, question.typed, before + search.value, search.description);
}

void offer_search_names(Offers& offers, const Question& question) {
    offer_searches(offers, question, {});
}

/// `credit:` and the like, or what stands behind it.
void offer_query(Offers& offers, const Question& question) {
    if (question.typed.starts_with('@')) return offer_searches(offers, question, "@");
    const std::size_t begin = std::min(question.typed.find_first_not_of("+-("), question.typed.size());
    const std::string sign(question.typed.substr(0, begin));
    const std::string_view word = question.typed.substr(begin);
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos) {
        for (const query::FieldInfo& field : query::fields())
            offer(offers, question.typed, sign + std::string(field.name) + ":", field.description);
        offers.unfinished = true;
        return;
    }
    const std::string_view name = word.substr(0, colon);
    const std::string before = sign + std::string(name) + ":";
    const auto field = query::field_named(name);
    if (!field) return;
    if (const auto facet = facet_field_from_string(query::info(*field).name))
        return offer_facet(offers, question, *facet, before);
    for (const query::FlagInfo& flag : query::flags()) {
        if (flag.field == *field)
            offer(offers, question.typed, before + std::string(flag.name), flag.description);
    }
}

struct Kind {
    std::string_view metavar;
    void (*offer)(Offers&, const Question&);
};

constexpr std::array kinds{
    Kind{"FILE", offer_files},
    Kind{"PATH", offer_files},
    Kind{"FOLDER", offer_files},
    Kind{"ID", offer_articles},
    Kind{"FILE-OR-FOLDER", offer_files},
    Kind{"QUERY", offer_query},
    Kind{"SEARCH", offer_search_names},
    Kind{"TAG", offer_tags},
    Kind{"+TAG", offer_tags},
    Kind{"HOST", offer_hosts},
    Kind{"FIELD", offer_record_fields},
    Kind{"FIELD=VALUE", offer_assignments},
    Kind{"COMMAND", offer_commands},
    Kind{"TOPIC", offer_topics},
    Kind{"SHELL", offer_shells},
};

/// `TEMPLATE` and `HALF-LIFE` name a value, `newest` is one.
bool is_name_of_value(std::string_view part) {
    return std::ranges::none_of(part, text::is_ascii_lower);
}

}  // namespace

void offer(Offers& offers, std::string_view typed, std::string value, std::string_view description) {
    if (!value.starts_with(typed) || !can_be_offered(value)) return;
    offers.words.push_back({std::move(value), std::string(description)});
}

Offers value_offers(std::string_view option, std::string_view metavar, std::string_view typed,
                    const GlobalOptions& options, const CompletionSource& source) {
    const Question question{typed, options, source};
    Offers offers;
    if (option.starts_with("--") && metavar.find('|') == std::string_view::npos) {
        if (const auto facet = facet_field_from_string(option.substr(2))) {
            offer_plain_facet(offers, question, *facet);
            return offers;
        }
    }
    while (!metavar.empty()) {
        const std::size_t end = std::min(metavar.find_first_of("| "), metavar.size());
        const std::string_view part = metavar.substr(0, end);
        metavar.remove_prefix(std::min(end + 1, metavar.size()));
        const auto kind = std::ranges::find(kinds, part, &Kind::metavar);
        if (kind != kinds.end()) {
            kind->offer(offers, question);
        } else if (!part.empty() && !is_name_of_value(part)) {
            offer(offers, typed, std::string(part), {});
        }
    }
    return offers;
}

}  // namespace newsarc::cli
