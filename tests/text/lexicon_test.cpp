#include "text/lexicon/lexicon.hpp"

#include "support/catch.hpp"

#include <map>
#include <set>
#include <string>

#include "text/unicode/fold.hpp"
#include "text/unicode/utf8.hpp"

using namespace newsarc::text;

namespace {

/// Kinds of labels are those of newsarc::LabelKind; the parser's tests read each pattern.
const std::set<std::string_view> labels{"credit",    "headline", "deck",          "byline",     "published",
                                        "updated",   "related",  "promotion",     "editor",     "copyright",
                                        "reporting", "caption",  "advertisement", "correction", "other"};

const std::set<std::string_view> lists{
    "particle",     "job",         "role",         "outlet",        "no-name",
    "after-names",  "and",         "with",         "city",          "agency",
    "degree",       "no-place",    "before-place", "before-outlet", "name-suffix",
    "page-section", "stop",        "date-filler",  "near-day",      "before-ago",
    "lead-ago",     "ago",         "time-unit",    "one-unit",      "before-year",
    "before-month", "before-noon", "after-noon",   "clock",         "document",
    "count-of",     "word-count",  "asking",       "page",          "picture",
    "piece",        "given-name",  "is",           "organisation",  "before-hyphen"};

/// Kinds whose rows say what their items are called: `month de 1: januar, jan`.
const std::map<std::string_view, std::set<std::string_view>> named{
    {"month", {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}},
    {"persian-month", {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}},
    {"dotted-month", {"10"}},
    {"weekday", {"1", "2", "3", "4", "5", "6", "7"}},
    {"nexis-field",
     {"headline", "deck", "byline", "dateline", "body", "note", "credit", "caption-below", "correction-below",
      "note-below", "link-below", "copyright-below", "number-below"}},
    {"proquest-field",
     {"headline", "deck", "byline", "affiliation", "dateline-below", "credit-below", "published-below",
      "body", "note", "link", "note-below", "caption-below", "copyright-below", "correction-below",
      "link-below"}},
    {"set", {"platform", "network", "channel", "story", "series", "site", "person", "agency"}},
};

}  // namespace

TEST_CASE("each line of the lexicon is a row of a known kind, its items told apart") {
    CHECK(lexicon().size() > 3000);
    for (const LexiconRow& row : lexicon()) {
        INFO(row.kind << " " << row.language << " " << row.value);
        CHECK(is_valid_utf8(row.value));
        CHECK(squeeze(row.value) == row.value);
        CHECK((row.language.size() == 2 || row.language == "mul"));
        if (labels.contains(row.kind)) continue;
        const auto [name, items] = named_items(row.value);
        if (const auto kind = named.find(row.kind); kind != named.end())
            CHECK(kind->second.contains(name));
        else
            CHECK((lists.contains(row.kind) && name.empty()));
        for_each_item(items, [&](std::string_view item) {
            INFO(item);
            CHECK_FALSE(item.empty());
            CHECK(item.find_first_of(",:") == std::string_view::npos);
        });
    }
}

TEST_CASE("a list of the lexicon is asked for folded words of any language") {
    const WordList joiners("and");
    for (const std::string_view word : {"and", "y", "und", "и"})
        CHECK(joiners.holds(word));
    CHECK_FALSE(joiners.holds("or"));
    CHECK(WordList("city").holds("sao paulo"));
    CHECK_FALSE(WordList("no such kind").holds("and"));
}

TEST_CASE("each language names all months and weekdays or none, and no word names two") {
    std::map<std::pair<std::string_view, std::string_view>, std::set<std::string_view>> numbers;
    std::map<std::pair<std::string_view, std::string>, std::string_view> words;
    for (const LexiconRow& row : lexicon()) {
        if (row.kind != "month" && row.kind != "weekday") continue;
        const auto [number, items] = named_items(row.value);
        numbers[{row.kind, row.language}].insert(number);
        for_each_item(items, [&, number = number](std::string_view item) {
            INFO(row.kind << " " << row.language << " " << item);
            CHECK(words.emplace(std::pair(row.kind, fold(item)), number).first->second == number);
        });
    }
    CHECK(numbers.size() >= 70);
    for (const auto& [key, found] : numbers) {
        INFO(key.first << " " << key.second);
        CHECK(found.size() == (key.first == "month" ? 12 : 7));
    }
}
