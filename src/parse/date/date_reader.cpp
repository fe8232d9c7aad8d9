#include "parse/date/date_reader.hpp"

#include "parse/date/date_words.hpp"
#include "parse/line/scan.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::parsing {
namespace {

/// Digits of ASCII, Arabic, Persian, Devanagari, Bengali, Thai and full-width writing.
std::optional<int> digit_value(char32_t c) {
    for (const char32_t zero : {U'0', U'\u0660', U'\u06F0', U'\u0966', U'\u09E6', U'\u0E50', U'\uFF10'}) {
        if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
    }
    return std::nullopt;
}

}  // namespace

void DateReader::skip(std::u32string_view characters) {
    while (at_ < text_.size()) {
        const auto point = code_point_at(text_, at_);
        if (!is_space(point.value) && characters.find(point.value) == std::u32string_view::npos) break;
        at_ += point.length;
    }
}

bool DateReader::one_of(std::u32string_view characters) {
    const auto point = code_point_at(text_, at_);
    if (point.length == 0 || characters.find(point.value) == std::u32string_view::npos) return false;
    at_ += point.length;
    return true;
}

std::optional<Number> DateReader::number() {
    Number number;
    std::size_t place = at_;
    while (place < text_.size() && number.digits < 5) {
        const auto point = code_point_at(text_, place);
        const auto digit = digit_value(point.value);
        if (!digit) break;
        number.value = number.value * 10 + *digit;
        ++number.digits;
        place += point.length;
    }
    if (number.digits == 0 || number.digits > 4) return std::nullopt;
    at_ = place;
    return number;
}

std::string DateReader::word() {
    constexpr std::size_t longest = 60;
    const std::size_t begin = at_;
    std::string ascii;
    while (at_ < text_.size() && at_ - begin < longest && is_ascii_alpha(text_[at_]))
        ascii += ascii_lower(text_[at_++]);
    if (at_ >= text_.size() || is_ascii(text_[at_])) return ascii;
    while (at_ < text_.size() && at_ - begin < longest) {
        const auto point = code_point_at(text_, at_);
        if (!text::is_word_character(point.value) || digit_value(point.value)) break;
        at_ += point.length;
    }
    return at_ == begin ? std::string() : text::fold(text_.substr(begin, at_ - begin));
}

std::string DateReader::name() {
    std::string found = word();
    if (!begins_date_name(found)) return found;
    const std::size_t place = at_;
    one_of(U" ");
    const std::string two = found + " " + word();
    if (month_of(two) || weekday_of(two)) return two;
    at_ = place;
    return found;
}

bool DateReader::at_boundary() const {
    return at_ >= text_.size() || !text::is_word_character(code_point_at(text_, at_).value);
}

void DateReader::skip_fillers() {
    for (int i = 0; i < 3; ++i) {
        const std::size_t place = at_;
        if (!is_date_filler(word()) || !at_boundary()) {
            at_ = place;
            return;
        }
        skip(U",.:");
    }
}

}  // namespace newsarc::parsing
