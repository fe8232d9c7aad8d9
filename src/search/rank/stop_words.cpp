#include "search/rank/stop_words.hpp"

#include <algorithm>
#include <array>

namespace newsarc::search {
namespace {

using namespace std::string_view_literals;

// Sorted, for the binary search below.
constexpr std::array stop_words{
    "a"sv,       "about"sv,   "above"sv,  "after"sv,   "again"sv,   "all"sv,     "also"sv,    "although"sv,
    "am"sv,      "among"sv,   "an"sv,     "and"sv,     "any"sv,     "are"sv,     "as"sv,      "at"sv,
    "be"sv,      "because"sv, "been"sv,   "before"sv,  "being"sv,   "below"sv,   "between"sv, "both"sv,
    "but"sv,     "by"sv,      "can"sv,    "cannot"sv,  "could"sv,   "did"sv,     "do"sv,      "does"sv,
    "doing"sv,   "don"sv,     "done"sv,   "down"sv,    "during"sv,  "each"sv,    "either"sv,  "else"sv,
    "ever"sv,    "every"sv,   "few"sv,    "for"sv,     "from"sv,    "further"sv, "had"sv,     "has"sv,
    "have"sv,    "having"sv,  "he"sv,     "her"sv,     "here"sv,    "hers"sv,    "herself"sv, "him"sv,
    "himself"sv, "his"sv,     "how"sv,    "however"sv, "i"sv,       "if"sv,      "in"sv,      "into"sv,
    "is"sv,      "it"sv,      "its"sv,    "itself"sv,  "just"sv,    "may"sv,     "me"sv,      "might"sv,
    "more"sv,    "most"sv,    "much"sv,   "must"sv,    "my"sv,      "myself"sv,  "neither"sv, "no"sv,
    "nor"sv,     "not"sv,     "now"sv,    "of"sv,      "off"sv,     "on"sv,      "once"sv,    "only"sv,
    "or"sv,      "other"sv,   "our"sv,    "ours"sv,    "out"sv,     "over"sv,    "own"sv,     "same"sv,
    "shall"sv,   "she"sv,     "should"sv, "since"sv,   "so"sv,      "some"sv,    "such"sv,    "than"sv,
    "that"sv,    "the"sv,     "their"sv,  "theirs"sv,  "them"sv,    "then"sv,    "there"sv,   "these"sv,
    "they"sv,    "this"sv,    "those"sv,  "though"sv,  "through"sv, "to"sv,      "too"sv,     "under"sv,
    "until"sv,   "up"sv,      "upon"sv,   "us"sv,      "very"sv,    "was"sv,     "we"sv,      "were"sv,
    "what"sv,    "when"sv,    "where"sv,  "whether"sv, "which"sv,   "while"sv,   "who"sv,     "whom"sv,
    "whose"sv,   "why"sv,     "will"sv,   "with"sv,    "within"sv,  "without"sv, "would"sv,   "you"sv,
    "your"sv,    "yours"sv,
};
static_assert(std::ranges::is_sorted(stop_words));

}  // namespace

bool is_stop_word(std::string_view word) {
    return std::ranges::binary_search(stop_words, word);
}

}  // namespace newsarc::search
