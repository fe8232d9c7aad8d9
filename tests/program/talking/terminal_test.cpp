#include <algorithm>
#include <csignal>
#include <sstream>

#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

namespace {

class Archive : public TwoArticles {
public:
    Archive() { environment["NEWSARC_PAGER"] = "cat"; }
};

bool has_color(const Run& run) {
    return run.out.find("\x1B[") != std::string::npos;
}

/// What is left when the sequences of our own style are taken out.
std::string without_style(std::string text) {
    for (const std::string sequence : {"\x1B[1m", "\x1B[2m", "\x1B[0m", "\x1B[1;31m"}) {
        for (std::size_t at = 0; (at = text.find(sequence, at)) != std::string::npos;) {
            text.erase(at, sequence.size());
        }
    }
    return text;
}

}  // namespace

TEST_CASE("colours are for a terminal") {
    Archive archive;
    CHECK(has_color(archive.run_on_terminal({"list"})));
    CHECK_FALSE(has_color(archive.run({"list"})));
    CHECK(has_color(archive.run({"list", "--color=always"})));
    CHECK(has_color(archive.run({"list", "--color", "always"})));
    CHECK_FALSE(has_color(archive.run_on_terminal({"list", "--color=never"})));
    archive.environment["CLICOLOR_FORCE"] = "1";
    CHECK(has_color(archive.run({"list"})));
    archive.environment.erase("CLICOLOR_FORCE");
    archive.environment["NO_COLOR"] = "1";
    CHECK_FALSE(has_color(archive.run_on_terminal({"list"})));
    CHECK(has_color(archive.run_on_terminal({"list", "--color=always"})));
    archive.environment["NO_COLOR"] = "";
    CHECK(has_color(archive.run_on_terminal({"list"})));
    archive.environment["TERM"] = "dumb";
    CHECK_FALSE(has_color(archive.run_on_terminal({"list"})));
    CHECK_FALSE(has_color(archive.run({"list", "--json"})));
}

TEST_CASE("hyperlinks are for a terminal") {
    const Archive archive;
    const std::string link = "\x1B]8;;https://whatsapp.com/channel/0000harbour\x1B\\";
    CHECK(archive.run_on_terminal({"show", "1"}).out.find(link) != std::string::npos);
    CHECK(archive.run({"show", "1"}).out.find(link) == std::string::npos);
    CHECK(archive.run({"show", "1", "--color=always"}).out.find(link) == std::string::npos);
}

TEST_CASE("text fits the terminal") {
    const Archive archive;
    for (const std::size_t columns : {40U, 60U, 80U}) {
        const std::string text = archive
                                     .run_on_terminal({"list", "--sort=added", "--color=never"},
                                                      static_cast<unsigned short>(columns))
                                     .out;
        CHECK(text.find('\n') <= columns + 2);  // an ellipsis has three bytes
        CHECK(text.find("…") != std::string::npos);
    }
    const std::string wide = archive.run_on_terminal({"show", "1", "--color=never"}, 300).out;
    CHECK(wide.find("came back to its\nquays.\n") == std::string::npos);
    const std::string narrow = archive.run_on_terminal({"show", "1", "--color=never"}, 50).out;
    CHECK(narrow.find("The river port of Portvale reopened on Monday, and\n") != std::string::npos);
}

TEST_CASE("help fits the terminal, the command lines of its examples aside") {
    const Sandbox sandbox;
    for (const std::size_t columns : {20U, 40U, 60U, 80U, 300U}) {
        for (const std::vector<std::string>& arguments :
             std::vector<std::vector<std::string>>{{"--help"}, {"search", "--help"}, {"add", "--help"}}) {
            const std::string text =
                sandbox.run_on_terminal(arguments, static_cast<unsigned short>(columns)).out;
            std::istringstream lines(without_style(text));
            for (std::string line; std::getline(lines, line);) {
                INFO(columns << ": " << line);
                // Nothing has more than 26 columns that it cannot be broken in.
                CHECK((line.size() <= std::max<std::size_t>(columns, 26) || line.starts_with("  newsarc ") ||
                       line.starts_with("  pdftotext ")));
            }
        }
    }
}

