#include "store/posting/postings.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "store/article/article_writer.hpp"
#include "store/article/removal.hpp"
#include "store/check/check_steps.hpp"
#include "store/index/article_terms.hpp"
#include "store/index/lengths.hpp"
#include "store/posting/term_blocks.hpp"
#include "store/sql/statement.hpp"
#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::store;

namespace {

Article made_article(int number, const std::string& headline, const std::string& body,
                     const std::optional<std::string>& language = "en") {
    Article article;
    const std::string digits = std::to_string(number);
    article.uid = std::string(32 - digits.size(), '0') + digits;
    article.headline = headline;
    article.body = body;
    article.language = language;
    article.added = "2025-03-20T10:30:00Z";
    return article;
}

struct Fixture {
    std::int64_t put(const std::string& headline, const std::string& body) {
        return ArticleWriter(connection).insert(made_article(++count, headline, body), std::nullopt);
    }

    [[nodiscard]] std::vector<std::pair<std::uint32_t, unsigned>> find(const std::string& term) const {
        const auto lengths = load_lengths(connection);
        std::vector<std::pair<std::uint32_t, unsigned>> out;
        for (const Posting& posting : PostingReader(connection, lengths).find(term).articles)
            out.emplace_back(posting.article, posting.times);
        return out;
    }

    [[nodiscard]] std::size_t segments() const { return load_segments(connection).size(); }

    [[nodiscard]] std::vector<std::string> findings() const {
        std::vector<std::string> out;
        try {
            check_postings(connection, ids_of(connection, "SELECT id FROM article"),
                           [&](const Finding& finding) { out.push_back(finding.message); });
        } catch (const Error& error) {
            out.emplace_back(error.what());
        }
        return out;
    }

    Connection connection{"", Access::memory, std::chrono::milliseconds(0)};
    int count = 0;
};

using Found = std::vector<std::pair<std::uint32_t, unsigned>>;

std::vector<TermPosting> unpacked(std::string_view bytes, std::size_t count) {
    std::vector<TermPosting> out;
    PostingBlocks blocks(bytes, count);
    for (auto block = blocks.next(); !block.empty(); block = blocks.next())
        out.insert(out.end(), block.begin(), block.end());
    return out;
}

/// Texts of few words, so that each of them stands in many articles.
class RandomTexts {
public:
    std::string text(int words) {
        static const std::vector<std::string> known{"ferry",   "harbours", "U.S.",    "us",     "AT&T",
                                                    "C++",     "x-ray",    "2021",    "café",   "Zürich",
                                                    "voted",   "voting",   "москва",  "Москвы", "北京市",
                                                    "weapons", "évitait",  "maisons", "the",    "of"};
        std::string out;
        for (int i = 0; i < words; ++i)
            out += (i == 0 ? "" : " ") + (number(10) == 0 ? "rare" + std::to_string(number(500))
                                                          : known[static_cast<std::size_t>(number(20))]);
        return out;
    }

    int number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

private:
    std::mt19937 random_{7};
};

}  // namespace

TEST_CASE("postings come out as they were packed") {
    std::mt19937 random(1);
    for (const std::size_t size : {1, 2, 127, 128, 129, 300, 5000}) {
        for (const std::uint32_t step : {1U, 3U, 1000U, 50000U}) {
            std::vector<TermPosting> postings;
            std::uint32_t article = 0;
            for (std::size_t i = 0; i < size; ++i) {
                article += 1 + static_cast<std::uint32_t>(random()) % step;
                postings.push_back({article,
                                    static_cast<std::uint16_t>(1 + random() % (i % 7 == 0 ? 255 : 2)),
                                    static_cast<std::uint16_t>(random() % (i % 9 == 0 ? 511 : 2))});
            }
            std::string packed;
            pack(postings, packed);
            CHECK(unpacked(packed, size) == postings);
            // Bytes that are damaged give other postings or an error, and are not read beyond their end.
            for (int i = 0; i < 20; ++i) {
                std::string damaged = packed.substr(0, i % 2 == 0 ? packed.size() : random() % packed.size());
                if (!damaged.empty()) damaged[random() % damaged.size()] = static_cast<char>(random());
                try {
                    const auto out = unpacked(damaged, size);
                    CHECK(out.size() == size);
                } catch (const Error& error) {
                    CHECK(error.code() == ErrorCode::archive_damaged);
                }
            }
        }
    }
}

