#include "input/record/csv_article.hpp"

#include <newsarc/error.hpp>

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::input;

namespace {

using Texts = std::vector<std::string>;

Article read(const Texts& header, const Texts& row, const Texts& maps = {}) {
    return CsvColumns(header, {.maps = read_maps(maps)}).read(row);
}

std::string refusal(const Texts& header, const Texts& maps) {
    try {
        const CsvColumns columns(header, {.maps = read_maps(maps)});
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::usage);
        return std::string(error.what()) + " / " + error.hint();
    }
    return {};
}

}  // namespace

TEST_CASE("columns are fields by their own names") {
    const Article article =
        read({"id", "headline", "Body", "credit", "byline", "published", "updated", "language", "key", "tags",
              "path", "added", "deck", "dateline", "place", "agency", "notes"},
             {"7", " Port reopens ", "One.\n\nTwo.", "Post", "Jane Roe", "2025-01-21", "2025-01-22T10:00Z",
              "en", "k-1", "flood; river;;", "in/a.txt", "2026-01-02T03:04:05Z", "Grain first",
              "PORTVALE, Jan 21 -", "PORTVALE", "WP", "x"});
    CHECK_FALSE(article.id);
    CHECK(article.headline == "Port reopens");
    CHECK(article.body == "One.\n\nTwo.");
    CHECK(article.credit == "Post");
    CHECK(article.byline == "Jane Roe");
    CHECK(to_iso(*article.published) == "2025-01-21");
    CHECK(to_iso(*article.updated) == "2025-01-22T10:00Z");
    CHECK(article.language == "en");
    CHECK(article.key == "k-1");
    CHECK(article.tags == Texts{"flood", "river"});
    CHECK(article.path == "in/a.txt");
    CHECK(article.added == "2026-01-02T03:04:05Z");
    CHECK(article.deck == "Grain first");
    CHECK(article.dateline == Dateline{"PORTVALE, Jan 21 -", "PORTVALE", {}, "WP"});
    CHECK(article.notes.empty());
    CHECK(article.extra == std::map<std::string, std::string>{{"notes", "x"}});
    CHECK(article.warnings == Texts{"notes: a note is of the unknown kind x; kept as extra"});
}

TEST_CASE("columns are fields by usual names, and as they are mapped") {
    const Article usual =
        read({"Title", "text", "Author", "date", "url", "colour"},
             {"Port reopens", "One.", "Jane Roe", "2025-01-21 10:00", "https://a.example", "red"});
    CHECK(usual.headline == "Port reopens");
    CHECK(usual.body == "One.");
    CHECK(usual.byline == "Jane Roe");
    CHECK(usual.published);
    CHECK(usual.url == "https://a.example");
    CHECK(usual.key == "https://a.example");
    CHECK(usual.extra == std::map<std::string, std::string>{{"colour", "red"}});
    CHECK_FALSE(read({"headline", "url", "key"}, {"One", "https://a.example", ""}).key);
    const Article mapped =
        read({"a", "b", "title"}, {"Port reopens", "Jane Roe", "not this"}, {"a=headline", "B = Byline"});
    CHECK(mapped.headline == "Port reopens");
    CHECK(mapped.byline == "Jane Roe");
    CHECK_FALSE(read({"headline", "date"}, {"Port reopens", "long ago"}, {"date="}).published);
    CHECK(CsvColumns({"headline", "title", "colour", ""}, {}).unknown() == Texts{"title", "colour", ""});
}

TEST_CASE("what is empty is absent, and what a spreadsheet was kept from is as it was") {
    const Article article =
        read({"headline", "deck", "credit", "byline", "body"}, {"'=1+1", " ", "", "''@x", "'tis"});
    CHECK(article.headline == "=1+1");
    CHECK_FALSE(article.deck);
    CHECK_FALSE(article.credit);
    CHECK(article.byline == "'@x");
    CHECK(article.body == "'tis");
}

TEST_CASE("a row that makes no article is refused with the reason") {
    for (const auto& [header, row, why] :
         {std::tuple<Texts, Texts, std::string>{
              {"headline", "body"}, {"One"}, "1 fields, where the header names 2"},
          {{"headline", "body"}, {"One", "Two", "Three"}, "3 fields"},
          {{"headline", "body"}, {"", " "}, "neither a headline nor a body"},
          {{"headline", "body"}, {"One", "caf\xE9"}, "not UTF-8"}}) {
        INFO(why);
        try {
            read(header, row);
            FAIL("read");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::input);
            CHECK(std::string(error.what()).find(why) != std::string::npos);
        }
    }
}

TEST_CASE("a value that its field cannot have is kept, and a warning says so") {
    const Article article = read({"headline", "date", "lang"}, {"One", "21/01/2025", "politics"});
    CHECK_FALSE(article.published);
    CHECK_FALSE(article.language);
    CHECK(article.extra ==
          std::map<std::string, std::string>{{"published", "21/01/2025"}, {"language", "politics"}});
    CHECK(article.warnings == Texts{"published: '21/01/2025' is no date in ISO 8601; kept as extra",
                                    "language: 'politics' is no language tag; kept as extra"});
}

TEST_CASE("maps and tables that make no sense are refused with a way out") {
    CHECK(refusal({"headline"}, {"headline"}).find("NAME=FIELD") != std::string::npos);
    CHECK(refusal({"a", "headline"}, {"a=headlin"}).find("did you mean headline?") != std::string::npos);
    CHECK(refusal({"a", "headline"}, {"a=uid"}).find("no field 'uid'") != std::string::npos);
    CHECK(refusal({"a", "headline"}, {"b=body"}).find("its columns are a, headline") != std::string::npos);
    CHECK(refusal({"colour"}, {}).find("--map NAME=headline") != std::string::npos);
    CHECK(refusal({"headline",
                   "Gr\xF6\xDF"
                   "e"},
                  {})
              .find("not UTF-8") != std::string::npos);
    CHECK(refusal({"headline"}, {"headline="}).find("no column of the table") != std::string::npos);
}
