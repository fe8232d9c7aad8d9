#include "cli/complete/shell_words.hpp"

#include <algorithm>

namespace newsarc::cli {
namespace {

/// What a backslash takes the meaning from between double quotes.
constexpr std::string_view special_in_double_quotes = "$`\"\\";

constexpr std::string_view special = " \t\n!\"#$&'()*;<>?[\\]^`{|}~";

constexpr std::string_view blanks = " \t\n";

/// Takes a word off the front of a line, up to a blank that no quote or backslash holds.
TypedWord take_word(std::string_view& line) {
    TypedWord out;
    std::size_t i = 0;
    for (; i < line.size(); ++i) {
        const char c = line[i];
        const bool last = i + 1 == line.size();
        if (out.quote == '\0' && blanks.find(c) != std::string_view::npos) break;
        if (out.quote != '\0' && c == out.quote) {
            out.quote = '\0';
        } else if (out.quote == '\0' && (c == '\'' || c == '"')) {
            out.quote = c;
            out.quote_first = i == 0;
        } else if (c == '\\' && out.quote != '\'' && !last &&
                   (out.quote == '\0' ||
                    special_in_double_quotes.find(line[i + 1]) != std::string_view::npos)) {
            out.text += line[++i];
        } else if (c != '\\' || out.quote != '\0' || !last) {
            out.text += c;
        }
    }
    line.remove_prefix(i);
    return out;
}

}  // namespace

TypedWord read_typed_word(std::string_view word) {
    return take_word(word);
}

std::vector<std::string> split_into_words(std::string_view line) {
    std::vector<std::string> words;
    while (true) {
        line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
        if (line.empty()) return words;
        words.push_back(take_word(line).text);
    }
}

std::string escaped_for_shell(std::string_view text, char quote) {
    std::string out;
    for (const char c : text) {
        if (quote == '\'') {
            out += c == '\'' ? std::string("'\\''") : std::string(1, c);
            continue;
        }
        const std::string_view escaped = quote == '"' ? special_in_double_quotes : special;
        if (escaped.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

}  // namespace newsarc::cli
