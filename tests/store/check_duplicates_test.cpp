#include "store/check/check_steps.hpp"

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "store/article/article_writer.hpp"
#include "store/duplicate/near_duplicates.hpp"
#include "support/catch.hpp"
#include "text/likeness/fingerprint.hpp"

using namespace newsarc;
using namespace newsarc::store;

namespace {

/// Three articles, the last two nearly the same.
class Fixture {
public:
    Fixture() {
        const std::string body =
            "one for all and all for one they cried as barges came back to the quays of the old river port";
        add("Port reopens", "The lock is still shut.");
        add("Barges", body);
        add("Barges again", body + " today");
    }

    void run(const char* sql) const { connection.database().exec(sql); }

    std::vector<Finding> findings() const {
        std::vector<Finding> out;
        check_duplicates(connection, [&](const Finding& finding) { out.push_back(finding); });
        return out;
    }

    Connection connection{"", Access::memory, std::chrono::milliseconds(0)};

private:
    void add(const std::string& headline, const std::string& body) {
        Article article;
        article.headline = headline;
        article.body = body;
        article.uid = text::content_uid(article);
        ArticleWriter(connection).insert(article, std::nullopt);
    }
};

struct Case {
    const char* change;
    std::int64_t article;
    const char* told;
};

constexpr std::array cases{
    Case{"DELETE FROM shingle WHERE article = 2", 2, "the sketch for finding near duplicates is wrong"},
    Case{"DELETE FROM signature WHERE article = 2", 2, "the sketch for finding near duplicates is wrong"},
    Case{"UPDATE signature SET minima = zeroblob(64) WHERE article = 2", 2,
         "the sketch for finding near duplicates is wrong"},
    Case{"INSERT INTO shingle VALUES (7, 1)", 1, "the sketch for finding near duplicates is wrong"},
    Case{"INSERT INTO shingle VALUES (7, 99)", 99, "a sketch is of no article"},
    Case{"DELETE FROM near_duplicate WHERE article = 2", 3, "a near duplicate is on record one way only"},
    Case{"UPDATE near_duplicate SET similarity = 0.7 WHERE article = 3", 3,
         "a near duplicate is on record one way only"},
    Case{"UPDATE near_duplicate SET similarity = 0.7", 2, "the similarity of near duplicates is wrong"},
    Case{"INSERT INTO near_duplicate VALUES (1, 99, 0.7)", 99, "a near duplicate is no article"},
    Case{"DELETE FROM cluster WHERE article = 3", 3, "it is in no cluster of near duplicates"},
    Case{"UPDATE cluster SET first = 3 WHERE article = 3", 3,
         "it is in the wrong cluster of near duplicates"},
    Case{"INSERT INTO cluster VALUES (1, 1)", 1, "it is in the wrong cluster of near duplicates"},
};

}  // namespace

TEST_CASE("the record of near duplicates as it is written agrees with the articles") {
    CHECK(Fixture().findings().empty());
}

TEST_CASE("what is wrong in the record of near duplicates is told, with its article, and made good") {
    for (const Case& each : cases) {
        INFO(each.change);
        const Fixture archive;
        archive.run(each.change);
        const auto found = archive.findings();
        const Finding expected{CheckArea::duplicates, each.article, each.told, true};
        CHECK(std::find(found.begin(), found.end(), expected) != found.end());
        rebuild_near_duplicates(archive.connection);
        CHECK(archive.findings().empty());
    }
}
