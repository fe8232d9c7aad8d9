#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

namespace {

constexpr const char* file = "home/.config/newsarc/config.toml";

/// A home with an archive that the configuration file names.
void set_up(const Sandbox& sandbox) {
    sandbox.write("a.txt", port_article);
    sandbox.write(file,
                  "archive = \"~/mine.db\"\n"
                  "[aliases]\n"
                  "ids = \"list --ids\"\n"
                  "wrong = \"lst\"\n"
                  "port = [\"search\", \"-n\", \"1\", \"river port\"]\n");
    REQUIRE(sandbox.run({"add", "-q", "a.txt"}).status == 0);
    REQUIRE(sandbox.exists("home/mine.db"));
}

}  // namespace

TEST_CASE("options count before the environment, and the environment before the configuration file") {
    Sandbox sandbox;
    set_up(sandbox);
    CHECK(sandbox.run({"list", "--ids"}).out == "1\n");
    sandbox.environment["NEWSARC_ARCHIVE"] = sandbox.at("variable.db");
    CHECK(sandbox.run({"list"}).err.find("variable.db") != std::string::npos);
    CHECK(sandbox.run({"list", "-A", "option.db"}).err.find("option.db") != std::string::npos);
    sandbox.environment.erase("NEWSARC_ARCHIVE");
    CHECK(sandbox.run({"list", "--no-config"}).err.find(".local/share/newsarc") != std::string::npos);
    CHECK(sandbox.run({"--no-config", "list"}).err.find(".local/share/newsarc") != std::string::npos);
    sandbox.environment["XDG_CONFIG_HOME"] = sandbox.at("elsewhere");
    CHECK(sandbox.run({"list"}).err.find(".local/share/newsarc") != std::string::npos);
}

TEST_CASE("an alias stands for a command and its first arguments") {
    const Sandbox sandbox;
    set_up(sandbox);
    CHECK(sandbox.run({"ids"}).out == "1\n");
    CHECK(sandbox.run({"-q", "ids", "-n", "0"}).out.empty());
    CHECK(sandbox.run({"port", "--ids"}).out == "1\n");
    CHECK(sandbox.run({"ids", "--help"}).out.starts_with("newsarc list:"));
    CHECK(sandbox.run({"ids", "--no-config"}).err.find("there is no command 'ids'") != std::string::npos);
    CHECK(sandbox.run({"idss"}).err.find("did you mean ids?") != std::string::npos);
    CHECK(sandbox.run({"help", "ids"}).out.starts_with("ids is an alias: newsarc list"));
    CHECK(sandbox.run({"help", "ids"}).out.ends_with("\n\n" + sandbox.run({"help", "list"}).out));
    const Run wrong = sandbox.run({"wrong"});
    CHECK(wrong.status == 2);
    CHECK(wrong.err.find("the alias 'wrong' begins with 'lst'") != std::string::npos);
}

TEST_CASE("labels, colours and pager may come from the configuration file") {
    Sandbox sandbox;
    sandbox.write("a.txt", "River Port Reopens\n\nThe port is open.\n\nPsst, have you seen: Higher Dykes\n");
    sandbox.write("home/.config/newsarc/mine", "related en psst have you seen:\n");
    sandbox.write(file, "labels = \"mine\"\ncolor = \"always\"\npager = \"echo paged by; cat >/dev/null\"\n");
    CHECK(sandbox.run({"parse", "--json", "a.txt"}).json()["links"].size() == 1);
    CHECK(sandbox.run({"parse", "a.txt"}).out.find("\x1B[") != std::string::npos);
    CHECK(sandbox.run({"parse", "--color=never", "a.txt"}).out.find("\x1B[") == std::string::npos);
    sandbox.environment["NO_COLOR"] = "1";
    CHECK(sandbox.run({"parse", "a.txt"}).out.find("\x1B[") == std::string::npos);
    CHECK(sandbox.run_on_terminal({"parse", "a.txt"}).out.find("paged by") != std::string::npos);
    sandbox.environment["PAGER"] = "echo another; cat >/dev/null";
    CHECK(sandbox.run_on_terminal({"parse", "a.txt"}).out.find("another") != std::string::npos);
}

TEST_CASE("a configuration file that cannot be read stops all but help") {
    const Sandbox sandbox;
    sandbox.write(file, "archive = \"a.db\"\ncolr = \"never\"\n");
    const Run list = sandbox.run({"list"});
    CHECK(list.status == 2);
    CHECK(list.err.find("config.toml:2: there is no setting 'colr'") != std::string::npos);
    CHECK(list.err.find("\nhint: did you mean color?") != std::string::npos);
    CHECK(sandbox.run({"list", "--json"}).json_error()["code"] == "usage");
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {"--version"}, {"--help"}, {"list", "--help"}, {"help", "configuration"}, {"help", "list"}}) {
        INFO(arguments.front());
        CHECK(sandbox.run(arguments).status == 0);
    }
}
