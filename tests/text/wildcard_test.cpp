#include "text/unicode/wildcard.hpp"

#include "support/catch.hpp"

#include <string>

using newsarc::text::matches_wildcard;

TEST_CASE("a pattern stands for texts") {
    struct Row {
        std::string pattern, text;
        bool fits;
    };
    for (const Row& row : {
             Row{"*prom", "gazprom", true},
             Row{"*prom", "prom", true},
             Row{"*prom", "proms", false},
             Row{"gaz?rom", "gazprom", true},
             Row{"gaz?rom", "gazrom", false},
             Row{"gaz*m", "gazprom", true},
             Row{"gaz*m", "gazm", true},
             Row{"*a*b*", "xaxxbx", true},
             Row{"*a*b*", "xbxxa", false},
             Row{"*ab", "aab", true},
             Row{"a*ab*b", "aabab", true},
             Row{"r?gie", "r\u00E9gie", true},
             Row{"r??gie", "r\u00E9gie", false},
             Row{"", "", true},
             Row{"", "a", false},
             Row{"*", "", true},
             Row{"?", "", false},
             Row{"\u00E9*", "\u00E8", false},
         }) {
        INFO(row.pattern << " " << row.text);
        CHECK(matches_wildcard(row.pattern, row.text) == row.fits);
    }
    // Each of the stars tries every place, and none of them twice.
    std::string many;
    for (int i = 0; i < 500; ++i)
        many += "*a";
    CHECK_FALSE(matches_wildcard(many + "b", std::string(5000, 'a')));
}