TEST_CASE("long output goes through the pager of the user") {
    Archive archive;
    archive.environment["NEWSARC_PAGER"] = "sed 's/^/> /'";
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"list"}, {"show", "1"}, {"search", "dykes"}}) {
        const Run run = archive.run_on_terminal(arguments);
        CHECK(run.status == 0);
        CHECK(run.out.starts_with("> "));
        CHECK_FALSE(archive.run(arguments).out.starts_with("> "));
    }
    CHECK_FALSE(archive.run_on_terminal({"list", "--no-pager"}).out.starts_with("> "));
    CHECK_FALSE(archive.run_on_terminal({"--no-pager", "list"}).out.starts_with("> "));
    CHECK_FALSE(archive.run_on_terminal({"list", "--json"}).out.starts_with("> "));
}

TEST_CASE("PAGER is second to NEWSARC_PAGER, and LESS is set unless the user has set it") {
    Archive archive;
    archive.environment.erase("NEWSARC_PAGER");
    archive.environment["PAGER"] = "cat >/dev/null; echo LESS is $LESS";
    CHECK(archive.run_on_terminal({"list"}).out == "LESS is FRX\n");
    archive.environment["LESS"] = "S";
    CHECK(archive.run_on_terminal({"list"}).out == "LESS is S\n");
    archive.environment["NEWSARC_PAGER"] = "echo ours";
    CHECK(archive.run_on_terminal({"list"}).out == "ours\n");
}

TEST_CASE("messages come after the pager, and a pager closed early is no error") {
    Archive archive;
    archive.environment["NEWSARC_PAGER"] = "sed 's/^/> /'";
    const Run run = archive.run_on_terminal({"show", "999", "1", "--color=never"});
    CHECK(run.status == 1);
    CHECK(run.out.starts_with("> River Port"));
    CHECK(run.out.ends_with("hint: newsarc list shows the articles with their ids\n"));
    archive.environment["NEWSARC_PAGER"] = "true";
    CHECK(archive.run_on_terminal({"list"}).status == 0);
    archive.environment["NEWSARC_PAGER"] = "'no such pager'";
    CHECK(archive.run_on_terminal({"list"}).out.find("note: the pager cannot be started") !=
          std::string::npos);
}

TEST_CASE("without a pager the text goes to the terminal") {
    Archive archive;
    const std::string note = "newsarc: note: the pager cannot be started";
    for (const char* name : {"no-such-pager", "no-such-pager -R", "/no/such/pager", " "}) {
        archive.environment["NEWSARC_PAGER"] = name;
        const Run run = archive.run_on_terminal({"show", "1", "--color=never"});
        INFO(run.out);
        CHECK(run.status == 0);
        CHECK(run.out.starts_with(note));
        CHECK(run.out.find("\nRiver Port Reopens") != std::string::npos);
    }
    // A system without less: nobody named a pager, and nobody is told of it.
    archive.environment.erase("NEWSARC_PAGER");
    archive.environment["PATH"] = archive.at("");
    const Run run = archive.run_on_terminal({"show", "1", "--color=never"});
    CHECK(run.status == 0);
    CHECK(run.out.starts_with("River Port Reopens"));
}

TEST_CASE("a terminal that cannot move its cursor gets no pager unless the user names one") {
    Archive archive;
    archive.environment.erase("NEWSARC_PAGER");
    archive.environment["TERM"] = "dumb";
    archive.write("bin/less", "#!/bin/sh\necho paged\n");
    REQUIRE(archive.shell("chmod +x bin/less").status == 0);
    archive.environment["PATH"] = archive.at("bin") + ":/usr/bin:/bin";
    CHECK(archive.run_on_terminal({"show", "1"}).out.starts_with("River Port Reopens"));
    archive.environment["TERM"] = "xterm";
    CHECK(archive.run_on_terminal({"show", "1"}).out == "paged\n");
    archive.environment["TERM"] = "dumb";
    archive.environment["PAGER"] = "less";
    CHECK(archive.run_on_terminal({"show", "1"}).out == "paged\n");
}

