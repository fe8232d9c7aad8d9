#include "store/article/articles.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "store/article/article_writer.hpp"
#include "store/select/chronology.hpp"
#include "support/catch.hpp"
#include "support/error_code.hpp"

using namespace newsarc;
using namespace newsarc::store;
using namespace std::chrono_literals;

namespace {

Connection memory() {
    return {"", Access::memory, 0ms};
}

Article sample() {
    Article article;
    article.uid = "0123456789abcdef0123456789abcdef";
    article.key = "cms-17";
    article.headline = "Harbour bridge reopens";
    article.deck = "After two years";
    article.credit = "Harbour Post";
    article.byline = "Jane Roe";
    article.dateline = Dateline{"PORTSEA, Jan 21 (HP) -", "PORTSEA", "2025-01-21", "HP"};
    article.published = from_iso("2025-01-21T14:05+02:00");
    article.updated = from_iso("2025-01-22");
    article.language = "en";
    article.words = 9;
    article.body = "The bridge reopened on Monday.\n\nTraffic was light.";
    article.links = {
        {LinkKind::related, std::nullopt, "Ferry fares rise", std::nullopt, std::nullopt, "READ ALSO"},
        {LinkKind::body, "https://example.org/a", std::nullopt, "example.org", std::nullopt}};
    article.notes = {{NoteKind::promotion, "Follow us"}, {NoteKind::editor, "Editor's note"}};
    article.tags = {"bridges", "traffic"};
    article.path = "in/a.txt";
    article.added = "2026-11-23T10:00:00Z";
    article.warnings = {"the date is ambiguous"};
    return article;
}

Article titled(const std::string& uid, const std::string& headline, const std::string& published = {}) {
    Article article;
    article.uid = uid;
    article.uid.resize(32, '0');
    article.headline = headline;
    article.published = from_iso(published);
    article.added = "2026-11-23T10:00:00Z";
    return article;
}

std::vector<std::int64_t> in_order(const Connection& connection, ListOrder order) {
    std::vector<std::int64_t> ids;
    visit_in_order(connection, order, [&](std::int64_t id) {
        ids.push_back(id);
        return true;
    });
    return ids;
}

}  // namespace

TEST_CASE("an article comes back as it went in") {
    const Connection connection = memory();
    Article article = sample();
    const std::int64_t id = ArticleWriter(connection).insert(article, std::nullopt);
    article.id = id;
    CHECK(find_article(connection, id) == article);
    CHECK_FALSE(find_article(connection, id + 1));
}

TEST_CASE("an article of nothing comes back as it went in") {
    const Connection connection = memory();
    Article article;
    article.uid = std::string(32, 'a');
    article.added = "2026-11-23T10:00:00Z";
    article.id = ArticleWriter(connection).insert(article, std::nullopt);
    CHECK(find_article(connection, *article.id) == article);
}

TEST_CASE("ids are never used again") {
    const Connection connection = memory();
    ArticleWriter writer(connection);
    const std::int64_t first = writer.insert(titled("1", "One"), std::nullopt);
    connection.database().exec("DELETE FROM article");
    CHECK(writer.insert(titled("2", "Two"), std::nullopt) > first);
}

TEST_CASE("a related line points at the article of that headline, whenever it comes") {
    const Connection connection = memory();
    ArticleWriter writer(connection);
    const std::int64_t id = writer.insert(sample(), std::nullopt);
    CHECK_FALSE(find_article(connection, id)->links[0].article);
    const std::int64_t later = writer.insert(titled("1", "FERRY  fares\u00A0rise"), std::nullopt);
    CHECK(find_article(connection, id)->links[0].article == later);
    CHECK_FALSE(find_article(connection, id)->links[1].article);
}

TEST_CASE("an article is found by id, uid, and prefix of a uid") {
    const Connection connection = memory();
    ArticleWriter writer(connection);
    const std::int64_t one = writer.insert(titled("abcdef11", "One"), std::nullopt);
    const std::int64_t two = writer.insert(titled("abcdef12", "Two"), std::nullopt);
    CHECK(resolve(connection, std::to_string(one)) == one);
    CHECK(resolve(connection, "abcdef11") == one);
    CHECK(resolve(connection, "ABCDEF12") == two);
    CHECK(resolve(connection, "abcdef12" + std::string(24, '0')) == two);
    for (const std::string none : {"", "0", "-1", "3", "abcdef2", "abcde", "xyzxyz", "99999999999999999999",
                                   "1x", " 1", "abcdef12%", "abcdef1200000000000000000000000000"}) {
        INFO(none);
        CHECK_FALSE(resolve(connection, none));
    }
    CHECK(test::code_of([&] { resolve(connection, "abcdef"); }) == ErrorCode::usage);
    CHECK(KnownArticles(connection).with_uid("abcdef11" + std::string(24, '0')) == one);
    CHECK_FALSE(KnownArticles(connection).with_uid("abcdef11"));
}

