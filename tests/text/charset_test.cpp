#include "text/unicode/charset.hpp"

#include <newsarc/error.hpp>

#include "text/unicode/utf8.hpp"

#include "support/catch.hpp"

#include <string>

using namespace newsarc;
using namespace newsarc::text;
using namespace std::string_literals;

TEST_CASE("charsets are told from the bytes") {
    struct Row {
        const char* what;
        std::string bytes;
        std::string text;
        bool warned;
    };
    const Row rows[] = {
        {"ASCII", "plain", "plain", false},
        {"UTF-8", "caf\xC3\xA9", "café", false},
        {"UTF-8 with a mark",
         "\xEF\xBB\xBF"
         "caf\xC3\xA9",
         "café", false},
        {"UTF-16LE with a mark",
         "\xFF\xFE"
         "c\0a\0\xE9\0"s,
         "caé", false},
        {"UTF-16BE with a mark",
         "\xFE\xFF"
         "\0c\0a\0\xE9"s,
         "caé", false},
        {"UTF-16LE without one", "n\0e\0w\0s\0 \0\xE9\0"s, "news é", true},
        {"UTF-16BE without one", "\0n\0e\0w\0s\0 \0\xE9"s, "news é", true},
        {"UTF-32LE with a mark", "\xFF\xFE\0\0c\0\0\0"s, "c", false},
        {"Windows-1252 quotes",
         "it\x92s \x93so\x94 \x96 \x80"
         "5",
         "it’s “so” – €5", true},
        {"Latin-1 letters in English",
         "She met Ren\xE9 in the caf\xE9 by the harbour that everyone knows from the film, and they went "
         "home.",
         "She met René in the café by the harbour that everyone knows from the film, and they went home.",
         true},
        {"UTF-8 and Windows-1252 mixed", "don\xE2\x80\x99t, it\x92s and it\x92s", "don’t, it’s and it’s",
         true},
        {"UTF-8 with a stray Windows-1252 byte", "caf\xC3\xA9 na\xC3\xAFve it\x92s", "café naïve it’s", true},
        {"UTF-8 torn at its end", "caf\xC3\xA9 na\xC3\xAFve \xE2\x80", "café naïve \uFFFD\uFFFD", true},
        {"NUL among text", "a\0b"s, "a\0b"s, false},
        {"nothing", "", "", false},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        const Decoded decoded = decode(row.bytes, std::nullopt);
        CHECK(decoded.utf8 == row.text);
        CHECK(decoded.warnings.empty() == !row.warned);
        CHECK(is_valid_utf8(decoded.utf8));
    }
}

TEST_CASE("other alphabets are found by detection") {
    const std::string russian =
        "Совет порта отложил голосование о тарифах на паром до весны, сообщил председатель.";
    const std::string japanese = "港湾評議会は月曜日、フェリーの運賃を春まで据え置くことを決めた。";
    const struct {
        const char* charset;
        std::string bytes;
        const std::string& text;
    } rows[] = {
        {"windows-1251",
         "\xD1\xEE\xE2\xE5\xF2\x20\xEF\xEE\xF0\xF2\xE0\x20\xEE\xF2\xEB\xEE\xE6\xE8\xEB\x20\xE3\xEE"
         "\xEB\xEE\xF1\xEE\xE2\xE0\xED\xE8\xE5\x20\xEE\x20\xF2\xE0\xF0\xE8\xF4\xE0\xF5\x20\xED\xE0"
         "\x20\xEF\xE0\xF0\xEE\xEC\x20\xE4\xEE\x20\xE2\xE5\xF1\xED\xFB\x2C\x20\xF1\xEE\xEE\xE1\xF9"
         "\xE8\xEB\x20\xEF\xF0\xE5\xE4\xF1\xE5\xE4\xE0\xF2\xE5\xEB\xFC\x2E",
         russian},
        {"KOI8-R",
         "\xF3\xCF\xD7\xC5\xD4\x20\xD0\xCF\xD2\xD4\xC1\x20\xCF\xD4\xCC\xCF\xD6\xC9\xCC\x20\xC7\xCF"
         "\xCC\xCF\xD3\xCF\xD7\xC1\xCE\xC9\xC5\x20\xCF\x20\xD4\xC1\xD2\xC9\xC6\xC1\xC8\x20\xCE\xC1"
         "\x20\xD0\xC1\xD2\xCF\xCD\x20\xC4\xCF\x20\xD7\xC5\xD3\xCE\xD9\x2C\x20\xD3\xCF\xCF\xC2\xDD"
         "\xC9\xCC\x20\xD0\xD2\xC5\xC4\xD3\xC5\xC4\xC1\xD4\xC5\xCC\xD8\x2E",
         russian},
        {"Shift_JIS",
         "\x8D\x60\x98\x70\x95\x5D\x8B\x63\x89\xEF\x82\xCD\x8C\x8E\x97\x6A\x93\xFA\x81\x41\x83\x74"
         "\x83\x46\x83\x8A\x81\x5B\x82\xCC\x89\x5E\x92\xC0\x82\xF0\x8F\x74\x82\xDC\x82\xC5\x90\x98"
         "\x82\xA6\x92\x75\x82\xAD\x82\xB1\x82\xC6\x82\xF0\x8C\x88\x82\xDF\x82\xBD\x81\x42",
         japanese},
    };
    for (const auto& row : rows) {
        INFO(row.charset);
        const Decoded decoded = decode(row.bytes, std::nullopt);
        CHECK(decoded.utf8 == row.text);
        CHECK_FALSE(decoded.warnings.empty());
    }
}