TEST_CASE("nothing out of an article, a file name or a query can command the terminal") {
    Archive archive;
    const std::string hostile =
        "x\x1B]0;title\x07\x1B[2J\xC2\x9B"
        "31m\xE2\x80\xAE"
        "evil";
    archive.write("in/" + hostile + ".txt", "Credit: " + hostile + "\n\nZeppelin " + hostile +
                                                "\n\nBody zeppelin " + hostile +
                                                " text.\n\nREAD ALSO: " + hostile + "\n");
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"add", "--verbose", "in"},
                                                      {"list"},
                                                      {"search", "zeppelin"},
                                                      {"show", "3"},
                                                      {"search", hostile},
                                                      {"search", "nowhere" + hostile},
                                                      {"show", hostile},
                                                      {"show", "3", "--format=original"},
                                                      {"parse", "in/" + hostile + ".txt"},
                                                      {"parse", "--explain", "in/" + hostile + ".txt"},
                                                      {"add", "in/missing" + hostile}}) {
        INFO(arguments[0]);
        CHECK(is_harmless(without_style(archive.run_on_terminal(arguments).out)));
        const Run piped = archive.run(arguments);
        CHECK(is_harmless(piped.err));
        if (arguments.back() != "--format=original") CHECK(is_harmless(piped.out));
    }
    const auto article = archive.run({"show", "3", "--json"}).json();
    CHECK(archive.run({"show", "3", "--format=original"}).out.find(hostile) != std::string::npos);
    CHECK(article["links"][0]["title"].get<std::string>().find("\xE2\x80\xAE") != std::string::npos);
}

// Records of other programs are kept as they are, and some commands used to send them on as they were.
TEST_CASE("what other programs are to have as it is stored is cleaned for a terminal all the same") {
    const Archive archive;
    archive.write(
        "hostile.jsonl",
        R"({"key": "k\u001b[1m", "headline": "Zeppelin \u001b]0;title\u0007", "credit": "\u001b[2J",)"
        R"( "body": "A zeppelin \u001b[31m came.", "tags": ["\u202ered"], "links":)"
        R"( [{"kind": "body", "url": "https://example.org/\u001b[1m", "host": "\u001b[1m"}]})");
    REQUIRE(archive.run({"import", "-q", "hostile.jsonl"}).status == 0);
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"list", "--format", "csv"},
                                                      {"list", "--format", "{headline} {body}"},
                                                      {"list", "--json"},
                                                      {"search", "--format", "csv", "zeppelin"},
                                                      {"search", "--format", "trec", "zeppelin"},
                                                      {"search", "--format", "jsonl", "zeppelin"},
                                                      {"search", "--facet", "credit", "zeppelin"},
                                                      {"show", "--format", "csv", "3"},
                                                      {"show", "--format", "{body}", "3"},
                                                      {"links", "--format", "csv"},
                                                      {"links", "--hosts", "--format", "csv"},
                                                      {"links", "--hosts"},
                                                      {"export", "--format", "ris"},
                                                      {"edit", "--print", "3"},
                                                      {"tag"},
                                                      {"stats"}}) {
        std::vector<std::string> plain = arguments;
        plain.emplace_back("--color=never");
        INFO(arguments[0] << " " << arguments.back());
        const Run run = archive.run_on_terminal(plain);
        CHECK(run.status == 0);
        CHECK(is_harmless(run.out));
    }
    CHECK(archive.run({"search", "--format", "csv", "zeppelin"}).out.find("\x1B]0;title") !=
          std::string::npos);
}

TEST_CASE("Ctrl-C while adding keeps what was stored and has status 130") {
    Archive archive;
    archive.write("c.txt", "Tuesday market grows\n\nStalls now reach the old bridge.\n");
    bool interrupted = false;
    const Run run =
        archive.run_on_terminal({"add", "c.txt", "-"}, 80, [&](const std::string& shown, int process) {
            if (interrupted || shown.find("reading standard input") == std::string::npos) return;
            interrupted = true;
            kill(process, SIGINT);
        });
    CHECK(run.status == 130);
    CHECK(run.out.find("interrupted") != std::string::npos);
    CHECK(archive.run({"list"}).status == 0);
}
