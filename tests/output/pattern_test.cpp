#include "output/text/pattern.hpp"

#include <newsarc/error.hpp>

#include "support/catch.hpp"
#include "support/error_code.hpp"

#include <array>
#include <string>

using namespace newsarc;
using output::Pattern;

namespace {

constexpr std::array<std::string_view, 3> known{"id", "headline", "published"};

std::string rendered(std::string_view text) {
    return Pattern(text, known).render([](std::string_view field, std::string_view format) {
        return "<" + std::string(field) + (format.empty() ? "" : "|" + std::string(format)) + ">";
    });
}

}  // namespace

TEST_CASE("fields in braces are replaced") {
    struct Row {
        std::string text, out;
    };
    for (const auto& row : {
             Row{"", ""},
             Row{"plain", "plain"},
             Row{"{id}", "<id>"},
             Row{"{id} {headline}!", "<id> <headline>!"},
             Row{"{published:%Y:%m}", "<published|%Y:%m>"},
             Row{"{{id}}", "{id}"},
             Row{"{id}\\t{id}\\n", "<id>\t<id>\n"},
             Row{"a\\\\b\\q\\", "a\\b\\q\\"},
             Row{"lone } is fine", "lone } is fine"},
         }) {
        INFO(row.text);
        CHECK(rendered(row.text) == row.out);
    }
}

TEST_CASE("a pattern that cannot be filled is refused with a hint") {
    for (const std::string bad :
         {"{id", "{", "{}", "{color}", "{id }", "{headlin}", "{headline:%Y}", "{published:%Q}"}) {
        INFO(bad);
        CHECK(test::code_of([&] { rendered(bad); }) == ErrorCode::usage);
    }
    try {
        rendered("{headlin}");
    } catch (const Error& error) {
        CHECK(error.hint() == "did you mean {headline}?");
    }
}

TEST_CASE("names of formats are no patterns") {
    CHECK(Pattern::is_pattern("{id}"));
    CHECK_FALSE(Pattern::is_pattern("json"));
}
