#include "output/stats/stats.hpp"

#include <nlohmann/json.hpp>

#include <sstream>
#include <string>

#include "support/catch.hpp"
#include "text/terminal.hpp"

using namespace newsarc;
using namespace newsarc::output;

namespace {

Stats sample() {
    Stats stats;
    stats.articles = 12;
    stats.words = 4210;
    stats.links = 1;
    stats.dated = 9;
    stats.without_month = 1;
    stats.first_published = from_iso("2024-11-02");
    stats.last_published = from_iso("2025-02-10T08:00Z");
    stats.first_added = stats.last_added = "2026-11-23T10:00:00Z";
    stats.fields = {{FacetField::credit, 3, {{"Harbour Wire", 8}, {"北京日报", 2}}},
                    {FacetField::site, 1, {{"example.org", 1}}},
                    {FacetField::tag, 0, {}},
                    {FacetField::lang, 1, {{"en", 12}}}};
    stats.years = {{"2024", 3}, {"2025", 6}};
    stats.months = {{"2024-11", 2}, {"2025-01", 1}, {"2025-02", 5}};
    stats.understood = "*";
    return stats;
}

std::string shown(const Stats& stats, Drawing drawing, std::size_t width, std::optional<Period> period = {}) {
    std::ostringstream out;
    print_stats(out, stats, period, drawing, {.style = {}, .width = width});
    return out.str();
}

std::string svg(const Stats& stats, const std::optional<std::string>& query = {}) {
    std::ostringstream out;
    print_stats_svg(out, query, stats, std::nullopt);
    return out.str();
}

}  // namespace

TEST_CASE("numbers, lists and the timeline are drawn in ASCII") {
    CHECK(shown(sample(), Drawing::ascii, 40) ==
          "12 articles, 4210 words, 3 sources, 1\n"
          "link to 1 site\n"
          "published 2024-11-02 to 2025-02-10; 3\n"
          "without a date\n"
          "added 2026-11-23\n"
          "\n"
          "Credits (2 of 3)\n"
          "  Harbour Wire  8 ######################\n"
          "  北京日报      2 #####\n"
          "\n"
          "Sites linked to\n"
          "  example.org  1 #######################\n"
          "\n"
          "Languages\n"
          "  en  12 ###############################\n"
          "\n"
          "Published by month\n"
          "  2024-11  2 ##########\n"
          "  2024-12  0\n"
          "  2025-01  1 #####\n"
          "  2025-02  5 ###########################\n"
          "  1 more dated by year alone\n");
}

TEST_CASE("bars have parts of blocks, and no line is wider than the terminal") {
    const std::string years = shown(sample(), Drawing::blocks, 80, Period::year);
    CHECK(years.find("  2024  3 █████████████████████████\n"
                     "  2025  6 ██████████████████████████████████████████████████\n") != std::string::npos);
    CHECK(years.find("alone") == std::string::npos);
    CHECK(shown(sample(), Drawing::blocks, 60).find("  2024-11  2 ██████████████████▊\n") !=
          std::string::npos);
    Stats wide = sample();
    wide.fields[0].values[0].value = "北京日报 and a name that goes on for longer than any terminal is wide";
    for (const std::size_t width : {20U, 40U, 80U, 200U}) {
        std::istringstream lines(shown(wide, Drawing::blocks, width));
        for (std::string line; std::getline(lines, line);) {
            INFO(line);
            CHECK(text::display_width(line) <= std::max<std::size_t>(width, 28));
        }
    }
}

TEST_CASE("what is missing is left out") {
    Stats stats;
    CHECK(shown(stats, Drawing::ascii, 80) == "0 articles, 0 words, 0 sources, 0 links to 0 sites\n");
    stats.articles = stats.words = 1;
    CHECK(shown(stats, Drawing::ascii, 80) ==
          "1 article, 1 word, 0 sources, 0 links to 0 sites\n"
          "no article with a date of publication\n");
}

TEST_CASE("a timeline shows months as long as they are few, and empty ones between") {
    Stats stats = sample();
    using Counts = std::vector<FacetCount>;
    CHECK(make_timeline(stats, {}, 60).counts ==
          Counts{{"2024-11", 2}, {"2024-12", 0}, {"2025-01", 1}, {"2025-02", 5}});
    CHECK(make_timeline(stats, Period::year, 60).counts == Counts{{"2024", 3}, {"2025", 6}});
    CHECK(make_timeline(stats, {}, 60, 3).period == Period::year);
    CHECK(make_timeline(stats, Period::month, 3).counts == stats.months);
    stats.years = {{"0001", 1}, {"9999", 1}};
    stats.months.clear();
    CHECK(make_timeline(stats, {}, 60).counts == stats.years);
    stats.years.clear();
    CHECK(make_timeline(stats, {}, 60).counts.empty());
}

TEST_CASE("numbers as JSON") {
    const auto json = nlohmann::json::parse(stats_json("taliban", sample()));
    CHECK(json["query"] == "taliban");
    CHECK(json["articles"] == 12);
    CHECK(json["first_published"] == "2024-11-02");
    CHECK(json["fields"]["credit"]["different"] == 3);
    CHECK(json["fields"]["credit"]["values"][0] == nlohmann::json{{"value", "Harbour Wire"}, {"count", 8}});
    CHECK(json["fields"]["tag"]["values"].empty());
    CHECK(json["months"].size() == 3);
    const auto empty = nlohmann::json::parse(stats_json({}, Stats{}));
    CHECK(empty["query"].is_null());
    CHECK(empty["last_added"].is_null());
}

TEST_CASE("the chart is one SVG element, whatever is written in it") {
    Stats stats = sample();
    stats.fields[0].values[0].value = "<script>\"&\x1B\x01\xff\uFFFF\uFFFE";
    const std::string chart = svg(stats, "a < b & \"c\"");
    CHECK(chart.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="));
    CHECK(chart.ends_with("</svg>\n"));
    CHECK(
        chart.find("12 articles for a &lt; b &amp; &quot;c&quot;, 3 without a date, 1 dated by year alone") !=
        std::string::npos);
    CHECK(chart.find("<script") == std::string::npos);
    // XML has no such characters.
    CHECK(chart.find("\uFFFF") == std::string::npos);
    CHECK(chart.find("\uFFFE") == std::string::npos);
    CHECK(chart.find("<title>2025-02: 5</title>") != std::string::npos);
    CHECK(chart.find("Articles by month of publication") != std::string::npos);
    for (const char c : chart)
        CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
    CHECK(svg(Stats{}).find("<rect class=\"back\"") != std::string::npos);
}
