#include "store/consistency.hpp"

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "store/article_writer.hpp"
#include "store/originals.hpp"
#include "support/catch.hpp"
#include "text/fingerprint.hpp"

using namespace newsarc;
using namespace newsarc::store;

namespace {

/// Three articles, the last two nearly the same; the first came from a file.
class Fixture {
public:
    Fixture() {
        const std::int64_t original =
            put_original(connection, {"a.txt", "Port reopens\n\nText.", 0100644, 0});
        Article article = article_of("Port reopens", "Text of the U.S. navy.");
        article.published = from_iso("2025-01-21");
        article.links = {{LinkKind::related, {}, "Council votes", {}, {}, {}}};
        article.uid = text::content_uid(article);
        ArticleWriter writer(connection);
        writer.insert(article, Origin{original, 0, 19});
        const std::string body =
            "one for all and all for one they cried as barges came back to the quays of the old river port";
        writer.insert(article_of("Barges", body), std::nullopt);
        writer.insert(article_of("Barges again", body + " today"), std::nullopt);
    }

    std::vector<Finding> findings() const {
        std::vector<Finding> out;
        check_consistency(connection, [&](const Finding& finding) { out.push_back(finding); });
        return out;
    }

    Connection connection{"", Access::memory, std::chrono::milliseconds(0)};

private:
    static Article article_of(const std::string& headline, const std::string& body) {
        Article article;
        article.headline = headline;
        article.body = body;
        article.uid = text::content_uid(article);
        return article;
    }
};

}  // namespace

TEST_CASE("an archive as newsarc writes it is consistent") {
    CHECK(Fixture().findings().empty());
}

TEST_CASE("what does not agree is told, with its article") {
    struct Case {
        const char* change;
        std::optional<std::int64_t> article;
        const char* told;
    };
    const std::vector<Case> cases{
        {"UPDATE article SET credit = 'Somebody' WHERE id = 1", 1, "the uid is not that of its content"},
        {"UPDATE article SET headline_folded = 'x' WHERE id = 1", 1, "the folded headline is wrong"},
        {"UPDATE article SET published_at = 0 WHERE id = 1", 1, "the moment of publication is wrong"},
        {"UPDATE article SET body_terms = 'x' WHERE id = 1", 1, "the further terms of the body are wrong"},
        {"UPDATE article SET headline_terms = 'x' WHERE id = 1", 1,
         "the further terms of the headline are wrong"},
        {"UPDATE article_length SET lengths = zeroblob(2048)", 2, "the length for ranking is wrong"},
        {"UPDATE link SET title_folded = 'x'", 1, "the folded title of a related line is wrong"},
        {"DELETE FROM shingle WHERE article = 2", 2, "the sketch for finding near duplicates is wrong"},
        {"INSERT INTO shingle VALUES (7, 1)", 1, "the sketch for finding near duplicates is wrong"},
        {"DELETE FROM near_duplicate WHERE article = 2", 3, "a near duplicate is on record one way only"},
        {"UPDATE near_duplicate SET similarity = 0.7", 2, "the similarity of near duplicates is wrong"},
        {"DELETE FROM cluster WHERE article = 3", 3, "it is in no cluster of near duplicates"},
        {"UPDATE cluster SET first = 3 WHERE article = 3", 3,
         "it is in the wrong cluster of near duplicates"},
        {"INSERT INTO cluster VALUES (1, 1)", 1, "it is in the wrong cluster of near duplicates"},
        {"UPDATE original SET sha256 = zeroblob(32)", 1, "the file it came from does not have its hash"},
        {"DELETE FROM sqlar", 1, "the file it came from is missing"},
        {"UPDATE article SET original_length = 20 WHERE id = 1", 1,
         "its passage reaches beyond the file it came from"},
        {"UPDATE article SET original = NULL WHERE id = 1", std::nullopt, "a stored file is left over"},
        {"INSERT INTO sqlar VALUES ('b.txt', 0, 0, 1, 'x')", std::nullopt, "a file in sqlar is left over"},
        {"INSERT INTO shingle VALUES (7, 99)", 99, "a shingle is left over"},
        {"PRAGMA foreign_keys = OFF; INSERT INTO tag VALUES (99, 'x')", 99, "a tag is left over"},
        {"PRAGMA foreign_keys = OFF; DELETE FROM article WHERE id = 3", 3, "a near duplicate is left over"},
    };
    for (const Case& each : cases) {
        INFO(each.change);
        Fixture archive;
        archive.connection.database().exec(each.change);
        const auto found = archive.findings();
        const Finding expected{each.article, each.told};
        CHECK(std::find(found.begin(), found.end(), expected) != found.end());
    }
}

TEST_CASE("an index that differs is among what is told") {
    Fixture archive;
    archive.connection.database().exec("UPDATE article SET body = 'other words' WHERE id = 2");
    const auto found = archive.findings();
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().what.find("the full-text index does not agree with the articles") == 0);
}
