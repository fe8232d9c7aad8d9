#include "text/analysis/word_parts.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "text/analysis/fold_word.hpp"
#include "text/analysis/stemmer.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::text {
namespace {

/// Languages whose words change at their beginnings: the classes of nouns and subjects of verbs of Bantu.
constexpr std::array<std::string_view, 13> change_in_front{"lg", "ln", "nd", "nso", "ny", "rn", "rw",
                                                           "sn", "st", "sw", "tn",  "xh", "zu"};

/// Characters of a part.
constexpr std::size_t part_length = 5;

// Letters that end the terms of parts. Those of languages without a stemmer find articles by themselves.
constexpr std::string_view beginning_mark = "\u02CA";
constexpr std::string_view end_mark = "\u02CB";
constexpr std::string_view kin_beginning_mark = "\u02CE";
constexpr std::string_view kin_end_mark = "\u02CF";

std::string first_characters(std::string_view word, std::size_t count) {
    std::size_t end = 0;
    for (; end < word.size() && count > 0; --count)
        end += code_point_at(word, end).length;
    return std::string(word.substr(0, end));
}

std::string last_characters(std::string_view word, std::size_t count) {
    std::size_t begin = word.size();
    for (; begin > 0 && count > 0; --count) {
        begin = character_begin(word, begin - 1);
    }
    return std::string(word.substr(begin));
}

struct Accent {
    char32_t mark;
    char digit;
};

constexpr std::array<Accent, 8> accents{{
    {0x0300, '2'},  // huyền
    {0x0301, '1'},  // sắc
    {0x0302, '6'},  // circumflex
    {0x0303, '4'},  // ngã
    {0x0306, '8'},  // breve
    {0x0309, '3'},  // hỏi
    {0x031B, '7'},  // horn
    {0x0323, '5'},  // nặng
}};

}  // namespace

bool is_part(std::string_view term) {
    return std::ranges::any_of(std::array{beginning_mark, end_mark, kin_beginning_mark, kin_end_mark},
                               [&](std::string_view mark) { return term.ends_with(mark); });
}

LetterParts::LetterParts(Analysis analysis) {
    if (analysis <= plain_analysis || analysis == analysis_of("vi")) return;
    const std::string_view language = language_of(analysis);
    const bool front = std::ranges::find(change_in_front, language) != change_in_front.end();
    beginnings_ = !front;
    ends_ = front || language == "und";
    kin_ = !Stemmer::knows(language);
}

std::vector<Part> LetterParts::of(std::string_view term) const {
    std::vector<Part> out;
    if (is_part(term)) return out;
    if (term.ends_with(end_of_term)) term.remove_suffix(end_of_term.size());
    const auto add = [&](std::string part, std::string_view mark) {
        std::string marked = part + std::string(mark);
        out.push_back({std::move(marked), closed_term(std::move(part)), kin_});
    };
    if (beginnings_) add(first_characters(term, part_length), kin_ ? kin_beginning_mark : beginning_mark);
    if (ends_) add(last_characters(term, part_length), kin_ ? kin_end_mark : end_mark);
    return out;
}

std::string written_part(std::string_view word) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = code_point_at(word, at);
        const std::string_view bytes = word.substr(at, point.length);
        at += point.length;
        std::array<utf8proc_int32_t, 8> parts{};
        int boundary = 0;
        const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(point.value), parts.data(),
                                                   parts.size(), UTF8PROC_DECOMPOSE, &boundary);
        out += fold_word(bytes);
        if (point.value == 0x0110 || point.value == 0x0111) out += '9';  // đ
        for (auto i = 0; i < std::clamp<utf8proc_ssize_t>(count, 0, parts.size()); ++i) {
            const auto mark = std::ranges::find(
                accents, static_cast<char32_t>(parts.at(static_cast<std::size_t>(i))), &Accent::mark);
            if (mark != accents.end()) out += mark->digit;
        }
    }
    return out + std::string(beginning_mark);
}

}  // namespace newsarc::text
