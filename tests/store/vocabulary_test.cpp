#include "store/index/vocabulary.hpp"

#include <SQLiteCpp/Database.h>

#include <string>

#include "store/article/article_writer.hpp"
#include "store/article/prepared_article.hpp"
#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::store;

namespace {

/// Articles of which each third has `ferry`, each tenth `quay` and each thousandth `hull`.
struct Fixture {
    explicit Fixture(int articles) {
        ArticleWriter writer(connection);
        const Preparer preparer;
        for (int i = 0; i < articles; ++i) {
            Article article;
            const std::string number = std::to_string(i);
            article.uid = std::string(32 - number.size(), '0') + number;
            article.body = "Everywhere";
            if (i % 3 == 0) article.body += " ferries";
            if (i % 10 == 0) article.body += " quay, quays";
            if (i % 1000 == 0) article.body += " hull";
            writer.insert(preparer.prepare(article), std::nullopt, {});
        }
        writer.flush();
    }

    [[nodiscard]] double share(const std::string& stem) const {
        return CommonWords(connection).share(stem).value_or(0);
    }

    Connection connection{"", Access::memory, std::chrono::milliseconds(0)};
};

}  // namespace

TEST_CASE("the common words of a small archive are counted exactly") {
    const Fixture archive(1000);
    count_vocabulary(archive.connection);
    CHECK(archive.share("everywher") == 1);
    CHECK(archive.share("ferri") == .334);
    CHECK(archive.share("quai") == .1);
    CHECK(archive.share("hull") == 0);
}

TEST_CASE("those of a large archive are counted in a part of it") {
    const Fixture archive(6000);
    count_vocabulary(archive.connection, 5000);
    CHECK(archive.share("everywher") == 1);
    CHECK(archive.share("ferri") == Approx(1 / 3.).margin(.03));
    CHECK(archive.share("quai") == Approx(.1).margin(.02));
    CHECK(archive.share("hull") == 0);
    SECTION("also where many have been removed") {
        for (std::int64_t id = 1; id <= 5900; ++id) {
            if (id % 3 != 1)
                archive.connection.database().exec("DELETE FROM article WHERE id = " + std::to_string(id));
        }
        count_vocabulary(archive.connection, 100);
        CHECK(archive.share("everywher") == 1);
        CHECK(archive.share("ferri") > .95);
    }
}