TEST_CASE("the terms of an article are counted by where they stand") {
    Fixture archive;
    archive.put("Weapons", "no weapon");
    archive.put("Peace", "none");
    archive.put("Talks", "the weapons, the weapons");
    CHECK(archive.find("weapon") == Found{{1, headline_times + lead_times}, {3, 2 * lead_times}});
    CHECK(archive.find("absent").empty());
    CHECK(archive.find("").empty());
    std::string many;
    for (int i = 0; i < 5000; ++i)
        many += "talks ";
    archive.put("Talks", many);
    CHECK(archive.find("talk") == Found{{3, headline_times}, {4, most_times}});
}

TEST_CASE("terms are listed in the order of their bytes, with the number of their articles") {
    Fixture archive;
    archive.put("Weapons", "and weapons");
    archive.put("A weapon", "of water");
    archive.put("Wax", "weapon wear w x");
    const auto lengths = load_lengths(archive.connection);
    PostingReader reader(archive.connection, lengths);
    std::string out;
    reader.list("w", "x", [&](std::string_view term, std::size_t articles) {
        out += std::string(term) + std::to_string(articles) + " ";
        return term != "weapon";
    });
    CHECK(out == "w1 water1 wax1 weapon3 ");
    CHECK(reader.count("weapon") == 3);
    CHECK(reader.count("weap") == 0);
    CHECK(reader.find("weapon", 2).articles.size() == 2);
}

TEST_CASE("what an article said before it was edited or removed is not found, nor left after a merge") {
    Fixture archive;
    for (int i = 0; i < 5; ++i)
        archive.put("Ferry", "weapons");
    Article edited = made_article(99, "Ferry", "peace");
    {
        ArticleWriter writer(archive.connection);
        writer.update(2, edited);
        edited.body = "peace weapons";
        writer.update(3, edited = made_article(98, "Ferry", "peace weapons weapons"));
        ArticleRemover(archive.connection).remove(std::vector<std::int64_t>{5});
    }
    const auto holds = [&] {
        CHECK(archive.find("weapon") == Found{{1, lead_times}, {3, 2 * lead_times}, {4, lead_times}});
        CHECK(archive.find("peac") == Found{{2, lead_times}, {3, lead_times}});
        CHECK(archive.find("ferri").size() == 4);
        CHECK(archive.findings().empty());
    };
    holds();
    merge_postings(archive.connection, Merge::all);
    CHECK(archive.segments() == 1);
    CHECK(archive.connection.database().execAndGet("SELECT count(*) FROM posting_superseded").getInt() == 0);
    holds();
    rebuild_postings(archive.connection);
    holds();
}

TEST_CASE("an article that changes again within one batch is found by its last text") {
    Fixture archive;
    ArticleWriter writer(archive.connection);
    const Preparer preparer;
    const auto id = writer.insert(preparer.prepare(made_article(1, "One", "first")), std::nullopt, {});
    writer.update(id, preparer.prepare(made_article(2, "One", "second")));
    writer.update(id, preparer.prepare(made_article(3, "One", "third")));
    writer.flush();
    CHECK(archive.find("first").empty());
    CHECK(archive.find("second").empty());
    CHECK(archive.find("third").size() == 1);
    CHECK(archive.find("on").size() == 1);
    CHECK(archive.findings().empty());
}

TEST_CASE("segments stay few, and a large one is left alone when a small one comes") {
    Fixture archive;
    for (int i = 0; i < 100; ++i) {
        archive.put("Ferry " + std::to_string(i), "weapons of the harbour");
        CHECK(archive.segments() < 12);
    }
    merge_postings(archive.connection, Merge::small);
    const std::size_t before = archive.segments();
    CHECK(before < 4);
    archive.put("One", "more");
    merge_postings(archive.connection, Merge::small);
    CHECK(archive.segments() == before + 1);
    CHECK(archive.find("weapon").size() == 100);
}

