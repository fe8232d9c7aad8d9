#include "text/unicode/letters.hpp"

#include "text/unicode/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace newsarc::text {
namespace {

enum class Kind : std::uint8_t { separator, word, joiner, high };

constexpr std::array<Kind, 256> kinds = [] {
    std::array<Kind, 256> table{};
    for (std::size_t c = 0; c < 256; ++c) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            table[c] = Kind::word;
        else if (c == '\'' || c == '-')
            table[c] = Kind::joiner;
        else if (c >= 0x80)
            table[c] = Kind::high;
    }
    return table;
}();

constexpr char32_t right_quote = 0x2019;

}  // namespace

bool is_ideograph(char32_t c) {
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

std::int64_t count_words(const Article& article) {
    return static_cast<std::int64_t>(count_words(article.headline.value_or("")) + count_words(article.body));
}

bool is_word_character(char32_t c) {
    if (c < 0x80) return kinds[c] == Kind::word;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO: return true;
        default: return false;
    }
}

namespace {

constexpr std::size_t block = 64;

/// Counts words that may go on over the ends of the pieces it is given.
class WordCounter {
public:
    void take(Kind kind) {
        if (kind == Kind::word) {
            words_ += !inside_ && !joined_;
            inside_ = true;
            joined_ = false;
        } else {
            joined_ = kind == Kind::joiner && inside_;
            inside_ = false;
        }
    }

    /// 64 bytes of ASCII: what take() would make of them one by one, written so that compilers
    /// make vector code of it. A word begins at a letter that has neither a letter before it nor
    /// a joiner with a letter before that.
    void take_block(const char* bytes) {
        std::array<std::uint8_t, block + 2> word{};
        std::array<std::uint8_t, block + 2> joiner{};
        word[0] = joiner[1] = static_cast<std::uint8_t>(joined_);
        word[1] = static_cast<std::uint8_t>(inside_);
        for (std::size_t i = 0; i < block; ++i) {
            const auto c = static_cast<std::uint8_t>(bytes[i]);
            const auto letter = static_cast<std::uint8_t>(static_cast<std::uint8_t>(c | 0x20U) - 'a');
            const auto digit = static_cast<std::uint8_t>(c - '0');
            word[i + 2] = static_cast<std::uint8_t>((letter < 26) | (digit < 10));
            joiner[i + 2] = static_cast<std::uint8_t>((c == '\'') | (c == '-'));
        }
        std::uint8_t begun = 0;
        for (std::size_t i = 2; i < block + 2; ++i)
            begun = static_cast<std::uint8_t>(
                begun + (word[i] & (word[i - 1] ^ 1U) & ((joiner[i - 1] & word[i - 2]) ^ 1U)));
        words_ += begun;
        inside_ = word[block + 1] != 0;
        joined_ = joiner[block + 1] != 0 && word[block] != 0;
    }

    void take_ideograph() {
        take(Kind::separator);
        ++words_;
    }

    [[nodiscard]] std::size_t count() const { return words_; }

private:
    std::size_t words_ = 0;
    bool inside_ = false;  // the last character was of a word
    bool joined_ = false;  // it was a joiner, and the one before it of a word
};

bool is_ascii_block(const char* bytes) {
    std::uint8_t all = 0;
    for (std::size_t i = 0; i < block; ++i)
        all |= static_cast<std::uint8_t>(bytes[i]);
    return all < 0x80;
}

}  // namespace

std::size_t count_words(std::string_view text) {
    WordCounter counter;
    for (std::size_t at = 0; at < text.size();) {
        if (at + block <= text.size() && is_ascii_block(text.data() + at)) {
            counter.take_block(text.data() + at);
            at += block;
            continue;
        }
        const std::size_t end = std::min(text.size(), at + block);
        while (at < end) {
            const Kind kind = kinds[static_cast<unsigned char>(text[at])];
            if (kind != Kind::high) {
                counter.take(kind);
                ++at;
                continue;
            }
            const CodePoint point = code_point_at(text, at);
            at += point.length;
            if (is_ideograph(point.value))
                counter.take_ideograph();
            else if (point.value == right_quote)
                counter.take(Kind::joiner);
            else
                counter.take(is_word_character(point.value) ? Kind::word : Kind::separator);
        }
    }
    return counter.count();
}

}  // namespace newsarc::text
