#include "search/rank/stop_words.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "text/analysis/fold_word.hpp"
#include "text/lexicon/lexicon.hpp"
#include "text/unicode/ascii.hpp"

namespace newsarc::search {
namespace {

struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
};
using Words = std::unordered_set<std::string, Hash, std::equal_to<>>;

Words load(std::string_view language, std::string_view kind = "stop") {
    static const std::vector<text::LexiconRow> rows = text::lexicon_files("stop_words.txt");
    Words out;
    for (const text::LexiconRow& row : rows) {
        if (row.kind != kind || row.language != language) continue;
        text::for_each_item(row.value, [&](std::string_view word) { out.insert(text::fold_word(word)); });
    }
    return out;
}

}  // namespace

bool is_stop_word(std::string_view folded, std::string_view language) {
    static const Words english = load("en");
    if (language == "en") return english.contains(folded);
    thread_local std::map<std::string, Words, std::less<>> others;
    auto known = others.find(language);
    if (known == others.end()) known = others.emplace(language, load(language)).first;
    return known->second.contains(folded);
}

bool says_something(std::string_view stem, std::string_view word) {
    return stem.size() > 1 && !std::ranges::all_of(stem, text::is_digit) && !is_stop_word(stem) &&
           !is_stop_word(word);
}

bool is_asking_word(std::string_view word) {
    static const Words words = load("en", "asking");
    return words.contains(word);
}

}  // namespace newsarc::search
