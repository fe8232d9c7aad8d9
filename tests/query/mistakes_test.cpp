#include "query/mistakes.hpp"

#include "query/parser.hpp"
#include "support/catch.hpp"

using namespace newsarc::query;

namespace {

// 2025-03-20T10:30:00Z
constexpr std::int64_t now = 1742466600;

}  // namespace

TEST_CASE("a mistake says what it is, where, and what to write instead") {
    struct Row {
        std::string query, what, hint, place;
    };
    for (const Row& row : {
             Row{"credt:NewsX", "credt: is no field", "did you mean credit:?", "credt:NewsX"},
             Row{"war -headlne:peace", "headlne: is no field", "did you mean headline:?", "headlne:peace"},
             Row{"Credit:NewsX", "Credit: is no field", "did you mean credit:?", "Credit:NewsX"},
             Row{"credti:\"The Post\"", "credti: is no field", "did you mean credit:?", "credti:"},
             Row{"bylin:“Jane Roe”", "bylin: is no field", "did you mean byline:?", "bylin:"},
             Row{"flood since:foo x", "since: does not take 'foo'", std::string(date_forms), "since:foo"},
             Row{"published:\"no day\" x", "published: does not take 'no day'", std::string(date_forms),
                 "published:\"no day\""},
             Row{"date:abc", "date: does not take 'abc'", std::string(date_forms), "date:abc"},
             Row{"id:x", "id: does not take 'x'", "it takes a number, or six or more characters of a uid",
                 "id:x"},
             Row{"is:foo", "is: does not take 'foo'", "it takes duplicate", "is:foo"},
             Row{"a credit: AFP b", "credit: stands apart from its value", "write credit:AFP without a blank",
                 "credit: AFP"},
             Row{"credit: \"News X\"", "credit: stands apart from its value",
                 "write credit:\"News X\" without a blank", "credit: \"News X\""},
             Row{"flood 2025-01..2025-03", "2025-01..2025-03 is a time without a field",
                 "write published:2025-01..2025-03", "2025-01..2025-03"},
             Row{"flood !dam x", "!dam is no operator here", "write -dam for what must not be there", "!dam"},
             Row{"\"a b\"~5", "~5 is no operator here", "for words near each other write: a NEAR/5 b", "~5"},
             Row{"\"big bad wo\"*", "* is no operator here", "write the words without", "*"},
             Row{"headline:’bad wolf’", "headline:’bad begins with what is no value",
                 "quotation marks around", "headline:’bad"},
             Row{"x published:>2025", "published:>2025 begins with what is no value",
                 "write since:", "published:>2025"},
             Row{"x *p", "*p is like nearly every word", "write two letters", "*p"},
             Row{"*p*", "*p* is like nearly every word", "write two letters", "*p*"},
             Row{"a*b*c", "a*b*c is like nearly every word", "write two letters", "a*b*c"},
             Row{"a && b", "&& is no operator here", "write AND", "&&"},
             Row{"a || b", "|| is no operator here", "write OR", "||"},
         }) {
        INFO(row.query);
        const Query query = parse(row.query, now);
        REQUIRE(query.mistakes.size() == 1);
        const Mistake& mistake = query.mistakes.front();
        CHECK(mistake.what == row.what);
        CHECK(mistake.hint.starts_with(row.hint));
        CHECK(row.query.substr(mistake.begin, mistake.end - mistake.begin) == row.place);
        CHECK(query.notes == std::vector<std::string>{mistake.note()});
    }
    CHECK(parse("credt:a credt:b").mistakes.size() == 1);
}

TEST_CASE("text that only looks like a field or an operator is no mistake") {
    for (const char* query : {"credit:NewsX",
                              "Note:this",
                              "Credit: NewsX",
                              "10:30",
                              "http://example.org",
                              "site://x",
                              "it:is",
                              "published:(2025)",
                              "credit:",
                              "url:credt:x",
                              "\"credt:NewsX\"",
                              "C++:news",
                              "ratio 3:4",
                              "::",
                              ":x",
                              "stop! now",
                              "what? now",
                              "page?id=3 a.org/x?y",
                              "¿qué?",
                              "a* b",
                              "* *",
                              "wow!!",
                              "a ~5 b",
                              "Taliban weapons | Reuters",
                              "AT&T",
                              "and so on..",
                              "in short the title: of a book is text to be read"}) {
        INFO(query);
        CHECK(parse(query, now).mistakes.empty());
    }
}
