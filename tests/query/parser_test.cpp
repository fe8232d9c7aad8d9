#include "query/parser.hpp"

#include "support/catch.hpp"

#include <string>

using namespace newsarc::query;

namespace {

// 2025-03-20T10:30:00Z
constexpr std::int64_t now = 1742466600;

std::string read(const std::string& query) {
    return to_string(parse(query, now).tree);
}

struct Row {
    std::string query, tree;
};

}  // namespace

TEST_CASE("queries become trees") {
    for (const auto& row : {
             Row{"", "()"},
             Row{"Taliban weapons", "(Taliban weapons)"},
             Row{"+Taliban weapons -drone", "(+Taliban weapons -drone)"},
             Row{"\"peace talks\" Kabul", "(\"peace talks\" Kabul)"},
             Row{"weap*", "(weap*)"},
             Row{"a OR b c", "((or a b) c)"},
             Row{"a OR b OR c", "((or a b c))"},
             Row{"a AND b", "(+a +b)"},
             Row{"a AND b c", "(+a +b c)"},
             Row{"a AND b OR c", "((or (and a b) c))"},
             Row{"a AND NOT b", "(+a -b)"},
             Row{"a NOT b", "(a -b)"},
             Row{"a OR NOT b", "((or a -b))"},
             Row{"-(a b)", "(-(a b))"},
             Row{"-(a)", "(-a)"},
             Row{"NOT -a", "(-a)"},
             Row{"-(-a)", "(-(-a))"},
             Row{"(a b) OR c", "((or (a b) c))"},
             Row{"(a (b (c)))", "((a (b c)))"},
             Row{"a NEAR/5 b", "((near/5 a b))"},
             Row{"a NEAR b NEAR/3 \"c d\"", "((near/10 a b \"c d\"))"},
             Row{"headline:a NEAR/2 b", "(headline:(near/2 a b))"},
             Row{"headline:(a NEAR/2 b) c", "(headline:(near/2 a b) c)"},
             Row{"headline:(a OR b) -body:\"c d\"", "((or headline:a headline:b) -body:\"c d\")"},
             Row{"credit:\"News X\" tag:war", "(credit:\"News X\" tag:war)"},
             Row{"published:2025-01..2025-03", "(published:2025-01-01..2025-03-31)"},
             Row{"since:2w until:yesterday", "(since:2025-03-06.. until:..2025-03-19)"},
             Row{"added:today", "(added:2025-03-20..2025-03-20)"},
             Row{"extra.Section:sport extra:\"page 3\"", "(extra.Section:sport extra:\"page 3\")"},
             Row{"until:2w", "(until:..2025-03-06)"},
             Row{"since:\"last week\" x", "(since:2025-03-10.. x)"},
             Row{"before:2025-03", "(until:..2025-02-28)"},
             Row{"after:2025-03 older:2w", "(since:2025-03-01.. until:..2025-03-05)"},
             Row{"author:Roe source:\"News X\" title:war", "(byline:Roe credit:\"News X\" headline:war)"},
             Row{"credit:(AFP OR \"News X\")", "((or credit:AFP credit:\"News X\"))"},
             Row{"-tag:(af* b)", "(-(tag:af* tag:b))"},
             Row{"published:(2024 OR 2025-02)",
                 "((or published:2024-01-01..2024-12-31 published:2025-02-01..2025-02-28))"},
             Row{"id:12 id:8f3a9c -is:duplicate has:link", "(id:12 id:8f3a9c -is:duplicate has:link)"},
         }) {
        INFO(row.query);
        CHECK(read(row.query) == row.tree);
    }
}

TEST_CASE("a note is given once, however often it is true") {
    std::string query;
    for (int i = 0; i < 10'000; ++i)
        query += "NOT ";
    CHECK(parse(query, now).notes.size() <= 2);
}

TEST_CASE("an operator that joins nothing is a word, with a note") {
    for (const auto& row : {
             Row{"AND", "(AND)"},
             Row{"OR OR OR", "(OR OR OR)"},
             Row{"NOT", "(NOT)"},
             Row{"a AND", "(a AND)"},
             Row{"AND a", "(AND a)"},
             Row{"a OR AND b", "(a OR AND b)"},
             Row{"NOT NOT a", "(NOT -a)"},
             Row{"a NEAR/5", "(a NEAR/5)"},
             Row{"(a) NEAR b", "(a NEAR b)"},
             Row{"has:nothing", "(has:nothing)"},
             Row{"since:tomorrow", "(since:tomorrow)"},
             Row{"id:abc", "(id:abc)"},
             Row{"credit: AFP", "(credit: AFP)"},
             Row{"a !b", "(a b)"},
             Row{"has:(link OR foo)", "((or has:link has:foo))"},
             Row{"((", "()"},
             Row{"a ) b", "(a b)"},
             Row{"(a b", "((a b))"},
             Row{"\"unclosed one", "(unclosed one)"},
             Row{"-\"unclosed", "(-unclosed)"},
             Row{"a AND NOT", "(a AND NOT)"},
             Row{"a ( AND b )", "(a (AND b))"},
             Row{"headline:\"unclosed", "(headline:unclosed)"},
         }) {
        INFO(row.query);
        const Query query = parse(row.query, now);
        CHECK(to_string(query.tree) == row.tree);
        CHECK_FALSE(query.notes.empty());
    }
}

TEST_CASE("pasted text is words, without a note") {
    for (const auto& row : {
             Row{"U.S. Don't COVID-19 10:30", "(U.S. Don't COVID-19 10:30)"},
             Row{"Note: the Url: http://x.org", "(Note: the Url: http://x.org)"},
             Row{"Taliban – weapons -- now …", "(Taliban weapons now)"},
             Row{"THE CATS AND THE DOGS DO NOT AGREE ON ANY LAW",
                 "(THE CATS AND THE DOGS DO NOT AGREE ON ANY LAW)"},
             Row{"中国 の 経済", "(中国 の 経済)"},
             Row{"()", "()"},
         }) {
        INFO(row.query);
        const Query query = parse(row.query, now);
        CHECK(to_string(query.tree) == row.tree);
        CHECK(query.notes.empty());
    }
}

TEST_CASE("depth and length are bounded") {
    const std::string deep = std::string(100000, '(') + "a";
    CHECK_FALSE(parse(deep).notes.empty());

    std::string negated;
    for (int i = 0; i < 10000; ++i)
        negated += "-(";
    CHECK_FALSE(parse(negated + "a").notes.empty());

    std::string many;
    for (int i = 0; i < 5000; ++i)
        many += "a OR ";
    CHECK(parse(many + "a").tree.children[0].children.size() == max_leaves);

    const Query cut = parse(std::string(max_query_bytes, 'a') + " b" + std::string(1000, 'c'));
    CHECK(cut.tree.children.size() == 1);
    CHECK_FALSE(cut.notes.empty());
}
