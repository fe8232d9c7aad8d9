#include "input/page/address.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace newsarc::input;

TEST_CASE("a link of a page is resolved against its address, and leads nowhere without one") {
    struct Row {
        std::string link;
        std::string base;
        std::string url;
    };
    const std::string base = "https://post.example/news/2025/bridge.html?page=2#top";
    const std::vector<Row> rows{
        {"ferry.html", base, "https://post.example/news/2025/ferry.html"},
        {"./ferry.html", base, "https://post.example/news/2025/ferry.html"},
        {"../ferry", base, "https://post.example/news/ferry"},
        {"../../../../ferry", base, "https://post.example/ferry"},
        {"/", base, "https://post.example/"},
        {"/a/../b?x=../y", base, "https://post.example/b?x=../y"},
        {"?page=3", base, "https://post.example/news/2025/bridge.html?page=3"},
        {"//other.example/x", base, "https://other.example/x"},
        {" HTTPS://other.example/x\n", base, "HTTPS://other.example/x"},
        {"mailto:desk@post.example", base, "mailto:desk@post.example"},
        {"#comments", base, ""},
        {"javascript:void(0)", base, ""},
        {"data:text/html,x", base, ""},
        {"file:///etc/passwd", base, ""},
        {"ferry.html", "", ""},
        {"ferry.html", "file:///tmp/page.html", ""},
        {"ferry", "https://post.example", "https://post.example/ferry"},
        {"", base, ""},
    };
    for (const Row& row : rows) {
        INFO(row.link << " on " << row.base);
        CHECK(resolve(row.link, row.base) == row.url);
    }
}

TEST_CASE("an address tells its host and its date") {
    CHECK(host_of_address("https://www.Post.example:8080/x") == "post.example");
    CHECK(host_of_address("https://user@post.example") == "post.example");
    CHECK(host_of_address("post.example/x").empty());
    CHECK(date_in_address("https://post.example/2025/01/21/bridge") == "2025-01-21");
    CHECK(date_in_address("https://post.example/news/2025-01-21-bridge") == "2025-01-21");
    CHECK(date_in_address("https://post.example/2025/1/21/bridge").empty());
    CHECK(date_in_address("https://post.example/20250121/").empty());
}
