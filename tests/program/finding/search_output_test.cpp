#include "program/sandbox.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

using namespace newsarc::tests;

using Archive = TwoArticles;

TEST_CASE("hits are printed in the format asked for") {
    const Archive archive;
    const std::string uid = archive.run({"show", "--json", "2"}).json()["uid"];
    CHECK(archive.run({"search", "meadows", "--format", "trec"}).out.starts_with("1 Q0 " + uid + " 1 "));
    CHECK(archive.run({"search", "meadows", "--format", "csv"}).out.starts_with("rank,score,id,uid,"));
    CHECK(archive.run({"search", "meadows", "--format={id}: {headline}"}).out ==
          "2: Council Votes for Higher Dykes\n");
    const auto hits = archive.run({"search", "portvale", "--format", "jsonl"}).json_lines();
    REQUIRE(hits.size() == 2);
    CHECK(hits[0]["rank"] == 1);
    const auto document = archive.run({"search", "portvale", "--format", "json"}).json();
    CHECK(document["hits"] == archive.run({"search", "portvale", "--json"}).json()["hits"]);
    CHECK(archive.run({"search", "portvale", "--format", "text"}).out ==
          archive.run({"search", "portvale"}).out);
}

TEST_CASE("formats that nobody knows, or that do not go together, are refused with a hint") {
    const Archive archive;
    for (const std::vector<std::string>& options : {std::vector<std::string>{"--format", "cvs"},
                                                    {"--format", "{headlin}"},
                                                    {"--format", "{id"},
                                                    {"--json", "--format", "csv"},
                                                    {"--json", "--ids"},
                                                    {"--ids", "--format", "text"},
                                                    {"--count", "--ids"},
                                                    {"--count", "--format", "csv"},
                                                    {"--batch", "in/a.txt"},
                                                    {"--recent", "soon"},
                                                    {"--recent", "3"},
                                                    {"--recent", "-3d"},
                                                    {"--facet", "colour"}}) {
        std::vector<std::string> arguments{"search", "portvale"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const Run run = archive.run(arguments);
        INFO(options.back());
        CHECK(run.status == 2);
        CHECK(run.out.empty());
        CHECK(run.err.find("\nhint: ") != std::string::npos);
    }
    CHECK(archive.run({"search", "x", "--format", "cvs"}).err.find("did you mean csv?") != std::string::npos);
}

TEST_CASE("facets tell what they leave out, and the articles without a value") {
    Sandbox sandbox;
    std::string lines;
    for (int i = 10; i < 35; ++i)
        lines += R"({"headline": "Port )" + std::to_string(i) + R"(", "credit": "Post )" + std::to_string(i) +
                 "\"}\n";
    sandbox.write("a.jsonl", lines + "{\"headline\": \"Port without\"}\n");
    REQUIRE(sandbox.run({"import", "-q", "a.jsonl"}).status == 0);
    const std::vector<std::string> search{"search", "port", "-n0", "--facet", "credit"};
    const std::string text = sandbox.run(search).out;
    CHECK(text.find("      1  (none)\n         … 5 more values: --facet-values 25\n") != std::string::npos);
    std::vector<std::string> all = search;
    all.insert(all.end(), {"--facet-values", "25", "--json"});
    const auto answer = sandbox.run(all).json();
    CHECK(answer["facets"]["credit"].size() == 25);
    CHECK(answer["facets_rest"]["credit"].dump() == R"({"values":0,"without":1})");
}

TEST_CASE("ids that are not all there are say so to whom works with them") {
    Sandbox sandbox;
    std::string lines;
    for (int i = 10; i < 25; ++i)
        lines += R"({"headline": "Port )" + std::to_string(i) + "\"}\n";
    sandbox.write("a.jsonl", lines);
    REQUIRE(sandbox.run({"import", "-q", "a.jsonl"}).status == 0);
    CHECK(sandbox.run({"search", "--ids", "port"}).err ==
          "newsarc: note: these are the first 10 of 15 ids; -n 15 gives all\n");
    CHECK(sandbox.run({"search", "--ids", "-n", "10", "port"}).err.empty());
    CHECK(sandbox.run({"search", "--ids", "-q", "port"}).err.empty());
}

TEST_CASE("facets count the articles found") {
    const Archive archive;
    const Run run = archive.run({"search", "portvale", "--json", "--facet", "credit", "--facet=lang"});
    const auto facets = run.json()["facets"];
    CHECK(facets["credit"].dump() ==
          R"([{"count":1,"value":"Dyke Weekly"},{"count":1,"value":"The Harbour Post"}])");
    CHECK(facets["lang"].dump() == R"([{"count":2,"value":"en"}])");
    const Run text = archive.run({"search", "portvale", "--facet", "credit"});
    CHECK(text.out.find("credit\n      1  Dyke Weekly\n      1  The Harbour Post\n") != std::string::npos);
}

