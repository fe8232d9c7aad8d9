#include "text/unicode/fold.hpp"

#include <string>

#include "support/catch.hpp"

using namespace newsarc::text;

TEST_CASE("white space of every kind is squeezed") {
    CHECK(squeeze("").empty());
    CHECK(squeeze(" \n\t ").empty());
    CHECK(squeeze("  a \r\n b\u00A0\u00A0c\u2003d\u3000 ") == "a b c d");
    CHECK(squeeze("a\u0085b\u2028c") == "a b c");
}

TEST_CASE("what a reader takes as equal folds to the same text") {
    struct Row {
        std::string a, b;
    };
    for (const auto& row : {Row{"Trump’s", "trump's"}, Row{"“Quoted”", "\"quoted\""}, Row{"Zürich", "ZURICH"},
                            Row{"São  Paulo", "sao paulo"}, Row{"Straße", "STRASSE"},
                            Row{"ﬁnance", "Finance"}, Row{"2024–25", "2024-25"}, Row{"Ａｂｃ", "abc"},
                            Row{"soft\u00ADhyphen", "softhyphen"}, Row{"e\u0301tat", "état"}}) {
        INFO(row.a);
        CHECK(fold(row.a) == fold(row.b));
    }
    CHECK(fold("a") != fold("b"));
    CHECK(fold("bad \xFF byte") == "bad \uFFFD byte");
}
