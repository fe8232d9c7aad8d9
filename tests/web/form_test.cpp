#include "web/http/form.hpp"

#include "support/catch.hpp"

using namespace newsarc::web;

namespace {

/// `a=1 b=` of values; what is wrong in parentheses.
std::string told(const Values& values) {
    std::string out;
    for (const auto& [name, value] : values)
        out += (out.empty() ? "" : "|") + name + "=" + value;
    return out;
}

template <typename Read>
std::string outcome(const Read& read) {
    try {
        return read();
    } catch (const BadRequest&) {
        return "(refused)";
    }
}

const std::string type = "multipart/form-data; boundary=----edge";

std::string part(const std::string& disposition, const std::string& content) {
    return "------edge\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}

std::string told_of_form(const std::string& content_type, const std::string& body) {
    return outcome([&]() -> std::string {
        const std::optional<Filled> filled = read_form(content_type, body);
        if (!filled) return "(no form)";
        std::string out = told(filled->values);
        for (const Upload& file : filled->files)
            out += "|" + file.name + ":" + file.bytes;
        return out;
    });
}

}  // namespace

TEST_CASE("the values of an address are decoded once, and what is malformed is refused") {
    struct Row {
        std::string text;
        std::string told;
    };
    for (const Row& row : {
             Row{"", ""},
             Row{"q=a+b&q=c", "q=a b|q=c"},
             Row{"q=%C3%A9&n", "q=\u00E9|n="},
             Row{"&&a=1&", "a=1"},
             Row{"a=b=c", "a=b=c"},
             Row{"=x", "=x"},
             Row{"a=%2526", "a=%26"},
             Row{"a=%0D%0A", "a=\r\n"},
             Row{"a=%", "(refused)"},
             Row{"a=%4", "(refused)"},
             Row{"a=%4g", "(refused)"},
             Row{"a=%00", "(refused)"},
             Row{std::string("a=\0", 3), "(refused)"},
             Row{"a=%FF", "(refused)"},
             Row{"a=%C0%AE", "(refused)"},
             Row{"%ED%A0%80=1", "(refused)"},
         }) {
        INFO(row.text);
        CHECK(outcome([&] { return told(url_encoded(row.text)); }) == row.told);
    }
    std::string many = "a=1";
    for (std::size_t i = 1; i < most_values; ++i)
        many += "&a=1";
    CHECK(url_encoded(many).size() == most_values);
    CHECK_THROWS_AS(url_encoded(many + "&a=1"), BadRequest);
}

TEST_CASE("a path leads to what it names and nowhere else") {
    struct Row {
        std::string target;
        std::string path;
    };
    for (const Row& row : {
             Row{"/", "/"},
             Row{"/a/12?at=3", "/a/12"},
             Row{"/feed/h%C3%B6he.atom", "/feed/h\u00F6he.atom"},
             Row{"/list/", "/list/"},
             Row{"/a/...", "/a/..."},
             Row{"/?x=..", "/"},
             Row{"", "(refused)"},
             Row{"a", "(refused)"},
             Row{"*", "(refused)"},
             Row{"//", "(refused)"},
             Row{"//evil.example/", "(refused)"},
             Row{"/a//b", "(refused)"},
             Row{"/..", "(refused)"},
             Row{"/a/../b", "(refused)"},
             Row{"/a/./b", "(refused)"},
             Row{"/%2e%2e/b", "(refused)"},
             Row{"/a%2F..%2Fb", "(refused)"},
             Row{"/a/%2E", "(refused)"},
             Row{"/a%00", "(refused)"},
             Row{"/a%FF", "(refused)"},
             Row{"/a%", "(refused)"},
             Row{"/a b", "(refused)"},
             Row{"/a#b", "(refused)"},
             Row{"/\xC3\xA9", "(refused)"},
             Row{"/a\x7F", "(refused)"},
         }) {
        INFO(row.target);
        CHECK(outcome([&] { return read_target(row.target).path; }) == row.path);
    }
}

TEST_CASE("a form is read as browsers send it, and one that is cut off is refused") {
    const std::string end = "------edge--\r\n";
    struct Row {
        std::string type;
        std::string body;
        std::string told;
    };
    for (const Row& row : {
             Row{"application/x-www-form-urlencoded", "a=1&b=%20", "a=1|b= "},
             Row{"Application/X-WWW-Form-Urlencoded; charset=UTF-8", "a=1", "a=1"},
             Row{"text/plain", "a=1", "(no form)"},
             Row{"application/json", "{}", "(no form)"},
             Row{"", "a=1", "(no form)"},
             Row{type, end, ""},
             Row{type, part("name=\"a\"", "1") + part("name=\"b\"", "x\r\ny") + end, "a=1|b=x\r\ny"},
             Row{type, part("name=\"a\"", "") + end, "a="},
             Row{"multipart/form-data; charset=x; boundary=\"----edge\"", part("name=a", "1") + end, "a=1"},
             Row{type, part("name=\"f\"; filename=\"a;b.txt\"", "bytes\xFF\r\n\r\n--") + end,
                 "|a;b.txt:bytes\xFF\r\n\r\n--"},
             Row{type, part("filename=\"a%22b\"; name=\"f\"", "x") + end, "|a\"b:x"},
             Row{type, part("name=\"f\"; filename=\"../\u00E9\"", "x") + end, "|../\u00E9:x"},
             // A field for files that was left empty.
             Row{type, part("name=\"f\"; filename=\"\"", "") + end, ""},
             Row{type, part("name=\"f\"; filename=\"\"", "x") + end, "|:x"},
             Row{type, "", "(refused)"},
             Row{type, part("name=\"a\"", "1"), "(refused)"},
             Row{type, "x" + end, "(refused)"},
             Row{type, part("name=\"a\"", "\xFF") + end, "(refused)"},
             Row{type, part("name=\"a\"", std::string(1, '\0')) + end, "(refused)"},
             Row{type, part("name=\"f\"; filename=\"\xFF\"", "x") + end, "(refused)"},
             Row{type, part("filename=\"x\"", "x") + end, "(refused)"},
             Row{type, part("name=\"a", "1") + end, "(refused)"},
             Row{type, part("name", "1") + end, "(refused)"},
             Row{type, "------edge\r\nContent-Type: x\r\n\r\n1\r\n" + end, "(refused)"},
             Row{type, "------edge\r\n\r\n1\r\n" + end, "(refused)"},
             Row{type, "------edge\r\n" + end, "(refused)"},
             Row{type, part("name=\"a\"" + std::string(5000, ' '), "1") + end, "(refused)"},
             Row{"multipart/form-data", end, "(refused)"},
             Row{"multipart/form-data; boundary=", end, "(refused)"},
             Row{"multipart/form-data; boundary=" + std::string(71, 'x'), end, "(refused)"},
         }) {
        INFO(row.type << "\n" << row.body);
        CHECK(told_of_form(row.type, row.body) == row.told);
    }
    std::string many;
    for (std::size_t i = 0; i <= most_values; ++i)
        many += part("name=\"a\"", "1");
    CHECK(told_of_form(type, many + end) == "(refused)");
}
