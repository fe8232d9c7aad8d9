#include "parse/page/picture.hpp"

#include "parse/line/scan.hpp"
#include "parse/line/shapes.hpp"
#include "parse/name/byline.hpp"
#include "parse/name/name_words.hpp"
#include "text/lexicon/lexicon.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace newsarc::parsing {
namespace {

/// What a picture is called before the name of whom it is by.
bool is_picture_word(std::string_view folded) {
    static const text::WordList words("picture");
    return words.holds(folded);
}

constexpr std::size_t longest_credit = 120;

std::string_view tail_of(std::string_view text) {
    if (text.size() <= longest_credit) return text;
    return text.substr(text::next_character_begin(text, text.size() - longest_credit));
}

/// `Photo: Jane Roe`, `Photo by Jane Roe`: what stands behind a word for a picture with a colon or a word for
/// `by`.
std::optional<std::string_view> behind_picture_word(std::string_view tail) {
    constexpr auto is_end = [](char c) {
        return c == ' ' || c == ':' || c == '/' || c == ',' || c == '|' || c == '(' || c == '.';
    };
    for (std::size_t at = 0; at < tail.size();) {
        std::size_t end = at;
        while (end < tail.size() && !is_end(tail[end]))
            ++end;
        const std::size_t begin = std::exchange(at, end + 1);
        if (end - begin < 3 || end == tail.size()) continue;
        // Most words are followed by neither.
        if (tail[end] == ' ' && std::string_view("bBvc:").find(tail[std::min(end + 1, tail.size() - 1)]) ==
                                    std::string_view::npos)
            continue;
        std::string_view rest = tail.substr(end);
        const std::size_t space = leading_space(rest);
        rest.remove_prefix(space);
        const bool colon = rest.starts_with(':');
        const bool by = space > 0 && (rest.starts_with("by ") || rest.starts_with("By ") ||
                                      rest.starts_with("BY ") || rest.starts_with("von ") ||
                                      rest.starts_with("via ") || rest.starts_with("courtesy "));
        if ((colon || by) && is_picture_word(text::fold(tail.substr(begin, end - begin)))) {
            rest.remove_prefix(colon ? 1 : rest.find(' '));
            return trim(rest);
        }
    }
    return std::nullopt;
}

bool names_picture(std::string_view tail) {
    const auto credit = behind_picture_word(tail);
    return credit && length_up_to(*credit, 71) <= 70;
}

/// `(Jane Roe/AFP)`, `[AP Photo/Jane Roe]`, `(AFP)`, `(Courtesy of Jane Roe)`.
bool brackets_credit(std::string_view tail) {
    if (!tail.ends_with(')') && !tail.ends_with(']')) return false;
    const std::size_t open = tail.find_last_of("([");
    if (open == std::string_view::npos || open == 0) return false;
    const std::string_view inside = trim(tail.substr(open + 1, tail.size() - open - 2));
    const std::string folded = text::fold(inside);
    if (is_known_agency(folded) || is_picture_credit(inside)) return true;
    const std::size_t word = std::min(folded.find_first_of(" :/"), folded.size());
    if (is_picture_word(std::string_view(folded).substr(0, word))) return true;
    for (const std::string_view name :
         {"getty", "reuters", "afp", "ap photo", "via ap", "dpa", "photo", "foto"})
        if (folded.find(name) != std::string::npos) return true;
    const std::size_t slash = inside.find('/');
    return slash != std::string_view::npos && slash > 2 && begins_upper(inside) &&
           begins_upper(inside.substr(slash));
}

/// `© Jane Roe`, `REUTERS/Jane Roe`, `Jane Roe/AFP via Getty Images`: what follows the last stop.
bool closes_with_names(std::string_view tail) {
    if (const std::size_t sign = tail.rfind("©"); sign != std::string_view::npos)
        return !ends_as_sentence(tail.substr(sign)) && tail.size() - sign < 80;
    const std::string folded =
        text::fold(tail.size() > 60 ? tail.substr(tail.find(' ', tail.size() - 60) + 1) : tail);
    for (const std::string_view end :
         {"getty images", "via ap", "shutterstock", "istock", "afp", "unsplash", "picture alliance", "/dpa",
          "/reuters", "/ap", "imago", "keystone", "/epa"})
        if (folded.ends_with(end)) return true;
    const std::size_t stop = tail.rfind(". ");
    return stop != std::string_view::npos && is_picture_credit(trim(tail.substr(stop + 2)));
}

}  // namespace

bool ends_in_picture_credit(std::string_view text) {
    std::string_view tail = trim(tail_of(text));
    if (tail.size() < 5) return false;
    if (tail.ends_with('.')) tail.remove_suffix(1);
    return names_picture(tail) || brackets_credit(tail) || closes_with_names(tail);
}

bool is_signed_caption(std::string_view text) {
    constexpr std::size_t longest_caption = 400;
    if (text.size() > longest_caption) return false;
    const auto credit = behind_picture_word(tail_of(text));
    if (!credit || credit->empty()) return false;
    const std::string_view before = text.substr(0, static_cast<std::size_t>(credit->data() - text.data()));
    if (before.find(". ") == std::string_view::npos) return false;
    for (std::string_view rest = *credit; !rest.empty();) {
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        const std::string_view name = trim(rest.substr(0, slash));
        const auto names = read_names(name);
        if (!names || names->length < name.size()) return false;
        rest.remove_prefix(std::min(slash + 1, rest.size()));
    }
    return true;
}

}  // namespace newsarc::parsing
