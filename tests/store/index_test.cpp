#include "store/index/index.hpp"

#include <SQLiteCpp/Database.h>

#include "store/article/article_writer.hpp"
#include "store/index/fulltext.hpp"
#include "store/index/lengths.hpp"
#include "store/index/tokenizer.hpp"
#include "store/sql/statement.hpp"
#include "support/catch.hpp"
#include "support/random.hpp"

#include <string>
#include <vector>

using namespace newsarc;
using namespace newsarc::store;

namespace {

Connection empty_archive() {
    return Connection(":memory:", Access::memory, std::chrono::milliseconds(0));
}

std::int64_t put(const Connection& connection, const std::string& headline, const std::string& body) {
    static int count = 0;
    std::string number = std::to_string(++count);
    Article article;
    article.uid = std::string(32 - number.size(), '0') + number;
    article.headline = headline;
    article.body = body;
    article.added = "2025-03-20T10:30:00Z";
    return ArticleWriter(connection).insert(article, std::nullopt);
}

std::vector<std::int64_t> match(const Connection& connection, const std::string& expression) {
    return guarded([&] {
        Statement select(connection.database(),
                         "SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid");
        select.bind(expression);
        std::vector<std::int64_t> ids;
        while (select.step())
            ids.push_back(select.integer(0));
        return ids;
    });
}

Postings postings(const Connection& connection, const Phrase& phrase) {
    return find_postings(connection, {&phrase, 1}, load_analyses(connection), Positions::yes,
                         [] { return false; })[0];
}

}  // namespace

TEST_CASE("an indexed article is found by plain FTS5 queries") {
    const Connection connection = empty_archive();
    put(connection, "U.S. and Zürich", "Pakistan’s Covid-19 weapons");
    put(connection, "北京 market", "iPhone手机");
    struct Row {
        std::string expression;
        std::vector<std::int64_t> ids;
    };
    const std::vector<Row> rows{
        {"weapons", {1}}, {"zurich", {1}}, {"pakistan", {1}}, {"\"covid 19\"", {1}},        {"\"u s\"", {1}},
        {"北京", {2}},    {"手机", {2}},   {"absent", {}},    {"headline_terms: usʺ", {1}},
    };
    for (const Row& row : rows) {
        INFO(row.expression);
        CHECK(match(connection, row.expression) == row.ids);
    }
    CHECK_FALSE(check_index(connection));
}

TEST_CASE("words of any length stand in the index as FTS5 would have them") {
    const Connection connection = empty_archive();
    std::string body = "first";
    for (const std::size_t size : {63U, 64U, 65U, 254U, 255U, 256U, 257U, 32768U, 40000U})
        body += " " + std::string(size, 'z') + " z" + std::to_string(size);
    const std::int64_t id = put(connection, "", body + " last");
    for (const char* word : {"first", "z63", "z255", "z40000", "last"}) {
        INFO(word);
        CHECK(match(connection, word) == std::vector{id});
    }
    CHECK(match(connection, std::string(255, 'z')) == std::vector{id});
    CHECK_FALSE(check_index(connection));
}

TEST_CASE("what is taken out of the index is found no more, and the rest agrees") {
    const Connection connection = empty_archive();
    const auto gone = put(connection, "The U.S.", "北京 weapons");
    const auto kept = put(connection, "The U.N.", "weapons");
    unindex_article(connection, gone);
    CHECK(match(connection, "weapons") == std::vector<std::int64_t>{kept});
    connection.database().exec("DELETE FROM article WHERE id = " + std::to_string(gone));
    CHECK_FALSE(check_index(connection));
}

TEST_CASE("an index that does not agree with the articles is told") {
    const Connection connection = empty_archive();
    put(connection, "One", "weapons");
    SECTION("a text changed behind its back") {
        connection.database().exec("UPDATE article SET body = 'peace'");
        CHECK(check_index(connection));
    }
    SECTION("a length lost") {
        put_length(connection, 1, 0, 0);
        CHECK(check_index(connection));
    }
}

TEST_CASE("postings tell where a phrase stands") {
    const Connection connection = empty_archive();
    put(connection, "Weapons", "no weapon");
    put(connection, "Peace", "none");
    put(connection, "Talks", "the weapons, the weapons");
    const Postings found = postings(connection, {.words = "weapons"});
    REQUIRE(found.articles.size() == 2);
    CHECK(found.articles[0].article == 1);
    CHECK(found.articles[0].times == headline_times + lead_times);
    CHECK(found.articles[0].places == 2);
    CHECK(found.articles[1].article == 3);
    CHECK(found.articles[1].times == 2 * lead_times);
    CHECK(found.articles[1].places == 2);
    CHECK(found.occurrences == 4);
    CHECK(found.positions ==
          std::vector<std::uint32_t>{0, body_offset + 1, body_offset + 1, body_offset + 3});

    CHECK(postings(connection, {.words = "weapons", .part = Part::headline}).articles.size() == 1);
    CHECK(postings(connection, {.words = "the weapons"}).articles.size() == 1);
    CHECK(postings(connection, {.words = "weap", .prefix = true}).articles.size() == 2);
    CHECK(postings(connection, {.words = "absent"}).articles.empty());
}

