#include "output/exchange/file_name.hpp"

#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::output {
namespace {

constexpr std::size_t longest_words = 80;

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The words in small letters, with hyphens between, as many as fit.
std::string hyphenated(std::string_view text) {
    std::string out;
    std::string word;
    for (std::size_t at = 0; at <= text.size();) {
        const text::CodePoint point = text::code_point_at(text, at);
        if (point.length > 0 && point.valid && text::is_word_character(point.value)) {
            word += point.length == 1 ? std::string(1, small(text[at]))
                                      : std::string(text.substr(at, point.length));
        } else if (!word.empty()) {
            if (out.size() + word.size() + 1 > longest_words) return out;
            out += "-" + word;
            word.clear();
        }
        at += point.length > 0 ? point.length : 1;
    }
    return out;
}

}  // namespace

std::string file_name(const Article& article, std::string_view suffix) {
    const std::string number = article.id ? std::to_string(*article.id) : article.uid;
    return number + hyphenated(article.headline.value_or("")) + std::string(suffix);
}

}  // namespace newsarc::output
