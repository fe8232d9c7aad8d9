#include "input/office/rtf.hpp"

#include <string>
#include <vector>

#include "input/kinds.hpp"
#include "support/catch.hpp"
#include "support/error_code.hpp"

using namespace newsarc;
using newsarc::test::code_of;

TEST_CASE("the text of RTF is read as each program writes it") {
    struct Row {
        std::string what;
        std::string rtf;
        std::string text;
    };
    const std::vector<Row> rows{
        {"paragraphs, lines, formatting",
         R"({\rtf1\ansi\deff0 {\b Ferry \i0 Fares}\par\pard By Jane Roe\line Port\par})",
         "Ferry Fares\n\nBy Jane Roe\nPort"},
        {"line ends of the file say nothing", "{\\rtf1\\ansi The coun\r\ncil\n\\par votes.}",
         "The council\n\nvotes."},
        {"TextEdit",
         "{\\rtf1\\ansi\\ansicpg1252\\cocoartf2639\n\\f0\\fs24 \\cf0 Port Reopens\\\n\\\nThe "
         "council\\uc0\\u8217 s vote\\\n}",
         "Port Reopens\n\nThe council’s vote"},
        {"bytes of the document's charset", R"({\rtf1\ansi\ansicpg1250 D\'f8\'edve \'9eila.})",
         "Dříve žila."},
        {"bytes of a font's charset",
         R"({\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fnil\fcharset0 A;}{\f1\fnil\fcharset204{\*\fname B;}B;}}\f0 caf\'e9 \f1 \'ec\'e8\'f0 \f0\'e9})",
         "café мир é"},
        {"characters of two bytes", R"({\rtf1\ansi\ansicpg932 \'93\'fa\'96\'7b\'8fc})", "日本縦"},
        {"signs of Unicode with something for other readers",
         R"({\rtf1\ansi caf\u233? \u8212\'97 \uc0\u945  \uc2\u1087??\u26085 {}.})", "café — α п日."},
        {"pairs of UTF-16, as negative numbers", R"({\rtf1\ansi \u-10179?\u-8704?!})", "😀!"},
        {"signs by their names",
         R"({\rtf1\ansi \ldblquote No\rdblquote\emdash it\rquote s\~5\_6\-7 \{x\} \\})",
         "“No”—it’s 5-67 {x} \\"},
        {"tables, a row a line",
         R"({\rtf1\trowd\cellx1 HD\cell Ferry Fares\cell\row\trowd PD\cell 11 January\cell\row})",
         "HD Ferry Fares\n\nPD 11 January"},
        {"what is not the text",
         R"({\rtf1\ansi{\fonttbl{\f0 Arial;}}{\colortbl;\red0;}{\stylesheet{\s0 Normal;}}{\*\generator Word;}{\header Head\par}{\footer 1})"
         R"(Text{\footnote Note} {\v hidden}{\deleted gone}{\pict\pngblip 89504e47}{\field{\*\fldinst HYPERLINK "x"}{\fldrslt link}}{\*\bkmkstart a}.})",
         "Text link."},
        {"pictures in bytes", std::string("{\\rtf1 A {\\pict\\bin4 {}}}}B}"), "A B"},
        {"a document that is cut off", R"({\rtf1\ansi The {\b council)", "The council"},
        {"an end too many, words that nobody knows", R"({\rtf1\ansi A}} \unknown5 B\)", "A B"},
        {"a code page that nobody knows", R"({\rtf1\ansi\ansicpg99999 caf\'e9})", "café"},
        {"deep groups", "{\\rtf1 A" + std::string(100'000, '{') + "B" + std::string(100'000, '}') + "C}",
         "ABC"},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        CHECK(input::read_rtf(row.rtf).source.bytes == row.text);
    }
}

TEST_CASE("an RTF document is known, and what its properties state stands beside its text") {
    const std::string rtf =
        R"({\rtf1\ansi{\info{\title Port Reopens}{\author Jane Roe}{\operator X}{\creatim\yr2025}}The port is open.\par})";
    CHECK(input::kind_of(rtf, "a.doc").name == "rtf");
    const input::InnerFile file = input::read_rtf(rtf);
    CHECK(file.kind == "text");
    CHECK(file.source.bytes == "The port is open.");
    CHECK(file.stated.headline.value_or("") == "Port Reopens");
    CHECK(file.stated.authors == std::vector<std::vector<std::string>>{{"Jane Roe"}});
    CHECK(code_of([] { input::read_rtf(R"({\rtf1{\pict 00}})"); }) == ErrorCode::input);
}
