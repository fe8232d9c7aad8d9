#include "text/markup.hpp"

#include "support/catch.hpp"

#include <string>

using newsarc::text::escaped_for_markup;

TEST_CASE("text in markup is neither markup nor anything that XML cannot hold") {
    struct Row {
        std::string text;
        std::string escaped;
    };
    for (const auto& row : {
             Row{"", ""},
             Row{"a < b & \"c\" > 'd'", "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;"},
             Row{"a\tb\nc", "a\tb\nc"},
             Row{std::string("\0\x1B\x7F", 3), "\uFFFD\uFFFD\uFFFD"},
             Row{"\r", "\uFFFD"},
             Row{"\uFFFE\uFFFF\uFFFD", "\uFFFD\uFFFD\uFFFD"},
             Row{"\u00BE\u00BF\u4FBF\U0001F4BF", "\u00BE\u00BF\u4FBF\U0001F4BF"},
             Row{"夜行 é", "夜行 é"},
         }) {
        CAPTURE(row.text);
        CHECK(escaped_for_markup(row.text) == row.escaped);
    }
}