TEST_CASE("the first words of a body count more than those after them") {
    const Connection connection = empty_archive();
    std::string body;
    for (int i = 0; i < 29; ++i)
        body += "word ";
    put(connection, "Peace", body + "weapons weapons");
    put(connection, "The U.N.", "word, and the U.N.");
    CHECK(postings(connection, {.words = "weapons"}).articles[0].times == lead_times + body_times);
    CHECK(postings(connection, {.words = "unʺ"}).articles[0].times == headline_times + body_times);
}

TEST_CASE("the work of reading postings is bounded") {
    const Connection connection = empty_archive();
    std::string body;
    for (int i = 0; i < 5000; ++i)
        body += "weapons ";
    put(connection, "Many", body);
    put(connection, "One", "weapons");
    const Postings both = postings(connection, {.words = "weapons"});
    CHECK(both.articles[0].times == most_times);
    CHECK(both.articles[0].places == most_times);
    CHECK(both.occurrences == most_times + 1);
}

TEST_CASE("a phrase is looked for whatever it holds") {
    const Connection connection = empty_archive();
    put(connection, "One", "an OR b \"sharp\" words");
    for (const std::string& words : {std::string("an\" OR \"b"), std::string("\"sharp\" words"),
                                     std::string("sh\0arp", 6), std::string("*sharp)")}) {
        CAPTURE(words);
        CHECK(postings(connection, {.words = words}).articles.size() == 1);
    }
    CHECK(postings(connection, {.words = "absent\" OR \"sharp"}).articles.empty());
}

TEST_CASE("the tokenizer stems and folds as the index does") {
    const Connection connection = empty_archive();
    const Tokenizer tokenizer;
    CHECK(tokenizer.stems("Weapons of Zürich") == std::vector<std::string>{"weapon", "of", "zurich"});
    CHECK(tokenizer.stems("").empty());
    std::vector<std::size_t> places;
    tokenizer.tokenize("é weapons", [&](std::string_view, std::size_t begin, std::size_t end) {
        places.insert(places.end(), {begin, end});
        return true;
    });
    CHECK(places == std::vector<std::size_t>{0, 2, 3, 10});
}

TEST_CASE("the tokenizer finds the words that FTS5 finds, whatever bytes a text has") {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(
        "CREATE VIRTUAL TABLE text USING fts5(body, tokenize = \"porter unicode61 remove_diacritics 2 "
        "categories 'L* N* Co M*'\"); CREATE VIRTUAL TABLE word USING fts5vocab(text, instance)");
    Statement insert(database, "INSERT INTO text(body) VALUES (?)");
    Statement words(database, "SELECT term FROM word WHERE doc = ? ORDER BY offset");
    const std::vector<std::string> pieces{"Weapons",
                                          "weapons",
                                          "WEAPONS",
                                          "relational",
                                          "u",
                                          "2025",
                                          "3rd",
                                          "Zürich",
                                          "’",
                                          "“",
                                          "—",
                                          "naïve",
                                          " ",
                                          " ",
                                          " ",
                                          "\n",
                                          "'s",
                                          ".",
                                          "-",
                                          "&",
                                          "中文",
                                          "й",
                                          "\xCC\x81",
                                          "\xFF",
                                          "\x80",
                                          "\xE2\x80",
                                          "\x7F",
                                          std::string(1, '\0'),
                                          std::string(39, 'a'),
                                          std::string(41, 'b'),
                                          std::string(70, 'c'),
                                          "ing"};
    test::Random random;
    const Tokenizer tokenizer;
    for (std::int64_t row = 1; row <= 400; ++row) {
        std::string text;
        for (std::size_t left = random.below(30); left > 0; --left)
            text += random.one_of(pieces);
        insert.bind(text).run();
        std::vector<std::string> theirs;
        words.bind(row);
        while (words.step())
            theirs.push_back(words.text(0));
        INFO(text);
        CHECK(tokenizer.stems(text) == theirs);
        tokenizer.tokenize(text, [&](std::string_view stem, std::size_t begin, std::size_t end) {
            CHECK(tokenizer.stems(text.substr(begin, end - begin)) == std::vector{std::string(stem)});
            return true;
        });
    }
}

TEST_CASE("lengths are kept in a byte to a few in a hundred") {
    CHECK(encode_length(0) == encode_length(1));
    for (const std::size_t words : {1, 2, 10, 100, 400, 5000, 100000, 2000000}) {
        INFO(words);
        const double kept = decoded_lengths()[encode_length(words)];
        CHECK(kept == Approx(static_cast<double>(words)).epsilon(0.03));
    }
    CHECK(encode_length(1000000000) == 255);

    const Connection connection = empty_archive();
    CHECK(load_lengths(connection).size() == 1);
    put_length(connection, 5000, 7, 2);
    put_length(connection, 1, 9, 1);
    const auto lengths = load_lengths(connection);
    CHECK(lengths.at(5000) == 7);
    CHECK(lengths.at(1) == 9);
    CHECK(lengths.at(2) == 0);
    CHECK(load_analyses(connection).at(5000) == 2);
}
