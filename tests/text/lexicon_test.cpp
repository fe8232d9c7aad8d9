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

const std::set<std::string_view> lists{"particle", "job",    "outlet",      "no-name",  "after-names",
                                       "and",      "city",   "agency",      "no-place", "section",
                                       "stop",     "asking", "date-filler", "page"};

/// Kinds whose rows say what their items are called: `month de 1: januar, jan`.
const std::map<std::string_view, std::set<std::string_view>> named{
    {"month", {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}},
    {"weekday", {"1", "2", "3", "4", "5", "6", "7"}},
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

TEST_CASE("each language names all months or none") {
    std::map<std::string_view, std::set<std::string_view>> months;
    for (const LexiconRow& row : lexicon()) {
        if (row.kind == "month") months[row.language].insert(named_items(row.value).name);
    }
    CHECK(months.size() >= 12);
    for (const auto& [language, numbers] : months) {
        INFO(language);
        CHECK(numbers.size() == 12);
    }
}
