#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace newsarc::text {

/// A line of the lexicon, the files of words beside this one: `related en read also:`.
struct LexiconRow {
    std::string_view kind;      ///< what the words are for: a kind of label, `month`, `job`, `stop`, …
    std::string_view language;  ///< BCP 47; `mul` for words of many languages
    std::string_view value;     ///< a label's pattern, or items parted by commas
};

/// All rows, English first, otherwise in the order in which src/text/CMakeLists.txt names languages and
/// by the names of their files. Built into the program; they live as long as it does.
const std::vector<LexiconRow>& lexicon();

/// The rows of the files of one name alone, such as `stop_words.txt`, in the same order: to read all takes
/// longer than a search.
std::vector<LexiconRow> lexicon_files(std::string_view name);

/// Calls `take` with each item of a row's value.
void for_each_item(std::string_view value, const std::function<void(std::string_view)>& take);

/// What stands before the colon of a value such as `1: january, jan`, and what behind it.
struct NamedItems {
    std::string_view name;
    std::string_view items;
};
NamedItems named_items(std::string_view value);

struct HashOfWord : std::hash<std::string_view> {
    using is_transparent = void;
};

/// The items of a kind, in all languages, looked up fast.
class WordList {
public:
    explicit WordList(std::string_view kind);

    /// `folded` as text::fold leaves it.
    [[nodiscard]] bool holds(std::string_view folded) const { return items_.contains(folded); }

private:
    std::unordered_set<std::string, HashOfWord, std::equal_to<>> items_;
};

/// The items of a kind whose rows have numbers (`month de 1: januar, jan`), in all languages. Of an item that
/// two rows have, the first counts.
class NumberedWords {
public:
    explicit NumberedWords(std::string_view kind);

    /// `folded` as text::fold leaves it.
    [[nodiscard]] std::optional<int> number(std::string_view folded) const;

    [[nodiscard]] const auto& items() const { return items_; }

private:
    std::unordered_map<std::string, int, HashOfWord, std::equal_to<>> items_;
};

}  // namespace newsarc::text
