#include "query/parser.hpp"

#include <algorithm>

#include "query/lexer.hpp"
#include "query/operators.hpp"
#include "query/spoken_dates.hpp"

namespace newsarc::query {
namespace {

NodeKind node_kind(TokenKind kind) {
    if (kind == TokenKind::prefix) return NodeKind::prefix;
    if (kind == TokenKind::wildcard) return NodeKind::wildcard;
    return kind == TokenKind::phrase ? NodeKind::phrase : NodeKind::word;
}

bool is_number_or_uid(std::string_view text) {
    const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return text.size() >= (digits ? 1U : 6U) && text.size() <= 32 &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_leaf(NodeKind kind) {
    return kind == NodeKind::word || kind == NodeKind::prefix || kind == NodeKind::wildcard ||
           kind == NodeKind::phrase;
}

class Parser {
public:
    /// `query` holds what was told of the tokens.
    Parser(std::vector<Token> tokens, Query query, std::optional<std::int64_t> now)
        : tokens_(std::move(tokens)), now_(now), query_(std::move(query)) {}

    Query run() {
        query_.tree = parse_sequence(nullptr);
        return std::move(query_);
    }

private:
    bool at_end() const { return at_ >= tokens_.size(); }
    bool next_is(TokenKind kind) const { return !at_end() && tokens_[at_].kind == kind; }
    void note(std::string text) {
        if (std::ranges::find(query_.notes, text) == query_.notes.end()) {
            query_.notes.push_back(std::move(text));
        }
    }

    Node parse_sequence(const Token* field) {
        Node sequence;
        while (!at_end()) {
            if (next_is(TokenKind::close)) {
                if (depth_ > 0) break;
                note("a closing parenthesis without an opening one was left out");
                ++at_;
            } else {
                add(sequence, parse_any_of(field));
            }
        }
        return sequence;
    }

    /// AND demands its sides of the words around it too, so in a sequence they stand there
    /// themselves; and parentheses around a single thing change nothing.
    static void add(Node& sequence, std::optional<Node> item) {
        if (!item) return;
        if (item->kind == NodeKind::all_of && item->occur == Occur::optional) {
            for (Node& child : item->children) {
                if (child.occur == Occur::optional) child.occur = Occur::required;
                sequence.children.push_back(std::move(child));
            }
            return;
        }
        sequence.children.push_back(std::move(*item));
    }

    std::optional<Node> parse_any_of(const Token* field) {
        return parse_joined(TokenKind::or_op, NodeKind::any_of, [&] {
            return parse_joined(TokenKind::and_op, NodeKind::all_of, [&] { return parse_unary(field); });
        });
    }

    template <typename Operand>
    std::optional<Node> parse_joined(TokenKind op, NodeKind kind, Operand operand) {
        std::optional<Node> first = operand();
        if (!next_is(op)) return first;
        Node group;
        group.kind = kind;
        if (first) group.children.push_back(std::move(*first));
        while (next_is(op)) {
            ++at_;
            if (auto next = operand()) group.children.push_back(std::move(*next));
        }
        if (group.children.empty()) return std::nullopt;
        if (group.children.size() == 1) return std::move(group.children.front());
        return group;
    }

    std::optional<Node> parse_unary(const Token* field) {
        const Token& token = tokens_[at_];
        const bool excludes = token.kind == TokenKind::minus || token.kind == TokenKind::not_op;
        if (!excludes && token.kind != TokenKind::plus) return parse_near(field);
        ++at_;
        auto node = parse_near(field);
        if (!node) return std::nullopt;
        node->occur = excludes ? Occur::excluded : Occur::required;
        return node;
    }

    std::optional<Node> parse_near(const Token* field) {
        std::optional<Node> first = parse_primary(field);
        if (!first || !is_leaf(first->kind)) return first;
        Node group;
        group.kind = NodeKind::near;
        group.field = first->field;
        while (next_is(TokenKind::near_op)) {
            if (group.children.empty()) {
                first->field.reset();
                group.children.push_back(std::move(*first));
            }
            group.distance = std::max(group.distance, tokens_[at_].distance);
            ++at_;
            if (auto next = parse_primary(nullptr)) group.children.push_back(std::move(*next));
        }
        return group.children.empty() ? std::move(first) : std::move(group);
    }

    /// `field` is that of the group around it.
    std::optional<Node> parse_primary(const Token* field) {
        if (at_end() || next_is(TokenKind::close)) return std::nullopt;
        const Token& token = tokens_[at_++];
        if (is_leaf(token.kind)) {
            if (field == nullptr) return leaf(node_kind(token.kind), token.text, std::nullopt);
            if (info(field->field).kind == FieldKind::text)
                return leaf(node_kind(token.kind), token.text, field->field);
            return make_filter(*field, token);
        }
        if (token.kind == TokenKind::open) return parse_group(field);
        if (token.kind == TokenKind::field) return parse_primary(&token);
        return parse_primary(field);  // one more `+`, `-` or NOT
    }

    std::optional<Node> parse_group(const Token* field) {
        if (depth_ >= max_depth) {
            note("parentheses deeper than " + std::to_string(max_depth) + " were left out");
            return std::nullopt;
        }
        ++depth_;
        Node group = parse_sequence(field);
        --depth_;
        if (next_is(TokenKind::close)) {
            ++at_;
        } else {
            note("a parenthesis without a closing one reaches to the end");
        }
        if (group.children.empty()) return std::nullopt;
        if (group.children.size() == 1 && group.children[0].occur == Occur::optional) {
            return std::move(group.children[0]);
        }
        return group;
    }

    std::optional<Node> make_filter(const Token& name, const Token& value) {
        Node node;
        node.kind = NodeKind::filter;
        node.field = name.field;
        node.text = value.text;
        if (name.text.starts_with(extra_prefix))
            node.name = name.text.substr(extra_prefix.size(), name.text.size() - extra_prefix.size() - 1);
        if (value.kind == TokenKind::prefix) node.text += '*';
        bool understood = true;
        if (info(name.field).kind == FieldKind::date) {
            const auto interval = interval_of(name, value.text);
            understood = interval.has_value();
            if (understood) node.interval = *interval;
        } else if (info(name.field).kind == FieldKind::flag) {
            understood = is_flag(name.field, node.text);
        } else if (info(name.field).kind == FieldKind::number) {
            understood = is_number_or_uid(node.text);
        }
        if (understood) return count_leaf() ? std::optional(std::move(node)) : std::nullopt;
        const std::size_t quotes = value.kind == TokenKind::phrase ? 2 : 0;
        Mistake mistake = wrong_value(name, node.text, value.offset + node.text.size() + quotes);
        note(mistake.note());
        query_.mistakes.push_back(std::move(mistake));
        return leaf(NodeKind::word, name.text + node.text, std::nullopt);
    }

    /// `since:` and `until:` keep one end of the time they name.
    std::optional<Interval> interval_of(const Token& name, const std::string& value) {
        const bool range = value.find("..") != std::string::npos;
        const bool end_alone = name.field == Field::until && !range;
        const bool before = ends_before(std::string_view(name.text).substr(0, name.text.size() - 1));
        auto interval = parse_interval(end_alone && !before ? ".." + value : value, now_);
        if (!interval) return std::nullopt;
        if (is_ambiguous_date(value)) {
            note(value + " was read with the day before the month; " + to_iso_day(*interval) +
                 " leaves no doubt");
        }
        if (before) interval->end = interval->begin;
        if (name.field == Field::since) interval->end.reset();
        if (name.field == Field::until && interval->end) interval->begin.reset();
        return interval;
    }

    /// The first day of a time.
    static std::string to_iso_day(const Interval& interval) {
        DateTime day = from_unix_seconds(interval.begin ? *interval.begin : *interval.end - 1);
        day.precision = Precision::day;
        day.offset_minutes.reset();
        return to_iso(day);
    }

    std::optional<Node> leaf(NodeKind kind, std::string text, std::optional<Field> field) {
        if (!count_leaf()) return std::nullopt;
        Node node;
        node.kind = kind;
        node.field = field;
        node.text = std::move(text);
        return node;
    }

    bool count_leaf() {
        if (++leaves_ <= max_leaves) return true;
        note("only the first " + std::to_string(max_leaves) + " words were taken");
        return false;
    }

    std::vector<Token> tokens_;
    std::optional<std::int64_t> now_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::size_t leaves_ = 0;
    Query query_;
};

bool is_star(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    return first != std::string_view::npos && text[first] == '*' && text.find_last_not_of(blanks) == first;
}

}  // namespace

Query parse(std::string_view text, std::optional<std::int64_t> now) {
    const bool cut = text.size() > max_query_bytes;
    if (cut) text = text.substr(0, text.find_last_of(" \n\t", max_query_bytes));
    if (text.size() > max_query_bytes) text = text.substr(0, max_query_bytes);
    Query query;
    std::vector<Token> tokens = lex(text);
    query.mistakes = take_mistakes(text, tokens);
    settle_operators(tokens, query.notes);
    for (const Mistake& mistake : query.mistakes)
        query.notes.push_back(mistake.note());
    query = Parser(std::move(tokens), std::move(query), now).run();
    query.everything = is_star(text);
    if (cut) query.notes.insert(query.notes.begin(), "the query was cut to its first 64 KiB");
    return query;
}

}  // namespace newsarc::query