TEST_CASE("a last batch that is smaller than those before it is merged with them when work is done") {
    Fixture archive;
    const Preparer preparer;
    for (const int articles : {40, 40, 40, 12}) {
        ArticleWriter writer(archive.connection);
        for (int i = 0; i < articles; ++i) {
            const Article article = made_article(++archive.count, "Ferry", "weapons of the harbour");
            writer.insert(preparer.prepare(article), std::nullopt, {});
        }
        writer.flush();
    }
    CHECK(archive.segments() == 4);
    merge_postings(archive.connection, Merge::small);
    CHECK(archive.segments() == 1);
    CHECK(archive.find("weapon").size() == 132);
}

TEST_CASE("the many articles of a common word are found, and told when they are lost") {
    Fixture archive;
    {
        ArticleWriter writer(archive.connection);
        const Preparer preparer;
        for (int i = 0; i < 2000; ++i) {
            const Article article = made_article(++archive.count, "Ferry", i % 3 == 0 ? "weapons" : "peace");
            writer.insert(preparer.prepare(article), std::nullopt, {});
        }
        writer.flush();
    }
    SQLite::Database& database = archive.connection.database();
    CHECK(archive.find("weapon").size() == 667);
    CHECK(archive.find("ferri").size() == 2000);
    CHECK(archive.findings().empty());
    merge_postings(archive.connection, Merge::all);
    CHECK(archive.find("ferri").size() == 2000);
    CHECK(database.execAndGet("SELECT count(*) FROM posting_list").getInt() > 0);
    CHECK(database.execAndGet("SELECT min(id) FROM posting_list").getInt64() == 2 * rows_a_segment);
    CHECK(archive.findings().empty());
    SECTION("a list that is gone") {
        // In the order of their terms: ferri, peac, weapon.
        database.exec("DELETE FROM posting_list WHERE id % 16777216 = 0");
        CHECK_THROWS_AS(archive.find("ferri"), Error);
        CHECK(archive.find("weapon").size() == 667);
    }
    SECTION("one of no term") {
        database.exec("INSERT INTO posting_list VALUES (2 * 16777216 + 9, x'00')");
    }
    SECTION("one of another term") {
        archive.connection.database().exec(
            "UPDATE posting_list SET postings = (SELECT postings FROM posting_list WHERE id % 16777216 = 1) "
            "WHERE id % 16777216 = 2");
    }
    CHECK_FALSE(archive.findings().empty());
    rebuild_postings(archive.connection);
    CHECK(archive.findings().empty());
}

TEST_CASE("the postings of every term are those that FTS5 gives, whatever was stored, changed and removed") {
    Fixture archive;
    RandomTexts texts;
    static const std::vector<std::optional<std::string>> languages{"en", "fr", "ru", "zh", std::nullopt};
    std::vector<std::int64_t> ids;
    const Preparer preparer;
    const Tokenizer tokenizer;
    for (int round = 0; round < 12; ++round) {
        ArticleWriter writer(archive.connection);
        for (int i = 0; i < 40; ++i) {
            const auto& language = languages[static_cast<std::size_t>(texts.number(5))];
            const PreparedArticle prepared = preparer.prepare(
                made_article(++archive.count, texts.text(3), texts.text(10 + texts.number(60)), language));
            if (texts.number(4) == 0 && !ids.empty()) {
                writer.update(ids[static_cast<std::size_t>(texts.number(static_cast<int>(ids.size())))],
                              prepared);
            } else {
                ids.push_back(writer.insert(prepared, std::nullopt, {}));
            }
        }
        writer.flush();
        for (int i = 0; i < 5; ++i) {
            const auto at = ids.begin() + texts.number(static_cast<int>(ids.size()));
            ArticleRemover(archive.connection).remove(std::vector<std::int64_t>{*at});
            ids.erase(at);
        }
        if (round % 4 == 3) merge_postings(archive.connection, round == 7 ? Merge::all : Merge::small);

        const auto lengths = load_lengths(archive.connection);
        const auto analyses = load_analyses(archive.connection);
        PostingReader reader(archive.connection, lengths);
        std::vector<std::string> terms;
        Statement select(archive.connection.database(), "SELECT term FROM article_vocabulary");
        while (select.step())
            terms.push_back(select.text(0));
        CHECK(terms.size() > 50);
        for (const std::string& term : terms) {
            if (tokenizer.stems(term) != std::vector<std::string>{term}) continue;
            INFO("round " << round << ", term " << term);
            const Phrase phrase{.words = term};
            const Postings theirs = find_postings(archive.connection, {&phrase, 1}, analyses, Positions::no,
                                                  [] { return false; })[0];
            const Postings ours = reader.find(term);
            CHECK(ours.occurrences == theirs.occurrences);
            REQUIRE(ours.articles.size() == theirs.articles.size());
            for (std::size_t i = 0; i < ours.articles.size(); ++i) {
                CHECK(ours.articles[i].article == theirs.articles[i].article);
                CHECK(ours.articles[i].times == theirs.articles[i].times);
            }
        }
    }
    CHECK(archive.findings().empty());
}

