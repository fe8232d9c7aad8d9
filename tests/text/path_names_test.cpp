#include "text/address.hpp"

#include <string>

#include "support/catch.hpp"

using namespace newsarc::text;
using namespace std::string_literals;

TEST_CASE("paths are shown as UTF-8 whatever their bytes") {
    CHECK(readable_path("in/café.txt") == "in/café.txt");
    CHECK(readable_path("latin-\xE9.txt") == "latin-%E9.txt");
    CHECK(readable_path("new\nline") == "new\nline");
    CHECK(readable_path("").empty());
}

TEST_CASE("names are made fit to be extracted") {
    struct Row {
        std::string path, name;
    };
    for (const auto& row : {
             Row{"in/a.txt", "in/a.txt"},
             Row{"/etc/passwd", "etc/passwd"},
             Row{"../../x.txt", "x.txt"},
             Row{"./in//./b.txt", "in/b.txt"},
             Row{"in/../../b.txt", "in/b.txt"},
             Row{"..", "unnamed"},
             Row{"", "unnamed"},
             Row{"/", "unnamed"},
             Row{"new\nline\x1B[31m.txt", "new%0Aline%1B[31m.txt"},
             Row{"latin-\xE9.txt", "latin-%E9.txt"},
             Row{"café/漢.txt", "café/漢.txt"},
             Row{"nul\0.txt"s, "nul%00.txt"},
             Row{std::string(300, 'a'), std::string(240, 'a')},
         }) {
        CHECK(extractable_name(row.path) == row.name);
    }
    std::string long_name;
    for (int i = 0; i < 200; ++i)
        long_name += "é";
    CHECK(extractable_name(long_name).size() == 240);
}

TEST_CASE("a portable name is one that every file system takes") {
    struct Case {
        std::string path;
        std::string name;
    };
    for (const Case& one : {Case{"in/a.txt", "in/a.txt"},
                            {"../../etc/passwd", "etc/passwd"},
                            {"con", "_con"},
                            {"in/Aux.tar.gz/x", "in/_Aux.tar.gz/x"},
                            {"com1", "_com1"},
                            {"com10", "com10"},
                            {"console.txt", "console.txt"},
                            {".ssh/config", "%2Essh/config"},
                            {"a:b|c?d*e\"f<g>h\\i", "a%3Ab%7Cc%3Fd%2Ae%22f%3Cg%3Eh%5Ci"},
                            {"end.", "end%2E"},
                            {"...", "%2E.%2E"},
                            {"", "unnamed"}}) {
        INFO(one.path);
        CHECK(portable_name(one.path) == one.name);
    }
    std::string deep;
    for (int i = 0; i < 100; ++i)
        deep += std::to_string(i) + "/";
    CHECK(portable_name(deep).starts_with("84/85/"));
}
