#include "store/original/originals.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <string>

#include "store/article/article_writer.hpp"
#include "store/sql/statement.hpp"
#include "support/catch.hpp"
#include "support/error_code.hpp"

using namespace newsarc;
using namespace newsarc::store;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

Connection memory() {
    return {"", Access::memory, 0ms};
}

/// Stores a source and an article that came from it, and returns the article's id.
std::int64_t stored(const Connection& connection, const Source& source, const std::string& uid) {
    Transaction transaction(connection);
    Article article;
    article.uid = uid;
    article.uid.resize(32, '0');
    const std::int64_t id =
        ArticleWriter(connection)
            .insert(article,
                    Origin{OriginalWriter(connection).put(prepare_original(source)), 0, source.bytes.size()});
    transaction.commit();
    return id;
}

}  // namespace

TEST_CASE("originals come back byte for byte") {
    const Connection connection = memory();
    int number = 0;
    for (const std::string& bytes :
         {"short"s, ""s, std::string(100000, 'a'), "\0\x01\xFF binary"s, "line\r\nline\r\n"s}) {
        const Source source{"in/a.txt", bytes, 0100600, 1737468309};
        const std::int64_t id = stored(connection, source, std::to_string(number++));
        const auto back = get_original(connection, id);
        REQUIRE(back);
        CHECK(back->bytes == bytes);
        CHECK(back->mode == source.mode);
        CHECK(back->modified == source.modified);
    }
}

TEST_CASE("a name that is taken gets a number") {
    const Connection connection = memory();
    const auto name_of = [&](const std::string& path, const std::string& uid) {
        return get_original(connection, stored(connection, {path, uid, 0100644, 0}, uid))->path;
    };
    CHECK(name_of("in/a.txt", "1") == "in/a.txt");
    CHECK(name_of("in/a.txt", "2") == "in/a~2.txt");
    CHECK(name_of("/in/a.txt", "3") == "in/a~3.txt");
    CHECK(name_of("in.d/a", "4") == "in.d/a");
    CHECK(name_of("in.d/a", "5") == "in.d/a~2");
    CHECK(name_of(".news", "6") == ".news");
    CHECK(name_of(".news", "7") == ".news~2");
    // A file cannot be extracted where a folder stands, nor the other way round.
    CHECK(name_of("in", "8") == "in~2");
    CHECK(name_of("in/a.txt/b.txt", "9") == "in/a~4.txt/b.txt");
}

TEST_CASE("text from no file is named by its hash") {
    const Connection connection = memory();
    const std::int64_t id = stored(connection, {"", "abc", 0100644, 0}, "1");
    CHECK(get_original(connection, id)->path == "standard-input-ba7816bf8f01cfea.txt");
}

TEST_CASE("an article without a file has no original") {
    const Connection connection = memory();
    Article article;
    article.uid = std::string(32, '0');
    const std::int64_t id = ArticleWriter(connection).insert(article, std::nullopt);
    CHECK_FALSE(get_original(connection, id));
    CHECK_FALSE(get_original(connection, 999));
}

TEST_CASE("a damaged original is told, whatever its size claims") {
    const Connection connection = memory();
    const std::int64_t id = stored(connection, {"a.txt", std::string(1000, 'a'), 0100644, 0}, "1");
    for (const std::string change : {"data = x'00112233'", "sz = 1001", "sz = 1000000000000", "sz = -1"}) {
        connection.database().exec("UPDATE sqlar SET " + change);
        INFO(change);
        CHECK(test::code_of([&] { get_original(connection, id); }) == ErrorCode::archive_damaged);
    }
}
