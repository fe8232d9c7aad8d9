#include "text/likeness/difference.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace newsarc::text;

namespace {

/// Each character is a text; `=a` stayed, `-a` went, `+a` came.
std::string told(const std::string& from, const std::string& to) {
    std::vector<std::string_view> before, after;
    for (const char& c : from)
        before.emplace_back(&c, 1);
    for (const char& c : to)
        after.emplace_back(&c, 1);
    std::string out;
    for (const Difference& each : differences(before, after)) {
        switch (each.change) {
            case Change::none: out += "=" + std::string(before[each.from]); break;
            case Change::removed: out += "-" + std::string(before[each.from]); break;
            case Change::added: out += "+" + std::string(after[each.to]); break;
        }
    }
    return out;
}

}  // namespace

TEST_CASE("as little as can be goes and comes, what goes first") {
    struct Case {
        const char* from;
        const char* to;
        const char* told;
    };
    constexpr Case cases[] = {
        {"", "", ""},
        {"abc", "abc", "=a=b=c"},
        {"", "ab", "+a+b"},
        {"ab", "", "-a-b"},
        {"abc", "axc", "=a-b+x=c"},
        {"abc", "abxc", "=a=b+x=c"},
        {"abcd", "ad", "=a-b-c=d"},
        {"abcd", "wxyz", "-a-b-c-d+w+x+y+z"},
        {"abab", "ab", "=a=b-a-b"},
        {"abcabba", "cbabac", "-a-b=c-a=b+a=b=a+c"},
        {"aa", "aaa", "=a=a+a"},
    };
    for (const Case& each : cases) {
        INFO(each.from << " to " << each.to);
        CHECK(told(each.from, each.to) == each.told);
    }
}

TEST_CASE("between long texts that have little in common all counts as replaced") {
    const std::string before = "a" + std::string(3000, 'x') + "m" + std::string(10, 'x') + "z";
    const std::string after = "a" + std::string(3000, 'y') + "m" + std::string(10, 'y') + "z";
    const std::string out = told(before, after);
    CHECK(out.starts_with("=a-x-x"));
    CHECK(out.ends_with("+y+y=z"));
    CHECK(out.find("=m") == std::string::npos);
}
