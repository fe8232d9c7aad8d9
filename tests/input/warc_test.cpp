#include "input/container/warc.hpp"

#include <string>
#include <utility>
#include <vector>

#include "input/container/http.hpp"
#include "input/warc_samples.hpp"
#include "support/catch.hpp"
#include "support/packed.hpp"

using namespace newsarc;
using namespace newsarc::tests;

namespace {

struct Got {
    std::vector<input::InnerFile> files;
    std::vector<std::string> failures;
};

Got read(const std::string& bytes) {
    Got out;
    Source source;
    source.path = "crawl.warc";
    source.bytes = bytes;
    input::read_warc(
        source, [&](const input::InnerFile& file) { out.files.push_back(file); },
        [&](const std::string& path, const Error& error) {
            out.failures.push_back(path + ": " + error.what());
        });
    return out;
}

const std::string info = warc_record("warcinfo", "", "software: a test\r\n", "");
const std::string feed =
    "<?xml version='1.0'?><rss version='2.0'><channel><item><title>x</title></item></channel></rss>";

/// Brotli of one piece that is taken as it is (RFC 7932, 9.2), and the last, empty one.
std::string brotli(const std::string& bytes) {
    const std::size_t head = ((bytes.size() - 1) << 4U) | (std::size_t{1} << 20U);
    return std::string{static_cast<char>(head & 0xFFU), static_cast<char>((head >> 8U) & 0xFFU),
                       static_cast<char>(head >> 16U)} +
           bytes + "\x03";
}

std::string answer(const std::string& http) {
    return warc_record("response", "https://post.example/a", http);
}

}  // namespace

