#include "store/article/removal.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cctype>
#include <filesystem>
#include <string>
#include <vector>

#include "store/article/article_writer.hpp"
#include "store/article/articles.hpp"
#include "store/article/tags.hpp"
#include "store/check/check.hpp"
#include "store/file/compaction.hpp"
#include "store/original/originals.hpp"
#include "support/catch.hpp"
#include "support/error_code.hpp"
#include "support/temporary_folder.hpp"
#include "text/likeness/fingerprint.hpp"

using namespace newsarc;
using namespace newsarc::store;
using newsarc::test::code_of;
using namespace std::string_literals;

namespace {

Article article_of(const std::string& headline, const std::string& body) {
    Article article;
    article.headline = headline;
    article.body = body;
    article.tags = {"harbour"};
    article.notes = {{NoteKind::editor, "Editor's note on " + headline}};
    article.links = {{LinkKind::related, {}, "Title " + headline, {}, {}, "READ ALSO"}};
    article.uid = text::content_uid(article);
    return article;
}

struct Fixture {
    /// Stores a file, and the articles that it is made of, in order.
    std::vector<std::int64_t> add(const std::vector<std::string>& passages, const std::string& begin = "",
                                  const std::string& between = "\n") {
        Source source;
        source.path = "file" + std::to_string(++files) + ".txt";
        source.bytes = begin;
        std::vector<Origin> origins;
        for (const std::string& passage : passages) {
            if (!origins.empty()) source.bytes += between;
            // The first begins with the mark, as the parser has it.
            const std::size_t offset = origins.empty() ? 0 : source.bytes.size();
            source.bytes += passage;
            origins.push_back({0, offset, source.bytes.size() - offset});
        }
        const std::int64_t original = OriginalWriter(connection).put(prepare_original(source));
        std::vector<std::int64_t> ids;
        for (std::size_t i = 0; i < passages.size(); ++i) {
            origins[i].original = original;
            ids.push_back(writer.insert(article_of(passages[i], passages[i] + " in full"), origins[i]));
        }
        return ids;
    }

    std::size_t remove(const std::vector<std::int64_t>& ids) { return remover.remove(ids); }

    std::int64_t rows(const std::string& table) const {
        SQLite::Statement count(connection.database(), "SELECT count(*) FROM " + table);
        count.executeStep();
        return count.getColumn(0).getInt64();
    }

    std::vector<std::string> findings() const {
        std::vector<std::string> out;
        check(connection, {}, [&](const Finding& finding) { out.push_back(finding.message); });
        return out;
    }

    Connection connection{"", Access::memory, std::chrono::milliseconds(0)};
    ArticleWriter writer{connection};
    ArticleRemover remover{connection};
    int files = 0;
};

}  // namespace

TEST_CASE("with an article goes all that was kept of it") {
    Fixture archive;
    archive.add({"Barges are back"});
    CHECK(archive.findings().empty());
    CHECK(archive.remove({1}) == 1);
    for (const char* table :
         {"article", "link", "note", "tag", "warning", "original", "sqlar", "shingle", "signature"}) {
        INFO(table);
        CHECK(archive.rows(table) == 0);
    }
    CHECK(archive.findings().empty());
    CHECK(archive.remove({1}) == 0);
    CHECK(archive.remove({99}) == 0);
    CHECK(archive.add({"Barges are back"}).front() == 2);
}

TEST_CASE("of a file that holds others, only the article's own bytes go") {
    struct Case {
        std::int64_t removed;
        std::string left;
    };
    for (const auto& [removed, left] :
         {Case{1, "\xEF\xBB\xBF--two--three"}, Case{2, "\xEF\xBB\xBFone----three"},
          Case{3, "\xEF\xBB\xBFone--two--"}}) {
        INFO(removed);
        Fixture archive;
        archive.add({"one", "two", "three"}, "\xEF\xBB\xBF", "--");
        REQUIRE(archive.remove({removed}) == 1);
        const std::int64_t other = removed == 1 ? 2 : 1;
        CHECK(get_original(archive.connection, other)->bytes == left);
        CHECK(archive.findings().empty());
    }
}

TEST_CASE("articles leave a file one after the other, in any order") {
    for (const std::vector<std::int64_t>& order :
         {std::vector<std::int64_t>{1, 2, 3}, {3, 2, 1}, {2, 1, 3}, {2, 3, 1}}) {
        Fixture archive;
        archive.add({"one", "two", "three"}, "\xFF\xFE", "\n");
        for (const std::int64_t id : order) {
            CHECK(archive.remove({id}) == 1);
            CHECK(archive.findings().empty());
        }
        CHECK(archive.rows("sqlar") == 0);
    }
}

TEST_CASE("several articles leave a file at once") {
    struct Case {
        std::vector<std::int64_t> removed;
        std::string left;  ///< nothing when the file is gone
    };
    for (const auto& [removed, left] :
         {Case{{1, 2}, "\xEF\xBB\xBF----three"}, Case{{3, 1}, "\xEF\xBB\xBF--two--"},
          Case{{2, 2, 99, 3}, "\xEF\xBB\xBFone----"}, Case{{1, 2, 3}, ""}}) {
        Fixture archive;
        archive.add({"one", "two", "three"}, "\xEF\xBB\xBF", "--");
        archive.remove(removed);
        CHECK(archive.findings().empty());
        CHECK(archive.rows("sqlar") == (left.empty() ? 0 : 1));
        for (const std::int64_t id : {1, 2, 3})
            if (const auto file = get_original(archive.connection, id)) CHECK(file->bytes == left);
    }
}

