#include "output/document/document.hpp"
#include "output/exchange/formats.hpp"

#include <sstream>

#include "support/catch.hpp"

using namespace newsarc::output;

namespace {

std::string printed(std::string_view markdown, std::size_t width) {
    std::ostringstream out;
    print_document(out, markdown, {.style = {}, .width = width});
    return out.str();
}

}  // namespace

TEST_CASE("Markdown is read into its blocks") {
    using Kind = MarkdownBlock::Kind;
    const auto blocks = read_markdown(
        "# Title of **it**\n"
        "A paragraph with a\n"
        "[link](other.md#part) and `code [x](y) **`.\n"
        "\n"
        "- one\n"
        "  goes on\n"
        "  - inner\n"
        "2. two\n"
        "```sh\n"
        "ls | wc\n"
        "\n"
        "# no heading\n"
        "```\n"
        "| `a` | b |\n"
        "|---|---|\n"
        "| `x | y`, `z` | say `it` \\| so |\n"
        "| short |\n");
    REQUIRE(blocks.size() == 7);
    CHECK((blocks[0].kind == Kind::heading && blocks[0].depth == 1 && blocks[0].text() == "Title of it"));
    CHECK(blocks[1].text() == "A paragraph with a link and `code [x](y) **`.");
    CHECK((blocks[2].kind == Kind::item && blocks[2].mark == "-" && blocks[2].text() == "one goes on"));
    CHECK((blocks[3].kind == Kind::item && blocks[3].depth == 2));
    CHECK((blocks[4].kind == Kind::item && blocks[4].mark == "2."));
    CHECK(blocks[5].lines == std::vector<std::string>{"ls | wc", "", "# no heading"});
    REQUIRE(blocks[6].rows.size() == 3);
    CHECK(blocks[6].rows[0] == std::vector<std::string>{"a", "b"});
    CHECK(blocks[6].rows[1] == std::vector<std::string>{"x | y, z", "say `it` | so"});
    CHECK(blocks[6].rows[2] == std::vector<std::string>{"short", ""});
}

TEST_CASE("a document is broken to the width that there is") {
    const std::string_view document =
        "# Boats\n\nSome boats are long and some are not.\n\n## Kinds\n- a barge, which is long\n- a "
        "kayak\n\n"
        "| name | is |\n|---|---|\n| barge | a long boat for grain |\n| kayak | short |\n\n```\nnewsarc "
        "search boats and more boats\n```\n";
    CHECK(printed(document, 30) ==
          "Boats\n\nSome boats are long and some\nare not.\n\nKinds\n- a barge, which is long\n- a kayak\n\n"
          "  name   is\n  barge  a long boat for grain\n  kayak  short\n\n    newsarc search boats and more "
          "boats\n");
    CHECK(printed(document, 24).find("  barge  a long boat for\n         grain\n") != std::string::npos);
    // No room for two columns: the cells stand below each other.
    CHECK(printed(document, 16).find("  barge\n      a long boat\n      for grain\n") != std::string::npos);
}
