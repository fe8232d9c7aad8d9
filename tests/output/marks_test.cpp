#include "output/text/layout.hpp"

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::output;

TEST_CASE("a snippet becomes HTML with its text escaped and its marks kept") {
    struct Row {
        Snippet snippet;
        std::string html;
    };
    const std::vector<Row> rows{
        {{"", {}}, ""},
        {{"plain", {}}, "plain"},
        {{"arms deal", {{0, 4}}}, "<mark>arms</mark> deal"},
        {{"arms deal", {{5, 9}}}, "arms <mark>deal</mark>"},
        {{"arms deal", {{0, 4}, {5, 9}}}, "<mark>arms</mark> <mark>deal</mark>"},
        {{"<b>A & B's \"C\"</b>", {{7, 8}}}, "&lt;b&gt;A &amp; <mark>B</mark>&#39;s &quot;C&quot;&lt;/b&gt;"},
        {{"<script>", {{0, 8}}}, "<mark>&lt;script&gt;</mark>"},
    };
    for (const Row& row : rows)
        CHECK(marked_up(row.snippet.text, row.snippet.marks) == row.html);
}

TEST_CASE("marks that do not fit the text are cut to it") {
    const auto html = [](const std::vector<Range>& marks) { return marked_up("arms", marks); };
    CHECK(html({{2, 99}}) == "ar<mark>ms</mark>");
    CHECK(html({{99, 100}}) == "arms");
    CHECK(html({{3, 1}}) == "arms");
    CHECK(html({{1, 1}}) == "arms");
    CHECK(html({{0, 3}, {1, 4}}) == "<mark>arm</mark><mark>s</mark>");
}
