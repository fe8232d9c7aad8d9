#include "text/lexicon/lexicon.hpp"

#include "text/embedded.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>

namespace newsarc::text {
namespace {

/// Takes what stands before the first blank off the front.
std::string_view take_word(std::string_view& line) {
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(line.size(), word.size() + 1));
    return word;
}

void read_file(std::string_view text, std::vector<LexiconRow>& rows) {
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.empty() || line.starts_with('#')) continue;
        LexiconRow row;
        row.kind = take_word(line);
        row.language = take_word(line);
        row.value = line;
        rows.push_back(row);
    }
}

}  // namespace

const std::vector<LexiconRow>& lexicon() {
    static const auto rows = [] {
        std::vector<LexiconRow> made;
        constexpr std::size_t about_all = 4096;
        made.reserve(about_all);
        for (const EmbeddedFile& file : embedded_files())
            read_file(file.text, made);
        return made;
    }();
    return rows;
}

std::vector<LexiconRow> lexicon_files(std::string_view name) {
    std::vector<LexiconRow> rows;
    for (const EmbeddedFile& file : embedded_files()) {
        if (file.path.substr(file.path.find_last_of('/') + 1) == name) read_file(file.text, rows);
    }
    return rows;
}

void for_each_item(std::string_view value, const std::function<void(std::string_view)>& take) {
    while (!value.empty()) {
        const std::string_view item = value.substr(0, value.find(", "));
        value.remove_prefix(std::min(value.size(), item.size() + 2));
        take(item);
    }
}

NamedItems named_items(std::string_view value) {
    const std::size_t colon = value.find(": ");
    if (colon == std::string_view::npos) return {{}, value};
    return {value.substr(0, colon), value.substr(colon + 2)};
}

WordList::WordList(std::string_view kind) {
    for (const LexiconRow& row : lexicon()) {
        if (row.kind == kind)
            for_each_item(row.value, [&](std::string_view item) { items_.insert(fold(item)); });
    }
}

NumberedWords::NumberedWords(std::string_view kind) {
    for (const LexiconRow& row : lexicon()) {
        if (row.kind != kind) continue;
        const auto [name, words] = named_items(row.value);
        int number = 0;
        for (const char digit : name)
            number = number * 10 + (digit - '0');
        for_each_item(words, [&](std::string_view word) { items_.emplace(fold(word), number); });
    }
}

std::optional<int> NumberedWords::number(std::string_view folded) const {
    const auto found = items_.find(folded);
    if (found == items_.end()) return std::nullopt;
    return found->second;
}

}  // namespace newsarc::text
