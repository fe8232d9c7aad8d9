#include "output/links.hpp"

#include <nlohmann/json.hpp>

#include <sstream>
#include <vector>

#include "support/catch.hpp"
#include "text/terminal.hpp"

using namespace newsarc;
using namespace newsarc::output;

namespace {

std::string row(const FoundLink& link, const Layout& layout = {}) {
    std::ostringstream out;
    print_link_row(out, link, layout);
    return out.str();
}

FoundLink related() {
    FoundLink out{.from = 7, .headline = "Port reopens", .link = {}};
    out.link.kind = LinkKind::related;
    out.link.title = "Council votes for higher dykes";
    out.link.label = "READ ALSO";
    out.link.article = 12;
    return out;
}

FoundLink address() {
    FoundLink out{.from = 7, .headline = std::nullopt, .link = {}};
    out.link.url = "https://example.org/a?b=1";
    out.link.host = "example.org";
    return out;
}

}  // namespace

TEST_CASE("a link is a line: where it stands, its kind, its words, what it points at") {
    CHECK(row(related()) == "7\trelated\tCouncil votes for higher dykes (id 12)\n");
    CHECK(row(address()) == "7\tbody\thttps://example.org/a?b=1\n");
    FoundLink both = address();
    both.link.title = "an album";
    CHECK(row(both) == "7\tbody\tan album <https://example.org/a?b=1>\n");
}

TEST_CASE("a link is broken to fit the width, but its address, and nothing of it is left out") {
    CHECK(row(related(), {.style = {}, .width = 40}) ==
          "     7  related\n"
          "    Council votes for higher dykes (id\n"
          "    12)\n");
    FoundLink link = related();
    link.link.title = "北京经济 Council votes for higher dykes along the river and its meadows";
    link.link.url = "https://example.org/" + std::string(70, 'x');
    CHECK(row(link, {.style = {}, .width = 80}) ==
          "     7  related    北京经济 Council votes for higher dykes along the river and\n"
          "                   its meadows\n"
          "                   <" +
              *link.link.url + ">\n" + "                   (id 12)\n");
    for (const std::size_t width : {20U, 40U, 59U, 60U, 100U}) {
        std::istringstream lines(row(link, {.style = {}, .width = width}));
        for (std::string line; std::getline(lines, line);) {
            INFO(line);
            if (line.find("https:") == std::string::npos) CHECK(text::display_width(line) <= width);
        }
    }
}

TEST_CASE("links for other programs") {
    CHECK(link_csv_names() == "from,headline,kind,label,title,url,host,article\r\n");
    CHECK(link_csv(related()) == "7,Port reopens,related,READ ALSO,Council votes for higher dykes,,,12\r\n");
    const auto json = nlohmann::json::parse(link_json(related()));
    CHECK(json["from"] == 7);
    CHECK(json["headline"] == "Port reopens");
    CHECK(json["kind"] == "related");
    CHECK(json["url"].is_null());
    CHECK(json["article"] == 12);
    std::ostringstream out;
    print_link_pattern(out, Pattern("{from}\t{host}\t{article}", link_fields), address());
    CHECK(out.str() == "7\texample.org\t\n");
}

TEST_CASE("hosts are a line each") {
    const std::vector<HostCount> hosts{{"example.org", 12, 9}, {"b.example", 1, 1}};
    std::ostringstream text;
    print_hosts(text, hosts, {});
    CHECK(text.str() ==
          "12\texample.org\t9\n"
          "1\tb.example\t1\n");
    std::ostringstream csv;
    print_hosts_csv(csv, hosts);
    CHECK(csv.str() == "host,links,articles\r\nexample.org,12,9\r\nb.example,1,1\r\n");
    std::ostringstream json;
    print_hosts_jsonl(json, hosts);
    CHECK(json.str() ==
          "{\"host\":\"example.org\",\"links\":12,\"articles\":9}\n"
          "{\"host\":\"b.example\",\"links\":1,\"articles\":1}\n");
}

TEST_CASE("nothing in a link commands a terminal") {
    constexpr const char* hostile = "x\x1B]0;title\x07\x1B[2J\r\ny";
    FoundLink link = related();
    link.link.title = link.link.url = link.link.host = hostile;
    std::ostringstream out;
    out << row(link) << row(link, {.style = {}, .width = 60});
    print_link_pattern(out, Pattern("{url} {title} {host}", link_fields), link);
    print_hosts(out, std::vector<HostCount>{{hostile, 1, 1}}, {.style = {}, .width = 40});
    for (const char c : out.str())
        CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t'));
}

TEST_CASE("of what points at a known article, the headline is told") {
    const auto pointing = [](const FoundLink& link) {
        std::ostringstream out;
        print_link_row(out, link, {}, true);
        return out.str();
    };
    CHECK(pointing(related()) == "7\trelated\tPort reopens\n");
    CHECK(pointing(address()) == "7\tbody\t(no headline)\n");
}
