#include "text/likeness/shingles.hpp"

#include "text/analysis/fold_word.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/eight_bytes.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace newsarc::text {
namespace {

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

/// Of eight bytes at a time: small letters and digits of ASCII have the bit that capitals lack.
Token ascii_token(std::string_view word) {
    constexpr std::uint64_t small = 0x2020202020202020;
    constexpr std::uint64_t letter = 0x4040404040404040;
    std::uint64_t all = letter;
    const std::uint64_t hash = hash_of_eights(word, [&](std::uint64_t eight) {
        all &= eight;
        return eight | small;
    });
    return {hash, all != letter};
}

Token folded_token(std::string_view folded) {
    return {hash_of_eights(folded, [](std::uint64_t eight) { return eight; }),
            std::ranges::any_of(folded, is_digit)};
}

Token token_of(std::string_view word) {
    return std::ranges::all_of(word, is_ascii) ? ascii_token(word) : folded_token(fold_word(word));
}

std::vector<Token> tokens_of(std::string_view text, const std::vector<Word>& words) {
    std::vector<Token> out;
    out.reserve(words.size());
    for (const Word& word : words) {
        const std::string_view run = text.substr(word.begin, word.end - word.begin);
        if (word.kind == WordKind::plain) {
            out.push_back(token_of(run));
        } else if (word.kind == WordKind::acronym) {
            out.push_back(token_of(letters_of(run)));
        } else {
            for (std::size_t at = 0; at < run.size();) {
                const CodePoint point = code_point_at(run, at);
                out.push_back(folded_token(run.substr(at, point.length)));
                at += point.length;
            }
        }
    }
    return out;
}

constexpr std::array<std::string_view, 31> number_words{
    "one",       "two",      "three",    "four",    "five",     "six",      "seven",   "eight",
    "nine",      "ten",      "eleven",   "twelve",  "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen", "twenty",  "thirty",   "forty",    "fifty",   "sixty",
    "seventy",   "eighty",   "ninety",   "hundred", "thousand", "million",  "billion"};

bool is_number(const Token& token) {
    static const auto hashes = [] {
        std::array<std::uint64_t, number_words.size()> out{};
        std::ranges::transform(number_words, out.begin(), [](auto word) { return token_of(word).hash; });
        return out;
    }();
    return token.has_digit || std::ranges::find(hashes, token.hash) != hashes.end();
}

void add_shingles(const std::vector<Token>& tokens, std::vector<std::uint64_t>& out) {
    constexpr std::uint64_t factor = 0x100000001B3;
    for (std::size_t i = 0; i + shingle_words <= tokens.size(); ++i) {
        std::uint64_t hash = 0;
        for (std::size_t k = i; k < i + shingle_words; ++k)
            hash = hash * factor + tokens[k].hash;
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
    return shingles(read_words(headline), read_words(body));
}

Shingles shingles(const TextWords& headline, const TextWords& body) {
    const std::vector<Token> in_headline = tokens_of(headline.text, headline.words);
    const std::vector<Token> in_body = tokens_of(body.text, body.words);
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
