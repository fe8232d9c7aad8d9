#include "store/article/links.hpp"

#include <SQLiteCpp/Database.h>

#include <chrono>
#include <string>
#include <vector>

#include "store/article/article_writer.hpp"
#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::store;

namespace {

Link body(const std::string& url, const std::string& host) {
    Link link;
    link.kind = LinkKind::body;
    link.url = url;
    link.host = host;
    return link;
}

Link related(const std::string& title) {
    Link link;
    link.kind = LinkKind::related;
    link.title = title;
    link.label = "READ ALSO";
    return link;
}

/// Three articles: the first and the second point at the third, by headline and by key.
struct LinkedArchive {
    LinkedArchive() : connection(":memory:", Access::memory, std::chrono::milliseconds(0)) {
        put("Port reopens", std::nullopt,
            {related("Council votes for HIGHER dykes"), body("https://a.example.org/1", "a.example.org"),
             related("Nobody wrote this")});
        put("Ferry returns", std::nullopt,
            {body("http://news.example.com/dykes/", "news.example.com"),
             body("https://example.org/2", "example.org"), body("https://example.org/3", "example.org")});
        put("Council votes for higher dykes", "https://news.example.com/dykes",
            {body("https://news.example.com/dykes", "news.example.com")});
    }

    void put(const std::string& headline, const std::optional<std::string>& key,
             const std::vector<Link>& links) {
        Article article;
        article.uid = std::string(31, '0') + std::to_string(++count_);
        article.headline = headline;
        article.key = key;
        article.links = links;
        article.added = "2026-11-23T10:00:00Z";
        ArticleWriter(connection).insert(article, std::nullopt);
    }

    /// Each link as `from>target what`.
    [[nodiscard]] std::vector<std::string> links(const LinkRequest& request) const {
        std::vector<std::string> out;
        visit_links(connection, request, [&](const FoundLink& found) {
            const std::string target = found.link.article ? std::to_string(*found.link.article) : "";
            out.push_back(std::to_string(found.from) + ">" + target + " " +
                          found.link.title.value_or(found.link.url.value_or("")));
            return true;
        });
        return out;
    }

    Connection connection;

private:
    int count_ = 0;
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("links come by article and in the order of its text, with what they point at") {
    const LinkedArchive archive;
    CHECK(archive.links({}) == Texts{"1>3 Council votes for HIGHER dykes", "1> https://a.example.org/1",
                                     "1> Nobody wrote this", "2>3 http://news.example.com/dykes/",
                                     "2> https://example.org/2", "2> https://example.org/3",
                                     "3> https://news.example.com/dykes"});
    FoundLink first;
    visit_links(archive.connection, {}, [&](const FoundLink& found) {
        first = found;
        return false;
    });
    CHECK(first.headline == "Port reopens");
    CHECK(first.link.label == "READ ALSO");
}

TEST_CASE("links are narrowed by article, kind, host, limit and offset") {
    const LinkedArchive archive;
    CHECK(archive.links({.from = {3, 1}, .limit = 2}) ==
          Texts{"3> https://news.example.com/dykes", "1>3 Council votes for HIGHER dykes"});
    CHECK(archive.links({.from = {7}}).empty());
    CHECK(archive.links({.kind = LinkKind::related}) ==
          Texts{"1>3 Council votes for HIGHER dykes", "1> Nobody wrote this"});
    CHECK(archive.links({.kind = LinkKind::promotion}).empty());
    for (const std::string host : {"example.org", "Example.ORG", "www.example.org"}) {
        INFO(host);
        CHECK(archive.links({.host = host}) ==
              Texts{"1> https://a.example.org/1", "2> https://example.org/2", "2> https://example.org/3"});
    }
    CHECK(archive.links({.host = "xample.org"}).empty());
    CHECK(archive.links({.host = "%"}).empty());
    CHECK(archive.links({.limit = 1, .offset = 5}) == Texts{"2> https://example.org/3"});
    CHECK(archive.links({.limit = 0}).empty());
    CHECK(archive.links({.offset = 7}).empty());
}

TEST_CASE("related lines without an article are told from those with one") {
    LinkedArchive archive;
    CHECK(archive.links({.unresolved = true}) == Texts{"1> Nobody wrote this"});
    archive.put("nobody wrote this", std::nullopt, {});
    CHECK(archive.links({.unresolved = true}).empty());
}

TEST_CASE("what points at an article does so by its headline or its key, never from itself") {
    const LinkedArchive archive;
    CHECK(archive.links({.to = 3}) ==
          Texts{"1>3 Council votes for HIGHER dykes", "2>3 http://news.example.com/dykes/"});
    CHECK(archive.links({.to = 1}).empty());
    CHECK(archive.links({.to = 99}).empty());
}

TEST_CASE("a key is found in an address whatever its scheme and its slash at the end") {
    for (const std::string key : {"https://x.example/a", "http://x.example/a", "https://x.example/a/"}) {
        for (const std::string url : {"https://x.example/a", "http://x.example/a/"}) {
            INFO(key << " " << url);
            LinkedArchive archive;
            archive.put("Keyed", key, {});
            archive.put("Linking", std::nullopt, {body(url, "x.example")});
            CHECK(archive.links({.to = 4}) == Texts{"5>4 " + url});
            CHECK(archive.links({.from = {5}}) == Texts{"5>4 " + url});
        }
    }
    LinkedArchive archive;
    archive.put("Keyed", "cms-7", {});
    archive.put("Linking", std::nullopt, {body("https://cms-7", "cms-7")});
    CHECK(archive.links({.to = 4}).empty());
}

TEST_CASE("more links than are read at a time come without a gap, and others may write meanwhile") {
    LinkedArchive archive;
    archive.put("Many", std::nullopt, std::vector<Link>(700, body("https://many.example/", "many.example")));
    std::size_t seen = 0;
    visit_links(archive.connection, {}, [&](const FoundLink&) {
        if (seen == 0)
            archive.connection.database().exec("DELETE FROM link WHERE article = 4 AND position = 699");
        ++seen;
        return true;
    });
    CHECK(seen == 706);
}

TEST_CASE("hosts are counted, the most frequent first") {
    const LinkedArchive archive;
    const auto hosts = [&](const LinkRequest& request) { return count_hosts(archive.connection, request); };
    CHECK(hosts({}) ==
          std::vector<HostCount>{{"news.example.com", 2, 2}, {"example.org", 2, 1}, {"a.example.org", 1, 1}});
    CHECK(hosts({.from = {2, 2, 3}}) ==
          std::vector<HostCount>{{"news.example.com", 2, 2}, {"example.org", 2, 1}});
    CHECK(hosts({.limit = 1, .offset = 1}) == std::vector<HostCount>{{"example.org", 2, 1}});
    CHECK(hosts({.kind = LinkKind::related}).empty());
    CHECK(hosts({.offset = 9}).empty());
}
