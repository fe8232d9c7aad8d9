#include "query/lexer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "query/dates.hpp"
#include "text/unicode/utf8.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::query {
namespace {

bool is_blank(char32_t point) {
    return point <= ' ' || point == 0x7F || point == 0x85 || point == 0xA0 || point == 0x1680 ||
           (point >= 0x2000 && point <= 0x200B) || point == 0x2028 || point == 0x2029 || point == 0x202F ||
           point == 0x205F || point == 0x3000 || point == 0xFEFF;
}

bool is_quote(char32_t point) {
    return point == '"' || (point >= 0x201C && point <= 0x201F) || point == 0xFF02;
}

/// Bytes of a double quote at `at`, 0 when there is none.
std::size_t quote_length(std::string_view text, std::size_t at) {
    const auto point = text::code_point_at(text, at);
    return point.length > 0 && is_quote(point.value) ? point.length : 0;
}

class Lexer {
public:
    explicit Lexer(std::string_view query) : query_(query) {
        for (std::size_t at = 0; at < query_.size();) {
            const std::size_t length = quote_length(query_, at);
            if (length > 0) last_quote_ = at;
            at += std::max<std::size_t>(length, 1);
        }
    }

    std::vector<Token> run() {
        while (at_ < query_.size()) {
            const auto point = text::code_point_at(query_, at_);
            if (is_blank(point.value)) {
                at_ += point.length;
            } else {
                lex_chunk();
            }
        }
        return std::move(tokens_);
    }

private:
    /// What begins at a word's beginning: operators that stand before something, then that.
    void lex_chunk() {
        if (quote_length(query_, at_) > 0) return lex_quoted();
        const char c = query_[at_];
        if (c == '(') return push(TokenKind::open, 1);
        if (c == ')') return push(TokenKind::close, 1);
        if ((c == '+' || c == '-') && operand_follows(at_ + 1)) {
            return push(c == '+' ? TokenKind::plus : TokenKind::minus, 1);
        }
        if (const std::size_t length = foreign_length()) return push(TokenKind::foreign, length);
        if (const auto field = field_before_value()) {
            push(TokenKind::field, query_.find(':', at_) + 1 - at_);
            tokens_.back().field = *field;
            if (info(*field).kind != FieldKind::text && query_[at_] != '(') lex_value(info(*field).kind);
            return;
        }
        lex_word();
    }

    /// Bytes of an operator of another query language, 0 where there is none.
    std::size_t foreign_length() const {
        const std::string_view rest = query_.substr(at_);
        if (rest[0] == '!') return operand_follows(at_ + 1) ? 1 : 0;
        if (rest.starts_with("&&") || rest.starts_with("||"))
            return rest.size() > 2 && rest[2] == ' ' && !tokens_.empty() ? 2 : 0;
        const bool behind_phrase =
            !tokens_.empty() && tokens_.back().kind == TokenKind::phrase && quote_length(query_, at_ - 1) > 0;
        if (rest[0] == '*' && behind_phrase) return 1;
        if (rest[0] != '~' || !behind_phrase) return 0;
        const std::size_t end = std::min(rest.find_first_not_of("0123456789", 1), rest.size());
        return end > 1 ? end : 0;
    }

    void push(TokenKind kind, std::size_t length) {
        tokens_.push_back({kind, std::string(query_.substr(at_, length)), at_});
        at_ += length;
    }

    void lex_quoted() {
        const std::size_t begin = at_;
        const std::size_t length = quote_length(query_, at_);
        if (begin == last_quote_) return push(TokenKind::open_quote, length);
        at_ += length;
        const std::size_t inside = at_;
        while (quote_length(query_, at_) == 0)
            ++at_;
        const std::string_view text = query_.substr(inside, at_ - inside);
        at_ += quote_length(query_, at_);
        if (text::has_word(text)) tokens_.push_back({TokenKind::phrase, std::string(text), begin});
    }

    /// Up to the next blank or quote; parentheses at the end are operators again.
    std::size_t end_of_word(std::size_t begin) const {
        std::size_t end = begin;
        while (end < query_.size()) {
            const auto point = text::code_point_at(query_, end);
            if (is_blank(point.value) || (is_quote(point.value) && end > begin)) break;
            end += point.length;
        }
        const std::string_view word = query_.substr(begin, end - begin);
        auto unopened = std::ranges::count(word, ')') - std::ranges::count(word, '(');
        while (unopened-- > 0 && query_[end - 1] == ')')
            --end;
        return end;
    }

