#include "parse/page/look.hpp"

#include "parse/line/scan.hpp"
#include "text/unicode/letters.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <limits>

namespace newsarc::parsing {
namespace {

enum Sign : std::uint8_t { other, lower, upper, digit, blank, stop, comma, bar, mark, closer };

constexpr std::array<Sign, 128> signs = [] {
    std::array<Sign, 128> table{};
    for (std::size_t c = 'a'; c <= 'z'; ++c)
        table[c] = lower;
    for (std::size_t c = 'A'; c <= 'Z'; ++c)
        table[c] = upper;
    for (std::size_t c = '0'; c <= '9'; ++c)
        table[c] = digit;
    for (const unsigned char c : {' ', '\t'})
        table[c] = blank;
    for (const unsigned char c : {'.', '!', '?'})
        table[c] = stop;
    for (const unsigned char c : {',', ';'})
        table[c] = comma;
    for (const unsigned char c : {'|', '/'})
        table[c] = bar;
    for (const unsigned char c : {'"', '\'', ')', ']', '*', '}'})
        table[c] = closer;
    table[':'] = mark;
    return table;
}();

/// The sign of a character above ASCII.
Sign sign_of(char32_t c) {
    constexpr std::u32string_view stops = U"\u3002\uFF0E\uFF01\uFF1F\u0964\u061F\u06D4\u0589\u1362\u2026";
    constexpr std::u32string_view commas = U"\u3001\uFF0C\u060C\u061B";
    constexpr std::u32string_view bars = U"\u2022\u00B7\u00BB\u203A\u2013\u2014\u25CF\u2192";
    constexpr std::u32string_view closers = U"\u2019\u201D\u201C\u00AB\u300D\u300F\uFF09";
    if (stops.find(c) != std::u32string_view::npos) return stop;
    if (is_space(c)) return blank;
    if (bars.find(c) != std::u32string_view::npos) return bar;
    if (commas.find(c) != std::u32string_view::npos) return comma;
    if (closers.find(c) != std::u32string_view::npos) return closer;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LT: return upper;
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC: return lower;
        case UTF8PROC_CATEGORY_ND: return digit;
        default: return other;
    }
}

void count(std::uint16_t& field) {
    if (field < std::numeric_limits<std::uint16_t>::max()) ++field;
}

class Looker {
public:
    explicit Looker(std::string_view text) : text_(text) {}

    Look run() {
        for (std::size_t at = 0; at < text_.size();) {
            const auto byte = static_cast<unsigned char>(text_[at]);
            if (byte < 0x80) {
                step(signs[byte], byte);
                ++at;
                continue;
            }
            const auto point = code_point_at(text_, at);
            if (text::is_ideograph(point.value)) {
                end_word();
                count(look_.words);
                look_.width += 3;
                last_ = lower;
            } else {
                step(sign_of(point.value), point.value);
            }
            at += point.length;
        }
        end_word();
        finish();
        return look_;
    }

private:
    void step(Sign sign, char32_t c) {
        ++look_.width;
        const bool letter = sign == lower || sign == upper || sign == digit;
        if (letter) {
            if (length_ == 0) begin_word(sign);
            ++length_;
            small_ = small_ || sign == lower;
            fused_ = fused_ || (sign == upper && last_ == lower && length_ > 3);
        } else {
            end_word();
        }
        switch (sign) {
            case stop: stopped_ = true; break;
            case blank:
                after_stop_ = after_stop_ || stopped_;
                stopped_ = false;
                break;
            case comma: count(look_.commas); break;
            case bar: count(look_.bars); break;
            case closer: break;
            default: stopped_ = false; break;
        }
        if (c == '@') look_.address = true;
        last_ = sign;
    }

    void begin_word(Sign sign) {
        if (look_.words == 0) look_.begins_lower = sign == lower;
        // A sentence ends where what follows does not begin with a small letter.
        if (after_stop_ && sign != lower) count(look_.stops);
        after_stop_ = stopped_ = false;
        count(look_.words);
        if (sign == upper) count(look_.capitals);
        if (sign == lower) count(look_.lower);
        if (sign == digit) count(look_.numbers);
        first_ = sign;
        small_ = false;
        fused_ = false;
    }

    void end_word() {
        if (length_ > 1 && first_ == upper && !small_) count(look_.shouted);
        if (fused_) count(look_.fused);
        fused_ = false;
        length_ = 0;
    }

    void finish() {
        if (look_.words == 0) return;
        constexpr std::u32string_view quotes = U"\"'\u2018\u201C\u00AB\u201E\u300C\u2013\u2014-\u00BB";
        const char32_t first = code_point_at(text_, 0).value;
        look_.speech = quotes.find(first) != std::u32string_view::npos;
        look_.bullet = !look_.speech && !text::is_word_character(first) && first != '(' && first != '[' &&
                       first != '$' && first != U'\u00BF' && first != U'\u00A1' && first != U'\u20AC' &&
                       first != U'\u00A3' && first != U'\u00A9';
        const std::string_view end = trim(text_);
        look_.cells = text_.find('\t') != std::string_view::npos;
        look_.begins_digit = is_digit(text_.front());
        look_.bracketed = end.ends_with(')') || end.ends_with(']');
        look_.asks = end.ends_with('?') || end.ends_with("\xEF\xBC\x9F") || end.ends_with("\xD8\x9F");
        look_.colon = end.ends_with(':') || end.ends_with("\xEF\xBC\x9A");
        look_.sentence = (stopped_ || after_stop_) && !end.ends_with("...");
        if (look_.sentence) count(look_.stops);
        look_.address = look_.address || text_.find("://") != std::string_view::npos ||
                        text_.find("www.") != std::string_view::npos;
    }

    std::string_view text_;
    Look look_;
    Sign last_ = other;
    Sign first_ = other;
    std::size_t length_ = 0;  // of the word
    bool small_ = false;      // the word holds a small letter
    bool fused_ = false;
    bool stopped_ = false;     // a sentence's mark was the last that counts
    bool after_stop_ = false;  // and a blank followed
};

}  // namespace

Look look_at(std::string_view text) {
    return Looker(text).run();
}

}  // namespace newsarc::parsing
