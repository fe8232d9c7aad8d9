#include "text/likeness/shingles.hpp"

#include "text/analysis/fold_word.hpp"
#include "text/unicode/utf8.hpp"
#include "text/unicode/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace newsarc::text {
namespace {

// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/).
constexpr std::uint64_t fnv_basis = 0xCBF29CE484222325;
constexpr std::uint64_t fnv_prime = 0x100000001B3;

constexpr std::uint64_t hash_bytes(std::string_view bytes) {
    std::uint64_t hash = fnv_basis;
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * fnv_prime;
    return hash;
}

/// Any bit of the input moves any bit of the output (the last steps of MurmurHash3).
constexpr std::uint64_t mixed(std::uint64_t hash) {
    hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
    hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
    return hash ^ (hash >> 33);
}

/// One word of a text, folded.
struct Token {
    std::uint64_t hash = 0;
    bool has_digit = false;
};

constexpr char separator = 0;
constexpr char not_ascii = 1;

/// What becomes of each byte: a digit or lower-case letter, or one of the two above.
constexpr auto folded_ascii = [] {
    std::array<char, 256> out{};
    for (std::size_t byte = 0; byte < out.size(); ++byte) {
        const auto c = static_cast<char>(byte);
        if (byte >= 0x80) {
            out[byte] = not_ascii;
        } else if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
            out[byte] = c;
        } else if (c >= 'A' && c <= 'Z') {
            out[byte] = static_cast<char>(c - 'A' + 'a');
        }
    }
    return out;
}();

constexpr bool is_blank(char c) {
    return c == ' ' || c == '\n';
}

/// A separator behind the end.
char folded_at(std::string_view text, std::size_t at) {
    return at < text.size() ? folded_ascii[static_cast<unsigned char>(text[at])] : separator;
}

Token token_of(std::string_view word) {
    Token token{fnv_basis, false};
    for (const char byte : word) {
        const char c = folded_ascii[static_cast<unsigned char>(byte)];
        token.has_digit = token.has_digit || (c >= '0' && c <= '9');
        token.hash = (token.hash ^ static_cast<unsigned char>(c)) * fnv_prime;
        if (c == not_ascii) return {hash_bytes(fold_word(word)), token.has_digit};
    }
    return token;
}

void add_words(std::string_view text, std::vector<Token>& out) {
    for (const Word& word : words(text)) {
        const std::string_view run = text.substr(word.begin, word.end - word.begin);
        if (word.kind == WordKind::plain) {
            out.push_back(token_of(run));
        } else if (word.kind == WordKind::acronym) {
            out.push_back(token_of(letters_of(run)));
        } else {
            for (std::size_t at = 0; at < run.size();) {
                const CodePoint point = code_point_at(run, at);
                out.push_back({hash_bytes(run.substr(at, point.length)), false});
                at += point.length;
            }
        }
    }
}

/// The tokens of a text, by words(); most stretches between blanks are ASCII without a dot in the
/// middle, and are read without its help.
std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> out;
    out.reserve(text.size() / 5);
    for (std::size_t at = 0; at < text.size();) {
        if (is_blank(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        const std::size_t first = out.size();
        bool plain = true;
        while (at < text.size() && !is_blank(text[at])) {
            char c = folded_at(text, at);
            if (c == separator || c == not_ascii) {
                plain = plain && c == separator;
                ++at;
                continue;
            }
            std::uint64_t hash = fnv_basis;
            bool has_digit = false;
            for (; c != separator && c != not_ascii; c = folded_at(text, ++at)) {
                has_digit = has_digit || c <= '9';
                hash = (hash ^ static_cast<unsigned char>(c)) * fnv_prime;
            }
            out.push_back({hash, has_digit});
            const bool dot = at + 1 < text.size() && text[at] == '.' && !is_blank(text[at + 1]);
            plain = plain && !dot;
        }
        if (plain) continue;
        out.resize(first);
        add_words(text.substr(begin, at - begin), out);
    }
    return out;
}

constexpr std::array<std::string_view, 31> number_words{
    "one",       "two",      "three",    "four",    "five",     "six",      "seven",   "eight",
    "nine",      "ten",      "eleven",   "twelve",  "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen", "twenty",  "thirty",   "forty",    "fifty",   "sixty",
    "seventy",   "eighty",   "ninety",   "hundred", "thousand", "million",  "billion"};

constexpr auto number_hashes = [] {
    std::array<std::uint64_t, number_words.size()> out{};
    std::ranges::transform(number_words, out.begin(), hash_bytes);
    return out;
}();

bool is_number(const Token& token) {
    return token.has_digit || std::ranges::find(number_hashes, token.hash) != number_hashes.end();
}

void add_shingles(const std::vector<Token>& tokens, std::vector<std::uint64_t>& out) {
    for (std::size_t i = 0; i + shingle_words <= tokens.size(); ++i) {
        std::uint64_t hash = 0;
        for (std::size_t k = i; k < i + shingle_words; ++k)
            hash = hash * fnv_prime + tokens[k].hash;
        out.push_back(mixed(hash));
    }
}

/// True when one is the other with some left out.
bool is_part(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    const auto& fewer = a.size() <= b.size() ? a : b;
    const auto& more = a.size() <= b.size() ? b : a;
    auto next = fewer.begin();
    for (const std::uint64_t each : more) {
        if (next != fewer.end() && *next == each) ++next;
    }
    return next == fewer.end();
}

}  // namespace