namespace {

/// Blobs of one column of the postings, to be damaged.
struct Blobs {
    Blobs(SQLite::Database& database, const std::string& table, const std::string& name,
          const std::string& column)
        : select(database, "SELECT " + name + ", " + column + " FROM " + table),
          update(database, "UPDATE " + table + " SET " + column + " = ?2 WHERE " + name + " = ?1") {
        while (select.step())
            rows.emplace_back(select.text(0), select.blob(1));
        select.reset();
    }

    void set(const std::string& name, std::string_view blob) {
        update.bind(name);
        update.bind_blob(2, blob);
        update.run();
    }

    Statement select;
    Statement update;
    std::vector<std::pair<std::string, std::string>> rows;
};

/// One byte another, some missing, or some more.
std::string damaged(std::string blob, RandomTexts& random) {
    const auto size = static_cast<int>(blob.size());
    switch (random.number(4)) {
        case 0: blob.resize(static_cast<std::size_t>(random.number(size))); break;
        case 1: blob += static_cast<char>(random.number(256)); break;
        default:
            blob[static_cast<std::size_t>(random.number(size))] ^= static_cast<char>(1 + random.number(255));
    }
    return blob;
}

}  // namespace

TEST_CASE("damaged postings give an error or postings, and what the check does not tell changes none") {
    Fixture archive;
    RandomTexts texts;
    {
        ArticleWriter writer(archive.connection);
        const Preparer preparer;
        for (int i = 0; i < 500; ++i) {
            const Article article =
                made_article(++archive.count, texts.text(3), texts.text(texts.number(60)));
            writer.insert(preparer.prepare(article), std::nullopt, {});
        }
        writer.flush();
    }
    const auto found = [&] {
        std::vector<Found> out;
        for (const char* term : {"ferri", "harbour", "weapon", "cafe", "zurich", "the", "2021", "rare7"}) {
            try {
                out.push_back(archive.find(term));
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::archive_damaged);
                out.emplace_back();
            }
        }
        return out;
    };
    const std::vector<Found> sound = found();
    REQUIRE(std::ranges::none_of(sound, &Found::empty));
    Blobs lists(archive.connection.database(), "posting_list", "id", "postings");
    Blobs blocks(archive.connection.database(), "posting_block", "id", "terms");
    Blobs segments(archive.connection.database(), "posting_segment", "id", "firsts");
    REQUIRE(lists.rows.size() > 5);
    REQUIRE(blocks.rows.size() > 1);
    std::size_t told = 0;
    for (int round = 0; round < 120; ++round) {
        Blobs& blobs = round % 2 == 0 ? lists : round % 3 == 0 ? segments : blocks;
        const auto& [name, blob] =
            blobs.rows[static_cast<std::size_t>(texts.number(static_cast<int>(blobs.rows.size())))];
        blobs.set(name, damaged(blob, texts));
        INFO("round " << round << ", " << name);
        const std::vector<Found> now = found();
        const bool is_told = !archive.findings().empty();
        CHECK((is_told || now == sound));
        told += is_told ? 1 : 0;
        blobs.set(name, blob);
    }
    CHECK(told > 100);
    blocks.set(blocks.rows[0].first, "");
    lists.set(lists.rows[0].first, "");
    rebuild_postings(archive.connection);
    CHECK(archive.findings().empty());
    CHECK(found() == sound);
}