TEST_CASE("a batch answers each line of a file") {
    Archive archive;
    const std::string uid = archive.run({"show", "--json", "2"}).json()["uid"];
    archive.write("topics", "51\tmeadows upstream\r\n\n52\tzeppelin\n53\tgrain barges");
    const Run trec = archive.run({"search", "--batch", "topics", "--format", "trec"});
    CHECK(trec.status == 0);
    CHECK(trec.out.starts_with("51 Q0 " + uid + " 1 "));
    CHECK(trec.out.find("\n53 Q0 ") != std::string::npos);
    CHECK(trec.err == "newsarc: note: 52: no article matches: zeppelin\n");
    const auto documents = archive.run({"search", "--batch", "topics", "--json"}).json_lines();
    REQUIRE(documents.size() == 3);
    CHECK(documents[0]["qid"] == "51");
    CHECK(documents[0]["query"] == "meadows upstream");
    CHECK(documents[1]["total"] == 0);
    CHECK(archive.run({"search", "--batch", "topics"}).out.starts_with("51  meadows upstream\n 1  Council"));
    archive.standard_input = "7\tzeppelin\n";
    CHECK(archive.run({"search", "--batch", "-", "--format=trec"}).status == 1);
    CHECK(archive.run({"search", "--batch", "topics", "--ids"}).status == 2);
    archive.write("bad", "51\tx\nno tab\n");
    const Run bad = archive.run({"search", "--batch", "bad"});
    CHECK(bad.status == 2);
    CHECK(bad.err.starts_with("newsarc: error: bad:2: "));
    CHECK(archive.run({"search", "--batch", "missing"}).status == 2);
}

TEST_CASE("recent articles can be favoured") {
    const Archive archive;
    for (const char* length : {"30d", "2w", "1.5m", "1y"}) {
        CHECK(archive.run({"search", "portvale", "--recent", length}).status == 0);
    }
}

TEST_CASE("a TREC run is of a thousand hits unless another number is asked for") {
    Sandbox sandbox;
    for (int i = 0; i < 12; ++i) {
        sandbox.standard_input += R"({"headline": "Zeppelin number )" + std::to_string(i) + "\"}\n";
    }
    REQUIRE(sandbox.run({"import", "-q", "-"}).status == 0);
    const auto lines = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {"search", "zeppelin"});
        const std::string out = sandbox.run(options).out;
        return std::count(out.begin(), out.end(), '\n');
    };
    CHECK(lines({"--format", "trec"}) == 12);
    CHECK(lines({"--format", "trec", "-n", "3"}) == 3);
    CHECK(lines({"--ids"}) == 10);
}

TEST_CASE("ids, a TREC run and JSON give the same hits in the same order") {
    Sandbox sandbox;
    const std::vector<std::string> words{"ferry", "harbour", "council", "dyke", "grain", "railway", "fog"};
    for (std::size_t i = 0; i < 40; ++i) {
        std::string body;
        for (std::size_t k = 0; k < 5 + i % 11; ++k)
            body += words[(i * i + k * 3) % words.size()] + " ";
        sandbox.standard_input += R"({"key": "k)" + std::to_string(i) + R"(", "headline": ")" +
                                  words[i % words.size()] + R"( report", "body": ")" + body + "\"}\n";
    }
    REQUIRE(sandbox.run({"import", "-q", "-"}).status == 0);
    for (const std::vector<std::string>& options : {std::vector<std::string>{"ferry"},
                                                    {"ferry", "fog", "railway"},
                                                    {"ferry", "fog", "--no-feedback"},
                                                    {"dyke", "grain", "--match", "all"},
                                                    {"ferry", "-n", "5", "--offset", "7"},
                                                    {"harbour", "-fog", "-n", "30"},
                                                    {"council", "--group", "-n", "30"}}) {
        const auto run = [&](const std::vector<std::string>& format) {
            std::vector<std::string> arguments{"search", "-q"};
            arguments.insert(arguments.end(), options.begin(), options.end());
            arguments.insert(arguments.end(), format.begin(), format.end());
            return sandbox.run(arguments);
        };
        INFO(options.front() << " " << options.back());
        const auto hits = run({"--json"}).json()["hits"];
        REQUIRE_FALSE(hits.empty());
        std::istringstream ids(run({"--ids"}).out);
        std::istringstream trec(run({"--format", "trec"}).out);
        for (const auto& hit : hits) {
            std::int64_t id = 0;
            ids >> id;
            CHECK(hit["id"] == id);
            std::string query, iteration, document, name;
            std::size_t rank = 0;
            double score = 0;
            trec >> query >> iteration >> document >> rank >> score >> name;
            CHECK(hit["key"] == document);
            CHECK(hit["rank"] == rank);
            CHECK(hit["score"].get<double>() == Approx(score).epsilon(1e-5));
        }
    }
}
