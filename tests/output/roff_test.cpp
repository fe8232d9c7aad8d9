#include "output/document/document.hpp"
#include "output/exchange/formats.hpp"

#include <sstream>

#include "support/catch.hpp"

using namespace newsarc::output;

namespace {

std::string printed(std::string_view markdown) {
    std::ostringstream out;
    print_roff_document(out, markdown);
    return out.str();
}

}  // namespace

TEST_CASE("what means something to roff is escaped") {
    CHECK(roff_text("plain words, 1 + 1.") == "plain words, 1 + 1.");
    CHECK(roff_text("--limit a\\b") == "\\-\\-limit a\\eb");
    CHECK(roff_text(".TH in front") == "\\&.TH in front");
    CHECK(roff_text("'quoted' `code` ~/x ^") == "\\(aqquoted\\(aq \\(gacode\\(ga \\(ti/x \\(ha");
    CHECK(roff_bold("-n") == "\\fB\\-n\\fR");
    CHECK(roff_italic("FILE") == "\\fIFILE\\fR");
}

TEST_CASE("a document becomes sections of a page") {
    CHECK(printed("# Boats\nBoats `float`.\n\nThey do.\n\n## Kinds\n- a barge\n2. a `kayak`\n\n### "
                  "More\n```\n.ls -l\n```\n") ==
          "Boats \\fBfloat\\fR.\n.PP\nThey do.\n.SH KINDS\n.IP \\(bu 4\na barge\n.IP 2. 4\na \\fBkayak\\fR\n"
          ".SS More\n.nf\n.RS 4\n\\&.ls \\-l\n.RE\n.fi\n");
    CHECK(printed("| name | is | like |\n|---|---|---|\n| `a` | one | |\n| b | two | `c` |\n| d | | |\n") ==
          ".TP\n\\fBa\\fR\none\n.TP\n\\fBb\\fR\ntwo\n.br\nlike: c\n.TP\n\\fBd\\fR\n\\&\n");
}
