#include "query/lexer.hpp"

#include "support/catch.hpp"

#include <map>
#include <string>

using namespace newsarc::query;

namespace {

/// Tokens as `kind:text`, a blank between.
std::string print(const std::string& query) {
    static const std::map<TokenKind, std::string> names{
        {TokenKind::word, "w"},
        {TokenKind::prefix, "prefix"},
        {TokenKind::wildcard, "wildcard"},
        {TokenKind::phrase, "phrase"},
        {TokenKind::open, "open"},
        {TokenKind::close, "close"},
        {TokenKind::plus, "plus"},
        {TokenKind::minus, "minus"},
        {TokenKind::field, "field"},
        {TokenKind::and_op, "and"},
        {TokenKind::or_op, "or"},
        {TokenKind::not_op, "not"},
        {TokenKind::near_op, "near"},
        {TokenKind::open_quote, "open_quote"},
        {TokenKind::foreign, "foreign"},
    };
    std::string out;
    for (const Token& token : lex(query)) {
        if (!out.empty()) out += ' ';
        out += names.at(token.kind);
        if (token.kind == TokenKind::near_op) out += '/' + std::to_string(token.distance);
        if (token.kind <= TokenKind::phrase) out += ':' + token.text;
        if (token.kind == TokenKind::field) out += ':' + std::string(info(token.field).name);
    }
    return out;
}

}  // namespace

TEST_CASE("queries are cut into tokens") {
    struct Row {
        std::string query, tokens;
    };
    for (const auto& row : {
             Row{"", ""},
             Row{" \t\n", ""},
             Row{"Taliban weapons", "w:Taliban w:weapons"},
             Row{"two\xC2\xA0words\xE3\x80\x80here", "w:two w:words w:here"},
             Row{"\"peace talks\"", "phrase:peace talks"},
             Row{"“peace talks”", "phrase:peace talks"},
             Row{"„Friede“", "phrase:Friede"},
             Row{"\"\" \"--\"", ""},
             Row{"\"unclosed one", "open_quote w:unclosed w:one"},
             Row{"a \"b c\"d", "w:a phrase:b c w:d"},
             Row{"5\" wide", "w:5 open_quote w:wide"},
             Row{"+a -b", "plus w:a minus w:b"},
             Row{"- a -- b --c -", "w:a w:b w:--c"},
             Row{"-(a) +\"b\"", "minus open w:a close plus phrase:b"},
             Row{"weap*", "prefix:weap"},
             Row{"*prom", "wildcard:*prom"},
             Row{"gaz?rom", "wildcard:gaz?rom"},
             Row{"in*tion*", "wildcard:in*tion*"},
             Row{"gaz?rom*", "wildcard:gaz?rom*"},
             Row{"headline:*prom", "field:headline wildcard:*prom"},
             Row{"who?", "w:who?"},
             Row{"?no", "w:?no"},
             Row{"a.b*c", "w:a.b*c"},
             Row{"credit:N*x", "field:credit w:N*x"},
             Row{"* w*p a**", "wildcard:w*p w:a**"},
             Row{"a AND b OR NOT c", "w:a and w:b or not w:c"},
             Row{"and or Not", "w:and w:or w:Not"},
             Row{"a NEAR b NEAR/3 c NEAR/99999 d", "w:a near/10 w:b near/3 w:c near/1000 w:d"},
             Row{"NEAR/x NEAR/123456", "w:NEAR/x w:NEAR/123456"},
             Row{"(a) (b", "open w:a close open w:b"},
             Row{"f(x) f(x", "w:f(x) w:f(x"},
             Row{"(f(x))", "open w:f(x) close"},
             Row{"))", "close close"},
             Row{"credit:NewsX", "field:credit w:NewsX"},
             Row{"-credit:\"News X\"", "minus field:credit phrase:News X"},
             Row{"headline:(a b)", "field:headline open w:a w:b close"},
             Row{"headline:peace*", "field:headline prefix:peace"},
             Row{"tag:af*", "field:tag w:af*"},
             Row{"published:..2025", "field:published w:..2025"},
             Row{"site:(a)", "field:site open w:a close"},
             Row{"author:Roe title:(a b)", "field:byline w:Roe field:headline open w:a w:b close"},
             Row{"since:march 2025 x", "field:since w:march 2025 w:x"},
             Row{"since:14 march x", "field:since w:14 march w:x"},
             Row{"since:2025 march", "field:since w:2025 w:march"},
             Row{"since:last week flood", "field:since w:last week w:flood"},
             Row{"published:2025-01 .. 2025-03 x", "field:published w:2025-01 .. 2025-03 w:x"},
             Row{"since:foo bar", "field:since w:foo w:bar"},
             Row{"!a \"b c\"~5 && d", "foreign w:a phrase:b c foreign foreign w:d"},
             Row{"Note: this", "w:Note: w:this"},
             Row{"body: this url:", "w:body: w:this w:url:"},
             Row{"http://example.org 10:30", "w:http://example.org w:10:30"},
             Row{"url:https://example.org/a", "field:url w:https://example.org/a"},
             Row{"U.S. Don't COVID-19", "w:U.S. w:Don't w:COVID-19"},
             Row{"… — & @", ""},
             Row{"中国 経済", "w:中国 w:経済"},
             Row{"-中国", "minus w:中国"},
             Row{"\xff\xfe a", "w:a"},
         }) {
        INFO(row.query);
        CHECK(print(row.query) == row.tokens);
    }
}

TEST_CASE("a token knows where it stands") {
    const auto tokens = lex("ab  -credit:x “y z”");
    REQUIRE(tokens.size() == 5);
    CHECK(tokens[0].offset == 0);
    CHECK(tokens[1].offset == 4);
    CHECK(tokens[2].offset == 5);
    CHECK(tokens[3].offset == 12);
    CHECK(tokens[4].offset == 14);
}