Shingles shingles(std::string_view headline, std::string_view body) {
    const std::vector<Token> in_headline = tokens_of(headline);
    const std::vector<Token> in_body = tokens_of(body);
    Shingles out;
    out.hashes.reserve(in_headline.size() + in_body.size());
    add_shingles(in_headline, out.hashes);
    add_shingles(in_body, out.hashes);
    if (in_headline.size() + in_body.size() > short_text_words) return out;
    out.numbers.emplace();
    for (const auto* tokens : {&in_headline, &in_body}) {
        for (const Token& token : *tokens) {
            if (is_number(token)) out.numbers->push_back(token.hash);
        }
    }
    return out;
}

ShingleSet as_set(Shingles shingles) {
    ShingleSet out{std::move(shingles.hashes), std::move(shingles.numbers)};
    std::ranges::sort(out.hashes);
    out.hashes.erase(std::unique(out.hashes.begin(), out.hashes.end()), out.hashes.end());
    return out;
}

double similarity(const ShingleSet& a, const ShingleSet& b) {
    if (a.hashes.size() < least_shingles || b.hashes.size() < least_shingles) return 0;
    if (a.numbers && b.numbers && !is_part(*a.numbers, *b.numbers)) return 0;
    std::size_t shared = 0;
    for (auto x = a.hashes.begin(), y = b.hashes.begin(); x != a.hashes.end() && y != b.hashes.end();) {
        if (*x == *y) {
            ++shared;
            ++x;
            ++y;
        } else if (*x < *y) {
            ++x;
        } else {
            ++y;
        }
    }
    return static_cast<double>(shared) / static_cast<double>(a.hashes.size() + b.hashes.size() - shared);
}

std::vector<std::int32_t> sketch(const Shingles& shingles) {
    static_assert(sketch_size <= least_shingles);
    std::array<std::uint64_t, least_shingles> smallest{};  // ascending, each once
    std::size_t count = 0;
    for (const std::uint64_t hash : shingles.hashes) {
        if (count == smallest.size() && hash >= smallest.back()) continue;
        const auto end = smallest.begin() + static_cast<std::ptrdiff_t>(count);
        const auto at = std::lower_bound(smallest.begin(), end, hash);
        if (at != end && *at == hash) continue;
        if (count < smallest.size()) ++count;
        std::move_backward(at, smallest.begin() + static_cast<std::ptrdiff_t>(count) - 1,
                           smallest.begin() + static_cast<std::ptrdiff_t>(count));
        *at = hash;
    }
    std::vector<std::int32_t> out;
    if (count < least_shingles) return out;
    // The lower half of the bits: that the upper ones are small says nothing any more.
    for (std::size_t i = 0; i < sketch_size; ++i)
        out.push_back(static_cast<std::int32_t>(static_cast<std::uint32_t>(smallest[i])));
    return out;
}

namespace {

constexpr int class_shift = 58;  // the upper six of 64 bits
constexpr std::uint64_t byte_values = 255;

/// Classes that must be filled in either article for an estimate.
constexpr int least_filled = 48;

}  // namespace

Signature signature(const Shingles& shingles) {
    Signature out{};
    std::array<std::uint64_t, std::tuple_size_v<Signature>> smallest{};
    for (const std::uint64_t hash : shingles.hashes) {
        const std::size_t its_class = hash >> class_shift;
        if (out[its_class] != 0 && hash >= smallest[its_class]) continue;
        smallest[its_class] = hash;
        out[its_class] = static_cast<std::uint8_t>(1 + hash % byte_values);
    }
    return out;
}

std::optional<double> estimated_similarity(const Signature& a, const Signature& b) {
    int filled = 0;
    int same = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        filled += a[i] != 0 || b[i] != 0 ? 1 : 0;
        same += a[i] != 0 && a[i] == b[i] ? 1 : 0;
    }
    if (filled < least_filled) return std::nullopt;
    return static_cast<double>(same) / filled;
}

}  // namespace newsarc::text