TEST_CASE("nothing is cut out of a damaged file, so that its damage is not hidden; whole it can go") {
    for (const char* damage :
         {"UPDATE sqlar SET data = CAST('onE--two--three' AS BLOB)", "UPDATE sqlar SET sz = sz + 1"}) {
        INFO(damage);
        Fixture archive;
        archive.add({"one", "two", "three"}, "", "--");
        archive.connection.database().exec(damage);
        const std::vector<std::string> findings = archive.findings();
        CHECK(findings.size() == 3);
        archive.connection.database().exec("SAVEPOINT before");
        CHECK(code_of([&] { archive.remove({2}); }) == ErrorCode::archive_damaged);
        archive.connection.database().exec("ROLLBACK TO before");
        CHECK(archive.findings() == findings);
        CHECK(archive.remove({1, 2, 3}) == 3);
        CHECK(archive.findings().empty());
        CHECK(archive.rows("sqlar") == 0);
    }
}

TEST_CASE("a related line points elsewhere once its article is gone") {
    Fixture archive;
    archive.add({"Barges are back"});
    Article pointing = article_of("Harbour", "Text");
    pointing.links[0].title = "BARGES are back";
    pointing.uid = text::content_uid(pointing);
    const std::int64_t id = archive.writer.insert(pointing, std::nullopt);
    CHECK(find_article(archive.connection, id)->links.at(0).article == 1);
    archive.remove({1});
    CHECK_FALSE(find_article(archive.connection, id)->links.at(0).article);
    archive.add({"Barges are back"});
    CHECK(find_article(archive.connection, id)->links.at(0).article == 3);
}

TEST_CASE("tags come and go; it is told what changed") {
    Fixture archive;
    archive.add({"one"});
    TagWriter tags(archive.connection);
    CHECK(tags.add(1, "river"));
    CHECK_FALSE(tags.add(1, "river"));
    CHECK_FALSE(tags.add(99, "river"));
    CHECK(tags.remove(1, "harbour"));
    CHECK_FALSE(tags.remove(1, "harbour"));
    CHECK(find_article(archive.connection, 1)->tags == std::vector{"river"s});
    tags.clear(1);
    CHECK(find_article(archive.connection, 1)->tags.empty());
}

TEST_CASE("after compaction not a byte of what was removed is in the file") {
    const test::TemporaryFolder folder;
    const std::string path = folder / "archive.db";
    const std::string secret = "Zyxomma";
    const auto count = [&] {
        std::size_t found = 0;
        std::string bytes = folder.read("archive.db");
        for (char& c : bytes)
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        for (auto at = bytes.find("zyxomma"); at != std::string::npos; at = bytes.find("zyxomma", at + 1))
            ++found;
        return found;
    };
    {
        const Connection connection(path, Access::create, std::chrono::milliseconds(0));
        Transaction transaction(connection);
        ArticleWriter writer(connection);
        ArticleRemover remover(connection);
        for (int i = 0; i < 300; ++i)
            writer.insert(article_of("Report " + std::to_string(i), "Nothing new in town."), std::nullopt);
        // Stored short, so that it is not deflated and can be searched for.
        const std::int64_t original =
            OriginalWriter(connection).put(prepare_original(Source{"day.txt", secret + "\n\nx", 0100644, 0}));
        Article article = article_of("The " + secret + " of Portvale", "They call it " + secret + ".");
        article.tags = {secret};
        article.uid = text::content_uid(article);
        const std::int64_t id = writer.insert(article, Origin{original, 0, secret.size()});
        writer.insert(article_of("Neighbour", "x"), Origin{original, secret.size(), 3});
        Article edited = article_of("Edited", secret);
        const std::int64_t other = writer.insert(edited, std::nullopt);
        // Removed in the transaction that stored it, and in another.
        const std::int64_t brief =
            writer.insert(article_of(secret + " once more", secret + " for a moment"), std::nullopt);
        remover.remove(std::vector{brief});
        transaction.commit();
        CHECK(count() > 5);

        Transaction second(connection);
        CHECK(remover.remove(std::vector{id}) == 1);
        edited.body = "Nothing.";
        edited.uid = text::content_uid(edited);
        writer.update(other, edited);
        second.commit();
    }
    {
        const Connection connection(path, Access::write, std::chrono::milliseconds(0));
        const std::int64_t before = size_in_bytes(connection);
        compact(connection);
        CHECK(size_in_bytes(connection) <= before);
        CHECK(find_article(connection, 302));
        check(connection, {}, [](const Finding& finding) { FAIL_CHECK(finding.message); });
    }
    CHECK(count() == 0);
    CHECK_FALSE(std::filesystem::exists(path + "-journal"));
}