TEST_CASE("articles are visited as asked for, those that are gone left out") {
    const Connection connection = memory();
    ArticleWriter writer(connection);
    for (const char* number : {"1", "2", "3"})
        writer.insert(titled(number, "One"), std::nullopt);
    std::vector<std::int64_t> seen;
    const auto visit = [&](std::vector<std::int64_t> ids, std::size_t most) {
        seen.clear();
        visit_articles(connection, ids, [&](const Article& article) {
            seen.push_back(*article.id);
            return seen.size() < most;
        });
        return seen;
    };
    using Ids = std::vector<std::int64_t>;
    CHECK(visit({3, 99, 1}, 9) == Ids{3, 1});
    CHECK(visit({3, 1}, 1) == Ids{3});
    CHECK(visit({}, 9).empty());
}

TEST_CASE("articles are listed in the order asked for") {
    const Connection connection = memory();
    ArticleWriter writer(connection);
    writer.insert(titled("1", "Middle", "2025-01-21"), std::nullopt);
    writer.insert(titled("2", "Undated"), std::nullopt);
    writer.insert(titled("3", "Newest", "2025-03"), std::nullopt);
    writer.insert(titled("4", "Oldest", "1963"), std::nullopt);
    using Ids = std::vector<std::int64_t>;
    CHECK(in_order(connection, ListOrder::newest) == Ids{3, 1, 4, 2});
    CHECK(in_order(connection, ListOrder::oldest) == Ids{4, 1, 3, 2});
    CHECK(in_order(connection, ListOrder::added) == Ids{4, 3, 2, 1});
    CHECK(in_order(connection, ListOrder::id) == Ids{1, 2, 3, 4});
    CHECK(count_articles(connection) == 4);
}

TEST_CASE("visiting articles ends when the visitor has enough, and others may write meanwhile") {
    const Connection connection = memory();
    ArticleWriter writer(connection);
    for (char digit = '1'; digit <= '5'; ++digit)
        writer.insert(titled(std::string(1, digit), "x"), std::nullopt);
    std::vector<std::int64_t> seen;
    const std::vector<std::int64_t> ids{5, 1, 99, 4, 3};
    visit_articles(connection, ids, [&](const Article& article) {
        connection.database().exec("DELETE FROM article WHERE id = 1");
        seen.push_back(*article.id);
        return seen.size() < 2;
    });
    CHECK(seen == std::vector<std::int64_t>{5, 4});
}

TEST_CASE("an updated article keeps what is the reader's, and the index follows") {
    const Connection connection = memory();
    ArticleWriter writer(connection);
    const std::int64_t id = writer.insert(sample(), std::nullopt);
    Article other = titled("77", "Tunnel opens", "2025-02");
    other.body = "The tunnel opened.";
    other.tags = {"tunnels"};
    writer.update(id, other);
    Article expected = other;
    expected.id = id;
    expected.key = sample().key;
    expected.added = sample().added;
    expected.tags = {"bridges", "traffic", "tunnels"};
    CHECK(find_article(connection, id) == expected);
    const auto hits = [&](const std::string& word) {
        return connection.database()
            .execAndGet("SELECT count(*) FROM article_fts WHERE article_fts MATCH '" + word + "'")
            .getInt();
    };
    CHECK(hits("harbour") == 0);
    CHECK(hits("tunnel") == 1);
    connection.database().exec("INSERT INTO article_fts(article_fts, rank) VALUES ('integrity-check', 1)");
}

TEST_CASE("a key is found, and given only to an article that has none") {
    const Connection connection = memory();
    ArticleWriter writer(connection);
    const std::int64_t id = writer.insert(sample(), std::nullopt);
    CHECK(KnownArticles(connection).with_key("cms-17") == id);
    CHECK_FALSE(KnownArticles(connection).with_key("cms-18"));
    KnownArticles(connection).give_key(id, "cms-18");
    CHECK_FALSE(KnownArticles(connection).with_key("cms-18"));
}

TEST_CASE("the stock tokenizer finds what was stored") {
    const Connection connection = memory();
    const std::int64_t id = ArticleWriter(connection).insert(sample(), std::nullopt);
    const auto match = [&](const std::string& word) {
        return connection.database()
            .execAndGet("SELECT coalesce(max(rowid), 0) FROM article_fts WHERE article_fts MATCH '" + word +
                        "'")
            .getInt64();
    };
    CHECK(match("bridges") == id);
    CHECK(match("harbour") == id);
    CHECK(match("ferry") == 0);
    connection.database().exec("INSERT INTO article_fts(article_fts, rank) VALUES ('integrity-check', 1)");
}
