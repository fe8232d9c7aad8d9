#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

namespace {

class Archive : public Sandbox {
public:
    Archive() {
        environment["NEWSARC_ARCHIVE"] = at("news.db");
        write(
            "a.jsonl",
            "{\"headline\": \"Prices rise\", \"credit\": \"NewsX\", \"published\": \"2025-01-21\", \"body\": "
            "\"The inflation rate rose. High inflation hurts,\\nsaid the bank; inflation.\"}\n"
            "{\"headline\": \"Inflation falls\", \"credit\": \"NewsY\", \"published\": \"2025-02-03\", "
            "\"body\": \"Recession looms; low inflation does not help. Recessions end.\"}\n"
            "{\"headline\": \"物价上涨\", \"published\": \"2025-02-04\", \"body\": "
            "\"今年的物价上涨很快。\"}\n"
            "{\"headline\": \"Undated\", \"body\": \"No word of it.\"}\n");
        REQUIRE(run({"import", "-q", "a.jsonl"}).status == 0);
    }
};

}  // namespace

TEST_CASE("kwic shows words below each other with what stands around them") {
    const Archive archive;
    const Run run = archive.run({"kwic", "inflation", "--width", "40"});
    CHECK(run.status == 0);
    CHECK(run.out ==
          "2                  Inflation falls\n"
          "2  sion looms; low inflation does not he\n"
          "1              The inflation rate rose. \n"
          "1  rate rose. High inflation hurts, said\n"
          "1   said the bank; inflation.\n");
    CHECK(run.err.empty());
}

TEST_CASE("kwic is sorted by what stands before or behind a word") {
    const Archive archive;
    const auto words = [&](const char* side, const char* order) {
        std::string out;
        for (const auto& line : archive.run({"kwic", "inflation", "--sort", order, "--json"}).json_lines())
            out += "[" + line[side].get<std::string>().substr(0, 6) + "]";
        return out;
    };
    CHECK(words("right", "newest") == "[ falls][ does ][ rate ][ hurts][.]");
    CHECK(words("right", "right") == "[.][ does ][ falls][ hurts][ rate ]");
    CHECK(archive.run({"kwic", "inflation", "--sort", "left", "--json"}).json_lines()[1]["left"] ==
          "The inflation rate rose. High inflation hurts, said the bank; ");
}

TEST_CASE("kwic takes queries, and gives CSV and JSON") {
    const Archive archive;
    const auto csv = archive.run({"kwic", "recession*", "--format", "csv"});
    CHECK(csv.out ==
          "id,published,credit,headline,part,left,word,right\r\n"
          "2,2025-02-03,NewsY,Inflation falls,body,,Recession, looms; low inflation does not help. "
          "Recessions end.\r\n"
          "2,2025-02-03,NewsY,Inflation falls,body,Recession looms; low inflation does not help. "
          ",Recessions, end.\r\n");
    CHECK(archive.run({"kwic", "\"inflation rate\"", "--json"}).json_lines()[0]["word"] == "inflation rate");
    CHECK(archive.run({"kwic", "*flation", "credit:NewsX", "--json"}).json_lines().size() == 3);
    CHECK(archive.run({"kwic", "上涨", "--json"}).json_lines()[1]["left"] == "今年的物价");
    const Run wide = archive.run({"kwic", "上涨", "--width", "30"});
    CHECK(wide.out == "3        物价上涨\n3  今年的物价上涨很快。\n");
}

TEST_CASE("kwic says when there is more, and when there is nothing") {
    const Archive archive;
    const Run two = archive.run({"kwic", "inflation", "-n", "2"});
    CHECK(two.err == "newsarc: note: there are more places; -n N shows so many, -n 0 all\n");
    CHECK(archive.run({"kwic", "inflation", "-n", "0"}).err.empty());
    CHECK(archive.run({"kwic", "zeppelin"}).status == 1);
    CHECK(archive.run({"kwic", "zeppelin"}).err == "newsarc: note: no article matches: zeppelin\n");
    CHECK(archive.run({"kwic", "credit:NewsX"}).err ==
          "newsarc: note: nothing but fields to look for: credit:NewsX\n");
    CHECK(archive.run({"kwic"}).status == 2);
    CHECK(archive.run({"kwic", "x", "--width", "5"}).status == 2);
    CHECK(archive.run({"kwic", "since:foo"}).status == 2);
}

