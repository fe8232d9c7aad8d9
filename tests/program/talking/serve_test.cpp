// The archive in the browser as its reader starts and ends it; tests/web has the rest.

#include <signal.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "program/sandbox.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"
#include "web/raw_client.hpp"

using namespace newsarc::tests;
using namespace newsarc::web::tests;

namespace {

/// The program, serving until it is told to stop.
class Serving {
public:
    explicit Serving(const Sandbox& box, const std::string& options = "--port 0 --no-browser")
        : box_(box), thread_([this, options] {
              run_ = box_.shell("echo $$ > pid; exec '" + newsarc::test::program_path() + "' serve " +
                                options + " > address");
              ended_ = true;
          }) {
        while (!ended_ && (!box_.exists("address") || !box_.read("address").ends_with('\n')))
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        printed = box_.exists("address") ? box_.read("address") : std::string();
        const std::size_t begin = printed.find("http://127.0.0.1:");
        if (begin == std::string::npos) return;
        host = printed.substr(begin + 7, printed.find('/', begin + 7) - begin - 7);
        const std::size_t target = printed.find("/?token=");
        start = printed.substr(target, printed.find_first_of("\"\n", target) - target);
    }
    Serving(const Serving&) = delete;
    Serving& operator=(const Serving&) = delete;
    ~Serving() {
        if (thread_.joinable()) stop();
    }

    /// What it printed, the host in it, and the target with the token.
    std::string printed;
    std::string host;
    std::string start;

    [[nodiscard]] RawClient client() const {
        return RawClient(static_cast<std::uint16_t>(std::stoul(host.substr(host.find(':') + 1))));
    }

    [[nodiscard]] std::string answer(const std::string& target, const std::string& fields = {}) const {
        RawClient one = client();
        one.send("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + fields +
                 "\r\n");
        return one.rest();
    }

    /// The field that the start address is swapped for.
    [[nodiscard]] std::string cookie() const {
        const std::string set = header_of(answer(start), "Set-Cookie");
        return "Cookie: " + set.substr(0, set.find(';')) + "\r\n";
    }

    /// Ctrl-C; what was left behind.
    Run stop() {
        if (!ended_) kill(std::stoi(box_.read("pid")), SIGINT);
        thread_.join();
        return run_;
    }

private:
    const Sandbox& box_;
    Run run_;
    std::atomic<bool> ended_ = false;
    std::thread thread_;
};

}  // namespace

TEST_CASE("an archive is served to who has the address that was printed, until Ctrl-C") {
    const TwoArticles box;
    Serving serving(box);
    CHECK(serving.printed == "http://" + serving.host + serving.start + "\n");
    CHECK(status_of(serving.answer("/")) == "403");
    const std::string swapped = serving.answer(serving.start);
    CHECK(status_of(swapped) == "303");
    CHECK(header_of(swapped, "Location") == "/");
    CHECK(status_of(serving.answer("/", serving.cookie())) == "200");

    RawClient idle = serving.client();
    const auto begun = std::chrono::steady_clock::now();
    const Run run = serving.stop();
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
    CHECK(run.status == 0);
    CHECK(run.err.empty());
    CHECK(idle.is_ended());
}

TEST_CASE("the address is printed as JSON for programs") {
    const TwoArticles box;
    Serving serving(box, "--port 0 --no-browser --json");
    const auto told = nlohmann::json::parse(serving.printed);
    CHECK(told["address"] == "http://" + serving.host + serving.start);
    CHECK(told["archive"] == box.at("home/.local/share/newsarc/archive.db"));
    CHECK(serving.stop().status == 0);
}

TEST_CASE("two servers get along, with a cookie each, and not on one port") {
    const TwoArticles box;
    const TwoArticles other;
    const Serving one(box);
    Serving two(other);
    CHECK(one.host != two.host);
    const std::string both = one.cookie().substr(0, one.cookie().size() - 2) + "; " + two.cookie().substr(8);
    CHECK(status_of(one.answer("/", both)) == "200");
    CHECK(status_of(two.answer("/", both)) == "200");
    CHECK(status_of(one.answer("/", two.cookie())) == "403");

    const std::string port = one.host.substr(one.host.find(':') + 1);
    const Run taken = other.run({"serve", "--no-browser", "--port", port});
    CHECK(taken.status == 2);
    CHECK(taken.out.empty());
    CHECK(taken.err == "newsarc: error: another program has the port " + port +
                           "\nhint: take another one: --port 0 takes any that is free\n");
}

TEST_CASE("there has to be an archive to show, and a port that there is") {
    const Sandbox box;
    const Run none = box.run({"serve", "--no-browser", "--port", "0"});
    CHECK(none.status == 2);
    CHECK(none.err.find("hint: make one with: newsarc add FILE-OR-FOLDER...") != std::string::npos);
    const Run wrong = box.run({"serve", "--port", "65536"});
    CHECK(wrong.status == 2);
    CHECK(wrong.err.find("65535") != std::string::npos);
}

TEST_CASE("an archive that another one takes the place of is shown as it is then") {
    const TwoArticles box;
    const Serving serving(box);
    const std::string cookie = serving.cookie();
    CHECK(serving.answer("/", cookie).find("2 articles") != std::string::npos);
    box.write("third.txt", "Credit: Third Post\n\nA Third Story\n\nIt rained in Portvale.\n");
    REQUIRE(box.run({"backup", "copy.db"}).status == 0);
    REQUIRE(box.run({"add", "-A", "copy.db", "third.txt"}).status == 0);
    std::filesystem::rename(box.at("copy.db"), box.at("home/.local/share/newsarc/archive.db"));
    CHECK(serving.answer("/", cookie).find("3 articles") != std::string::npos);
}

TEST_CASE("the browser is started with the address where there is a person, and not when it is not wanted") {
    TwoArticles box;
    box.write("browser", "#!/bin/sh\necho \"$@\" > opened\n");
    std::filesystem::permissions(box.at("browser"), std::filesystem::perms::owner_all);
    box.environment["BROWSER"] = box.at("browser");
    const auto stop_when_open = [](const std::string& shown, int process) {
        if (shown.find("Ctrl-C ends the server") != std::string::npos) kill(process, SIGINT);
    };
    const Run run = box.run_on_terminal({"serve", "--port", "0"}, 200, stop_when_open);
    CHECK(run.status == 0);
    REQUIRE(box.exists("opened"));
    CHECK(run.out.find(box.read("opened").substr(0, box.read("opened").size() - 1)) != std::string::npos);
    std::filesystem::remove(box.at("opened"));
    CHECK(box.run_on_terminal({"serve", "--port", "0", "--no-browser"}, 200, stop_when_open).status == 0);
    CHECK_FALSE(box.exists("opened"));
    CHECK(Serving(box, "--port 0").stop().status == 0);
    CHECK_FALSE(box.exists("opened"));
}