TEST_CASE("a web archive gives its pages and feeds, and nothing else") {
    struct Row {
        std::string what;
        std::string record;
        std::string kind;  ///< empty: passed over
    };
    const std::string page = page_of("Bridge Closed");
    const std::vector<Row> rows{
        {"a page", answer(http_page(page)), "page"},
        {"a page with heads ended by LF alone", answer("HTTP/1.0 200 OK\nContent-type: TEXT/HTML\n\n" + page),
         "page"},
        {"a page without its declared type", answer("HTTP/1.1 200 OK\r\n\r\n" + page), "page"},
        {"a feed", answer("HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n" + feed), "feed"},
        {"a feed called a page", answer(http_page(feed)), "feed"},
        {"a page as it is",
         warc_record("resource", "https://post.example/a", page, "Content-Type: text/html\r\n"), "page"},
        {"XML that is no feed", answer("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<urlset/>"), ""},
        {"a picture", answer("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"), ""},
        {"a page that was not there",
         answer("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + page), ""},
        {"a page that is elsewhere", answer("HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n" + page),
         ""},
        {"a question", warc_record("request", "https://post.example/a", "GET / HTTP/1.1\r\n\r\n"), ""},
        {"a visit like one before", warc_record("revisit", "https://post.example/a", http_page("")), ""},
        {"the name of a host",
         warc_record("response", "dns:post.example", "20250201\r\npost.example. 1 IN A 1.2.3.4",
                     "Content-Type: text/dns\r\n"),
         ""},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        const std::string other = answer(http_page(page_of("Another")));
        for (const std::string& file :
             {info + row.record + other, packed(info) + packed(row.record) + packed(other),
              packed(info + row.record + other)}) {
            const Got got = read(file);
            CHECK(got.failures.empty());
            REQUIRE(got.files.size() == (row.kind.empty() ? 1U : 2U));
            CHECK(got.files.back().source.bytes == page_of("Another"));
            if (row.kind.empty()) continue;
            CHECK(got.files[0].kind == row.kind);
            CHECK(got.files[0].source.path == "crawl.warc");
            CHECK(got.files[0].given.address == "https://post.example/a");
        }
    }
}

TEST_CASE("an article is at its record, or at the member of gzip that holds it alone") {
    const std::string first = answer(http_page(page_of("One")));
    const std::string second = answer(http_page(page_of("Two")));
    const auto place = [](const std::string& file) {
        const input::InnerFile got = read(file).files.at(1);
        return file.substr(got.offset, got.length);
    };
    CHECK(place(info + first + second) == second);
    CHECK(place(packed(info) + packed(first) + packed(second)) == packed(second));
    CHECK(read(packed(info + first + second)).files.at(1).length == 0);
}

TEST_CASE("a body is read however it was sent") {
    const std::string page = page_of("Bridge Closed");
    const std::vector<std::pair<std::string, std::string>> rows{
        {"", page},
        {"Transfer-Encoding: chunked\r\n", in_chunks(page)},
        {"Transfer-Encoding: chunked\r\n", page},
        {"Content-Encoding: gzip\r\n", packed(page)},
        {"Content-Encoding: gzip\r\n", page},
        {"Content-Encoding: x-gzip\r\n", packed(page)},
        {"Content-Encoding: deflate\r\n", packed(page, Packing::zlib)},
        {"Content-Encoding: deflate\r\n", packed(page, Packing::raw)},
        {"Content-Encoding: deflate\r\n", page},
        {"Content-Encoding: br\r\n", brotli(page)},
        {"Content-Encoding: br\r\n", page},
        {"Content-Encoding: identity\r\n", page},
        {"Content-Encoding: deflate, gzip\r\n", packed(packed(page, Packing::zlib))},
        {"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", in_chunks(packed(page))},
    };
    for (const auto& [head, body] : rows) {
        INFO(head << body.size());
        const Got got = read(answer(http_page(body, head)));
        REQUIRE(got.files.size() == 1);
        CHECK(got.files[0].source.bytes == page);
        CHECK(got.files[0].warnings.empty());
        CHECK(got.files[0].given.charset == "utf-8");
    }
}

TEST_CASE("of what is cut off or damaged as much is read as can be") {
    const std::string page = page_of("Bridge Closed");
    const std::string whole = answer(http_page(page));
    struct Row {
        std::string what;
        std::string file;
        std::size_t files;
        std::size_t failures;
        bool warned;
    };
    const std::vector<Row> rows{
        {"the last record cut off", info + whole.substr(0, whole.size() - 60), 1, 0, true},
        {"a chunk cut off",
         answer(http_page(in_chunks(page).substr(0, page.size() - 50), "Transfer-Encoding: chunked\r\n")), 1,
         0, true},
        {"packing cut off",
         answer(http_page(packed(page).substr(0, packed(page).size() - 50), "Content-Encoding: gzip\r\n")), 1,
         0, true},
        {"a record that the crawler cut",
         warc_record("response", "https://post.example/a", http_page(page), "WARC-Truncated: length\r\n"), 1,
         0, true},
        {"no length", "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + http_page(page) + "\r\n\r\n" + whole, 1, 1,
         false},
        {"noise between records", whole + "noise\nnoise\n" + whole + "noise", 2, 2, false},
        {"a member that is damaged", packed(whole).substr(0, 300) + std::string(40, 'x') + packed(whole), 1,
         1, false},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        const Got got = read(row.file);
        CHECK(got.files.size() == row.files);
        CHECK(got.failures.size() == row.failures);
        CHECK((!got.files.empty() && !got.files[0].warnings.empty()) == row.warned);
    }
}

TEST_CASE("what is no web archive of pages is refused in words") {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"filedesc://crawl.arc 0.0.0.0 20060101000000 text/plain 77\n", "an ARC file"},
        {packed("filedesc://crawl.arc 0.0.0.0 20060101000000 text/plain 77\n"), "an ARC file"},
        {info, "no web page or feed among its 1 records"},
    };
    for (const auto& [bytes, message] : rows) {
        CHECK(input::begins_warc(bytes));
        CHECK_THROWS_WITH(read(bytes), Catch::Matchers::StartsWith(message));
    }
    CHECK_FALSE(input::begins_warc("A headline\n\nWARC/1.0"));
    CHECK_FALSE(input::begins_warc(packed("A headline\n\nText.")));
}

TEST_CASE("what unpacks too far is not read") {
    const std::string zeros(60'000'000, '\0');
    CHECK_THROWS_WITH(read(packed(answer(http_page("<p>" + zeros)))),
                      "unpacks to more than 200 times its size");
    const Got got = read(answer(http_page(packed(zeros), "Content-Encoding: gzip\r\n")));
    REQUIRE(got.failures.size() == 1);
    CHECK(got.failures[0].find("200 times") != std::string::npos);
}

// Each is a megabyte that is made to take a reader's time; that it ends at all within a test's limit is the
// point.
TEST_CASE("web archives that are made to hang a reader end") {
    const auto repeated = [](const std::string& piece) {
        std::string out;
        while (out.size() < 1'000'000)
            out += piece;
        return out;
    };
    for (const std::string& piece :
         {std::string("WARC/1.0\r\n"), std::string("WARC/1.0:\n"), std::string("WARC/1.0\n\n"),
          std::string("a:b\n"), std::string("\r\n"), std::string("WARC/1.0\r\nContent-Length: 0\r\n\r\n"),
          std::string("WARC/1.0\r\nContent-Length: 9999999999999999\r\n\r\n")}) {
        INFO(piece);
        const std::string file = "WARC/1.0\r\nWARC-Type: response\r\n" + repeated(piece);
        for (const std::string& each : {file, packed(file)}) {
            try {
                CHECK(read(each).files.empty());
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::input);
            }
        }
    }
    const std::string magics = packed("WARC/1.0\r\n") + repeated("\x1F\x8B\x08");
    CHECK(read(magics).files.empty());
}