TEST_CASE("stats tells how words are used, by time and by source") {
    const Archive archive;
    const Run csv = archive.run({"stats", "--words", "inflation", "recession", "--format", "csv"});
    CHECK(csv.status == 0);
    CHECK(csv.out.starts_with(
        "value,articles,words,inflation,inflation per million,recession,recession per million\r\n"
        "2025-01,1,13,3,230769.23,0,0.00\r\n2025-02,2,"));
    const auto by = [&](const char* way, std::vector<std::string> more = {}) {
        std::vector<std::string> arguments{"stats", "--words", "inflation", "--by", way, "--json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return archive.run(arguments).json();
    };
    CHECK(by("month")["without"] == 1);
    CHECK(by("day")["rows"][1]["value"] == "2025-02-03");
    CHECK(by("week")["rows"][1]["value"] == "2025-W06");
    CHECK(by("year")["rows"][0]["times"] == nlohmann::json({5}));
    CHECK(by("credit")["rows"].size() == 2);
    CHECK(by("month", {"--credit", "NewsX"})["rows"].size() == 1);
    CHECK(by("month", {"low inflation"})["rows"][1]["times"] == nlohmann::json({2, 1}));
    const Run text = archive.run({"stats", "--words", "inflation"});
    CHECK(text.out.find("inflation: 5 times, here of a million words\n  2025-01  230769 ") !=
          std::string::npos);
    CHECK(archive.run({"stats", "--words"}).status == 2);
    CHECK(archive.run({"stats", "--by", "week"}).status == 2);
    CHECK(archive.run({"stats", "--format", "csv"}).status == 2);
    const std::string svg = archive.run({"stats", "--words", "inflation", "low", "--svg", "-"}).out;
    CHECK(svg.find("<title>2025-01: 230769</title>") != std::string::npos);
    CHECK(svg.ends_with("</svg>\n"));
}

TEST_CASE("keywords tells the words of what was found from those of the rest, and of what stands near") {
    Sandbox archive;
    archive.environment["NEWSARC_ARCHIVE"] = archive.at("news.db");
    std::string lines;
    for (int i = 0; i < 8; ++i) {
        const std::string number = std::to_string(i);
        lines +=
            "{\"headline\": \"Flood " + number +
            "\", \"credit\": \"A\", \"body\": \"The river rose over the old dykes and the rivers fell in "
            "2025. Far behind the hills sheep grazed, undisturbed.\"}\n";
        lines += "{\"headline\": \"Match " + number +
                 "\", \"credit\": \"B\", \"body\": \"The old team won the match over the river side.\"}\n";
    }
    archive.write("a.jsonl", lines);
    REQUIRE(archive.run({"import", "-q", "a.jsonl"}).status == 0);
    const auto words = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "keywords");
        arguments.push_back("--json");
        std::string out;
        for (const auto& line : archive.run(arguments).json_lines())
            out += line["word"].get<std::string>() + " ";
        return out;
    };
    CHECK(words({"credit:A"}).find("dykes") != std::string::npos);
    CHECK(words({"credit:A"}).find("team") == std::string::npos);
    CHECK(words({"credit:A"}).find("the ") == std::string::npos);
    CHECK(words({"credit:A"}).find("2025") == std::string::npos);
    CHECK(words({"credit:A", "dykes", "--near", "2"}).find("sheep") == std::string::npos);
    CHECK(words({"credit:A", "dykes", "--near", "2"}).find("old") != std::string::npos);
    const Run csv = archive.run({"keywords", "credit:B", "--format", "csv", "-n", "1"});
    CHECK(csv.out.starts_with("word,times,per million,elsewhere,per million elsewhere,score\r\n"));
    CHECK(archive.run({"keywords", "credit:B"}).out.find("elsewhere") != std::string::npos);
    CHECK(archive.run({"keywords", "zeppelin"}).status == 1);
    CHECK(archive.run({"keywords"}).status == 2);
}
