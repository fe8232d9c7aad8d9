#include <array>

#include "query/fields.hpp"
#include "web/page/frame.hpp"
#include "web/page/pages.hpp"
#include "web/page/search_state.hpp"

namespace newsarc::web {
namespace {

struct Row {
    std::string_view what;
    std::string_view meaning;
};

constexpr std::array<Row, 9> operators{{
    {"flood dykes", "articles with any of the words, those with all of them first"},
    {"\"river port\"", "the words one after the other"},
    {"+flood", "the word must be there"},
    {"-football", "the word must not be there"},
    {"flood OR storm", "one of them"},
    {"(flood OR storm) dykes", "parentheses hold together"},
    {"flood*", "every word that begins so"},
    {"port NEAR/5 bridge", "at most five words between the two"},
    {"@floods", "a saved search; what follows narrows it"},
}};

constexpr std::array<Row, 6> keys{{
    {"/", "to the box for a search"},
    {"j", "to the next article found"},
    {"k", "to the one before"},
    {"Enter or o", "read it"},
    {"t", "to the box for a new tag"},
    {"?", "this help"},
}};

template <typename Rows>
void table(Markup& out, const char* first, const Rows& rows) {
    out.in("table", [&] {
        out.in("tr", [&] {
            out.element("th", {{"scope", "col"}}, first);
            out.element("th", {{"scope", "col"}}, "What it does");
        });
        for (const Row& each : rows) {
            out.in("tr", [&] {
                out.in("td", [&] { out.element("kbd", each.what); });
                out.element("td", each.meaning);
            });
        }
    });
}

}  // namespace

Response help_page(const Request& request) {
    return page(request, {.title = "Help", .place = "/help", .main = "help"}, [&](Markup& out) {
        out.element("h1", "Help");
        out.element("h2", "What a search understands");
        out.element("p", "Any text may be pasted. Case, accents and the endings of words do not matter.");
        table(out, "Query", operators);
        out.element("h2", "Fields");
        out.in("table", [&] {
            out.in("tr", [&] {
                out.element("th", {{"scope", "col"}}, "Such as");
                out.element("th", {{"scope", "col"}}, "What it finds");
            });
            for (const query::FieldInfo& each : query::fields()) {
                out.in("tr", [&] {
                    out.in("td", [&] {
                        out.in("a", {{"href", address("/", {{"q", std::string(each.example)}})}},
                               [&] { out.element("kbd", each.example); });
                    });
                    out.element("td", each.description);
                });
            }
        });
        out.element("h2", "Keys");
        out.element(
            "p", "They work outside of boxes to write in, and can be switched off at the foot of each page.");
        table(out, "Key", keys);
    });
}

}  // namespace newsarc::web