    void lex_word() {
        const std::size_t end = std::max(end_of_word(at_), at_ + 1);
        std::string_view word = query_.substr(at_, end - at_);
        if (const auto op = operator_named(word)) {
            push(*op, word.size());
            if (*op == TokenKind::near_op) tokens_.back().distance = near_distance(word);
            return;
        }
        const bool wildcard = is_wildcard(word);
        const bool prefix =
            !wildcard && word.size() > 1 && word.back() == '*' && word.find('*') == word.size() - 1;
        if (prefix) word.remove_suffix(1);
        if (text::has_word(word)) {
            const TokenKind joined = prefix ? TokenKind::prefix : TokenKind::word;
            tokens_.push_back({wildcard ? TokenKind::wildcard : joined, std::string(word), at_});
        }
        at_ = end;
    }

    /// The value of a field that takes no words: as it stands, `*` at its end included.
    void lex_value(FieldKind kind) {
        if (quote_length(query_, at_) > 0 && at_ != last_quote_) return lex_quoted();
        const std::size_t end = std::max(end_of_word(at_), at_ + 1);
        push(TokenKind::word, (kind == FieldKind::date ? end_of_date(end) : end) - at_);
    }

    /// A date may be of several words, `march 2025` or `2025-01 .. 2025-03`: as many as make one. What
    /// begins with a date in numbers is that date alone, unless a range goes on.
    std::size_t end_of_date(std::size_t first_end) const {
        constexpr int most_words = 6;
        constexpr std::int64_t some_time = 0;
        const auto date = [&](std::size_t end) {
            return parse_interval(query_.substr(at_, end - at_), some_time).has_value();
        };
        const bool complete = query_[at_] >= '0' && query_[at_] <= '9' && date(first_end);
        std::size_t best = first_end;
        std::size_t end = first_end;
        for (int words = 1; words < most_words && end < query_.size() && query_[end] == ' '; ++words) {
            end = end_of_word(end + 1);
            const bool range = query_.substr(at_, end - at_).find("..") != std::string_view::npos;
            if ((range || !complete) && date(end)) best = end;
        }
        return best;
    }

    /// `*prom`, `gaz?rom`: a sign that stands for other letters before or between those of one word. A
    /// question mark at the end of a word is what it looks like.
    static bool is_wildcard(std::string_view word) {
        if (word.find_first_of(".,:;/&=#%@_-+()") != std::string_view::npos) return false;
        for (std::size_t at = word.find_first_of("*?"); at != std::string_view::npos;
             at = word.find_first_of("*?", at + 1)) {
            if (word[at] == '?' && at == 0) continue;
            const std::size_t letter = word.find_first_not_of("*?", at);
            if (letter == std::string_view::npos) return false;
            if (text::has_word(word.substr(letter, text::code_point_at(word, letter).length))) return true;
        }
        return false;
    }

    static std::optional<TokenKind> operator_named(std::string_view word) {
        if (word == "AND") return TokenKind::and_op;
        if (word == "OR") return TokenKind::or_op;
        if (word == "NOT") return TokenKind::not_op;
        if (word == "NEAR") return TokenKind::near_op;
        const bool numbered =
            word.starts_with("NEAR/") && word.size() > 5 && word.size() <= 10 &&
            std::all_of(word.begin() + 5, word.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (numbered) return TokenKind::near_op;
        return std::nullopt;
    }

    static int near_distance(std::string_view word) {
        int distance = default_near_distance;
        if (word.size() > 5) std::from_chars(word.data() + 5, word.data() + word.size(), distance);
        return std::clamp(distance, 0, max_near_distance);
    }

    /// True when something to look for stands at `at`: not a blank, an end, or punctuation alone.
    bool operand_follows(std::size_t at) const {
        if (at >= query_.size()) return false;
        const auto point = text::code_point_at(query_, at);
        if (point.value == '(' || is_quote(point.value)) return true;
        return text::has_word(query_.substr(at, point.length));
    }

    std::optional<Field> field_before_value() const {
        constexpr std::size_t longest = 60;  // of the name of an extra text; fields have shorter ones
        const std::size_t colon = query_.substr(at_, longest).find_first_of(": \t\n\"()");
        if (colon == std::string_view::npos || query_[at_ + colon] != ':') return std::nullopt;
        const auto field = field_named(query_.substr(at_, colon));
        const std::size_t value = at_ + colon + 1;
        if (!field || value >= query_.size()) return std::nullopt;
        const bool dots = query_.substr(value).starts_with("..");                  // published:..2025
        const bool wildcard = query_[value] == '*' && operand_follows(value + 1);  // headline:*prom
        return operand_follows(value) || dots || wildcard ? field : std::nullopt;
    }

    std::string_view query_;
    std::size_t at_ = 0;
    std::size_t last_quote_ = std::string_view::npos;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> lex(std::string_view query) {
    return Lexer(query).run();
}

}  // namespace newsarc::query