TEST_CASE("where a charset of ISO has control characters, it is that of Windows") {
    // A Turkish text in Windows-1254 with an ellipsis.
    const std::string bytes =
        "K\xF6pr\xFC bir y\xFDl boyunca kapal\xFD kald\xFD\x85 Ba\xFEkan ba\xFEka bir yol "
        "olmad\xFD\xF0\xFDn\xFD s\xF6yledi. "
        "\xDE"
        "ehirde \xE7ok \xF6nemli i\xFEler var.";
    const Decoded decoded = decode(bytes, std::nullopt);
    CHECK(decoded.utf8 ==
          "Köprü bir yıl boyunca kapalı kaldı… Başkan başka bir yol olmadığını söyledi. "
          "Şehirde çok önemli işler var.");
}

TEST_CASE("an encoding that is named is taken") {
    CHECK(decode("caf\xE9", "ISO-8859-1"s).utf8 == "café");
    CHECK(decode("\xEF\xBB\xBF"
                 "a",
                 "UTF-8"s)
              .utf8 == "a");
    CHECK(decode("\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251"s).utf8 == "Привет");
    CHECK(decode("\xC4\xE3\xBA\xC3", "GB18030"s).utf8 == "你好");
    const Decoded bad = decode("a\xFFz", "UTF-8"s);
    CHECK(bad.utf8 == "a\uFFFDz");
    REQUIRE(bad.warnings.size() == 1);
    CHECK(bad.warnings[0] == "1 byte could not be read as UTF-8 and became U+FFFD");
    for (const char* name : {"no-such-charset", "UTF-8//TRANSLIT", ""}) {
        INFO(name);
        CHECK_THROWS_AS(decode("a", std::string(name)), Error);
    }
}

TEST_CASE("what is decoded is UTF-8, also where iconv lets through what is beyond Unicode") {
    for (const char* encoding : {"UTF-8", "UTF-16LE", "UTF-7", "UCS-2LE", "UTF-32LE"}) {
        for (const std::string_view bytes :
             {"\xF4\x90\x80\x80 x", "\xED\xA0\x80 x", "A\x3D\xD8\x42", "+2D0- x", "\xF8\x88\x80\x80\x80 x"}) {
            INFO(encoding);
            CHECK(is_valid_utf8(decode(bytes, encoding).utf8));
        }
    }
}

TEST_CASE("binary data is told from text") {
    CHECK(binary_kind("%PDF-1.7\n") == "a PDF document");
    CHECK(binary_kind("\x89PNG\r\n\x1A\n") == "a PNG picture");
    CHECK(binary_kind("PK\x03\x04rest").has_value());
    CHECK(binary_kind(std::string(200, '\x01') + std::string(200, 'a')) == "binary data");
    CHECK_FALSE(binary_kind("plain text"));
    CHECK_FALSE(binary_kind("a\0b\x01 text with two of them"s));
    CHECK_FALSE(binary_kind("n\0e\0w\0s\0n\0e\0w\0s\0n\0e\0w\0s\0n\0e\0w\0s\0n\0e\0w\0s\0n\0e\0w\0s\0"s));
    CHECK_FALSE(binary_kind(""));
}
