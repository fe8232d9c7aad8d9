#include "web/site.hpp"

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <nlohmann/json.hpp>

#include <atomic>
#include <string>

#include "ask/desk.hpp"

using namespace newsarc;
using namespace newsarc::web;

namespace {

constexpr const char* moment_of_tests = "2025-01-21T10:00:00Z";

/// An archive in a file, and its pages as a browser would ask for them.
class Pages {
public:
    explicit Pages(bool may_change = true)
        : desk_({.open = [this](Archive::Mode mode) { return Archive::open(path_, mode); },
                 .now = [] { return std::int64_t{1'737'500'000}; },
                 .version = "1.2.3",
                 .may_change = may_change}) {
        Archive archive = Archive::open(path_, Archive::Mode::create);
        const std::vector<Source> sources{
            text("port.txt",
                 "Credit: Harbour \"Post\" & Sons\n\nPort <b>Reopens</b> & Barges Return\n\nBy Jane Roe\n\n"
                 "Published: 21 January 2025\n\nPORTVALE, Jan 21 (Wire) - Barges came back to Portvale.\n\n"
                 "The port was shut for <i>two</i> weeks.\n\nREAD ALSO: Council Votes for Dykes\n"),
            text("dykes.txt",
                 "Credit: Dyke Weekly\n\nCouncil Votes for Dykes\n\nPublished: 3 March 2024\n\n"
                 "The council of Portvale voted for higher dykes beside the port.\n"),
            text("ar.txt",
                 "مكتبة عائمة تزور قرى الساحل\n\nبدأت سفينة صيد قديمة رحلتها الأولى بعد أن تحولت إلى مكتبة "
                 "تحمل "
                 "أربعة آلاف كتاب إلى قرى الساحل.\n"),
        };
        AddOptions options;
        options.added = moment_of_tests;
        archive.add(sources, options);
    }

    Response get(const std::string& path, const Values& values = {}) {
        Request request;
        request.method = "GET";
        request.path = path;
        request.values = values;
        return answer(std::move(request));
    }

    Response post(const std::string& path, const Values& form, std::vector<Upload> files = {}) {
        Request request;
        request.method = "POST";
        request.path = path;
        request.form = form;
        request.files = std::move(files);
        return answer(std::move(request));
    }

    ask::Desk& desk() { return desk_; }

private:
    Response answer(Request request) {
        request.origin = "http://127.0.0.1:8642";
        request.csrf = "t0ken";
        request.feed_key = [](std::string_view) { return std::string("k3y"); };
        request.read_only = !desk_.world().may_change;
        return site_.answer(request, desk_);
    }

    static Source text(std::string path, std::string bytes) {
        Source out;
        out.path = std::move(path);
        out.bytes = std::move(bytes);
        return out;
    }

    test::TemporaryFolder folder_;
    std::string path_ = folder_ / "archive.db";
    ask::Desk desk_;
    Site site_;
};

bool holds(const Response& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
}

std::string header(const Response& response, std::string_view name) {
    for (const auto& [each, value] : response.headers) {
        if (each == name) return value;
    }
    return {};
}

/// The values of an attribute, in their order.
std::vector<std::string> values_of(const std::string& page, const std::string& attribute) {
    std::vector<std::string> out;
    const std::string begin = attribute + "=\"";
    for (std::size_t at = page.find(begin); at != std::string::npos; at = page.find(begin, at)) {
        at += begin.size();
        out.push_back(page.substr(at, page.find('"', at) - at));
    }
    return out;
}

}  // namespace

TEST_CASE("a page of hits has the ids and scores of search --json") {
    Pages pages;
    const std::string query = GENERATE("port", "council dykes", "\"two weeks\"", "credit:dyke", "*");
    const auto json = nlohmann::json::parse(pages.desk().ask("search", {{"query", query}}).text);
    const Response page = pages.get("/", {{"q", query}});
    std::vector<std::string> ids;
    std::vector<double> scores;
    for (const auto& hit : json["hits"]) {
        ids.push_back(hit["id"].dump());
        scores.push_back(hit["score"].get<double>());
    }
    CHECK(values_of(page.body, "data-id") == ids);
    std::vector<double> shown;
    for (const std::string& score : values_of(page.body, "data-score"))
        shown.push_back(std::stod(score));
    CHECK(shown == scores);
}

TEST_CASE("while one types, half a word finds what begins so, and a whole one what it finds alone") {
    Pages pages;
    const auto ids = [&](const std::string& query) {
        return values_of(pages.get("/", {{"q", query}, {"typing", "1"}}).body, "data-id");
    };
    CHECK(ids("counc") == std::vector<std::string>{"2"});
    CHECK(ids("higher counc") == std::vector<std::string>{"2"});
    CHECK(ids("port") == values_of(pages.get("/", {{"q", "port"}}).body, "data-id"));
    CHECK(ids("zzz").empty());
    CHECK(values_of(pages.get("/", {{"q", "counc"}}).body, "data-id").empty());
    CHECK_FALSE(holds(pages.get("/", {{"q", "counc"}, {"typing", "1"}}), "typing"));
}

TEST_CASE("what stands in an article or a query is text on every page") {
    Pages pages;
    const std::string script = "\"><script>alert(1)</script>";
    const Values query{{"q", "port " + script}, {"credit", script}, {"since", script}};
    for (const char* path : {"/", "/a/1", "/list", "/a/1/edit", "/stats", "/nowhere<script>"}) {
        CAPTURE(path);
        const Response page = pages.get(path, query);
        CHECK_FALSE(holds(page, "<script>alert"));
        CHECK_FALSE(holds(page, "<b>Reopens"));
        CHECK_FALSE(holds(page, "<i>two"));
    }
    CHECK(holds(pages.get("/a/1"), "Port &lt;b&gt;Reopens&lt;/b&gt; &amp; Barges Return"));
    CHECK(holds(pages.get("/"), "Harbour &quot;Post&quot; &amp; Sons"));
}

TEST_CASE("the words that led to an article are marked in it") {
    Pages pages;
    const Response page = pages.get("/a/1", {{"q", "barge"}});
    CHECK(holds(page, "<mark>Barges</mark> came back"));
    CHECK(holds(page, "&amp; <mark>Barges</mark> Return"));
    CHECK(holds(page, "Results for <bdi>barge</bdi>"));
    CHECK_FALSE(holds(pages.get("/a/1"), "<mark>"));
}

TEST_CASE("an article stands in its own language and direction") {
    Pages pages;
    CHECK(holds(pages.get("/a/3"), "<article lang=\"ar\" dir=\"rtl\">"));
    CHECK(holds(pages.get("/a/1"), "<article lang=\"en\" dir=\"ltr\">"));
}

TEST_CASE("what was clicked narrows the search, and can be undone") {
    Pages pages;
    const Response all = pages.get("/", {{"q", "port"}});
    CHECK(holds(all, "href=\"/?q=port&amp;credit=Dyke+Weekly\""));
    CHECK(holds(all, "href=\"/?q=port&amp;since=2025-01&amp;until=2025-01\""));
    const Response narrowed = pages.get("/", {{"q", "port"}, {"credit", "Dyke Weekly"}});
    CHECK(values_of(narrowed.body, "data-id") == std::vector<std::string>{"2"});
    CHECK(holds(narrowed, "aria-label=\"Without credit Dyke Weekly\""));
    const Response quoted = pages.get("/", {{"credit", "Harbour \"Post\" & Sons"}});
    CHECK(values_of(quoted.body, "data-id") == std::vector<std::string>{"1"});
}

TEST_CASE("tags, fields and saved searches are changed from their pages") {
    Pages pages;
    SECTION("a tag is given and taken away") {
        CHECK(header(pages.post("/a/1/tags", {{"add", "river"}}), "Location") == "/a/1");
        CHECK(holds(pages.get("/a/1"), "<bdi>river</bdi>"));
        pages.post("/a/1/tags", {{"remove", "river"}});
        CHECK_FALSE(holds(pages.get("/a/1"), "<bdi>river</bdi>"));
    }
    SECTION("a field is set, and what it said before is kept") {
        const Response done = pages.post(
            "/a/2/field", {{"field", "credit"}, {"former", "Dyke Weekly"}, {"value", "Dyke Daily"}});
        CHECK(done.status == 303);
        CHECK(holds(pages.get("/a/2"), "Dyke Daily"));
        CHECK(holds(pages.get("/a/2", {{"at", "1"}}), "Dyke Weekly"));
        CHECK(holds(pages.get("/a/2", {{"diff", "2"}}), "<del>Weekly</del><ins>Daily</ins>"));
    }
    SECTION("a field that somebody else changed is left as it is") {
        const Response refused =
            pages.post("/a/2/field", {{"field", "credit"}, {"former", "Other"}, {"value", "Mine"}});
        CHECK(refused.status == 400);
        CHECK_FALSE(holds(pages.get("/a/2"), "Mine"));
    }
    SECTION("a value that a field cannot have is an error that says so") {
        const Response refused = pages.post(
            "/a/1/field", {{"field", "published"}, {"former", "2025-01-21"}, {"value", "someday"}});
        CHECK(refused.status == 400);
        CHECK(holds(refused, "someday"));
    }
    SECTION("a search is saved, followed as a feed, and removed") {
        pages.post("/saved", {{"name", "ports"}, {"query", "port"}});
        CHECK(holds(pages.get("/saved"), "href=\"/?q=%40ports\""));
        CHECK(holds(pages.get("/saved"), "href=\"/feed/ports.atom?key=k3y\""));
        const Response feed = pages.get("/feed/ports.atom");
        CHECK(feed.type == "application/atom+xml; charset=utf-8");
        CHECK(holds(feed, "<title>Port &lt;b&gt;Reopens&lt;/b&gt; &amp; Barges Return</title>"));
        CHECK(holds(feed, "<published>2025-01-21T00:00:00Z</published>"));
        CHECK(pages.post("/saved", {{"name", "ports"}, {"query", "other"}}).status == 400);
        pages.post("/saved", {{"remove", "ports"}});
        CHECK(pages.get("/feed/ports.atom").status == 404);
    }
}

TEST_CASE("what is to be added is shown before it is stored, and stored once") {
    Pages pages;
    const std::string text =
        "Credit: NewsX\n\nKites over Town\n\nHundreds flew kites on Sunday in the town.\n";
    const Response preview = pages.post("/add/preview", {{"text", text}}, {{"C:\\x\\empty.txt", " "}});
    CHECK(holds(preview, "1 article would be stored"));
    CHECK(holds(preview, "Kites over Town"));
    CHECK(pages.desk().archive().count() == 3);
    const std::string kept = preview.body.substr(preview.body.find("name=\"kept\" value=\"") + 19, 1);
    const Response stored = pages.post("/add/store", {{"kept", kept}, {"tags", "kites, sunday"}});
    CHECK(holds(stored, "href=\"/a/4\""));
    CHECK(holds(pages.get("/a/4"), "<bdi>sunday</bdi>"));
    CHECK(pages.post("/add/store", {{"kept", kept}}).status == 400);
    CHECK(pages.post("/add/preview", {}).status == 400);
}

TEST_CASE("files to keep are never shown by the browser") {
    Pages pages;
    const Response original = pages.get("/original/1");
    CHECK(original.type == "text/plain; charset=utf-8");
    CHECK(header(original, "Content-Disposition") ==
          "attachment; filename=\"port.txt\"; filename*=UTF-8''port.txt");
    CHECK(original.body.starts_with("Credit: Harbour"));
    CHECK(pages.get("/export/1.bibtex").body.starts_with("@article{"));
    CHECK(header(pages.get("/export/3.jsonl"), "Content-Disposition").starts_with("attachment; "));
    CHECK(pages.get("/export/1.exe").status == 404);
    CHECK(pages.get("/export/1").status == 404);
}

TEST_CASE("an address that leads nowhere is a page that says so") {
    Pages pages;
    for (const char* path : {"/a/99", "/a/x", "/a/", "/a/1/x", "/a/-1", "/x", "/feed/none.atom", "/feed/x",
                             "/original/99", "/a/99999999999999999999"}) {
        CAPTURE(path);
        const Response page = pages.get(path);
        CHECK(page.status == 404);
        CHECK(holds(page, "<h1>"));
    }
    CHECK(pages.get("/a/1", {{"at", "9"}}).status == 404);
    CHECK(pages.get("/a/1", {{"diff", "1"}}).status == 404);
    CHECK(pages.get("/a/1/tags").status == 404);
}

TEST_CASE("an archive to read only offers nothing to change") {
    Pages pages(false);
    for (const char* path : {"/", "/a/1", "/saved", "/list"}) {
        CAPTURE(path);
        CHECK_FALSE(holds(pages.get(path, {{"q", "port"}}), "method=\"post\""));
    }
    CHECK(pages.post("/a/1/tags", {{"add", "x"}}).status == 400);
}

TEST_CASE("the look of the pages is kept in a cookie, and leads back to this server alone") {
    Pages pages;
    const Response done =
        pages.get("/look", {{"theme", "dark"}, {"size", "l"}, {"keys", "off"}, {"back", "/a/1"}});
    CHECK(header(done, "Location") == "/a/1");
    CHECK(header(done, "Set-Cookie").starts_with("newsarc-look=dark.l.off; "));
    for (const char* back : {"//evil.example/", "https://evil.example/", "/\\evil.example", ""})
        CHECK(header(pages.get("/look", {{"back", back}}), "Location") == "/");
    CHECK(header(pages.get("/look", {{"theme", "x; y"}}), "Set-Cookie")
              .starts_with("newsarc-look=auto.m.on; "));
}

TEST_CASE("style and script come with the program, once") {
    Pages pages;
    const Response style = pages.get("/style.css");
    CHECK(style.type == "text/css; charset=utf-8");
    CHECK(holds(style, "color-scheme"));
    CHECK_FALSE(header(style, "ETag").empty());
    CHECK(pages.get("/opensearch.xml").body.find("http://127.0.0.1:8642/?q={searchTerms}") !=
          std::string::npos);
}
