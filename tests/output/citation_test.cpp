#include "output/exchange/citation.hpp"

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::output;

namespace {

Article article_of(const char* byline, const char* credit, const char* published) {
    Article article;
    article.uid = "8f3a12cd00112233445566778899aabb";
    if (*byline != '\0') article.byline = byline;
    if (*credit != '\0') article.credit = credit;
    article.published = from_iso(published);
    return article;
}

}  // namespace

TEST_CASE("an article has the same name in every list of works") {
    CHECK(citation_key(article_of("Inés Núñez", "Post", "2025-01-21")) == "nunez20258f3a12cd");
    CHECK(citation_key(article_of("Jan van der Bergmanner", "", "2025")) == "bergmann20258f3a12cd");
    CHECK(citation_key(article_of("", "The Harbour Post", "")) == "theharbo8f3a12cd");
    CHECK(citation_key(article_of("王小明", "", "1987")) == "article19878f3a12cd");
}

TEST_CASE("the uid makes a UUID of version 8") {
    CHECK(urn_of(article_of("", "", "")) == "urn:uuid:8f3a12cd-0011-8233-8455-66778899aabb");
}

TEST_CASE("a title is made from the body where there is no headline") {
    Article article;
    article.body = "The ferry  ran aground.\n\nThe fog was thick.";
    CHECK(title_of(article) == "The ferry ran aground.");
    article.body = std::string(200, 'x');
    CHECK(title_of(article) == std::string(79, 'x') + "…");
    article.headline = "Ferry aground";
    CHECK(title_of(article) == "Ferry aground");
}

TEST_CASE("a key is an address only when it is one") {
    const auto address = [](const char* key) {
        Article article;
        article.key = key;
        return address_of(article).has_value();
    };
    CHECK(address("https://portvale.example/a"));
    CHECK(address("HTTP://portvale.example/a"));
    CHECK_FALSE(address("cms-17"));
    CHECK_FALSE(address("https://portvale.example/a b"));
    CHECK_FALSE(address("javascript:alert(1)"));
    Article article;
    article.key = "cms-17";
    article.url = "https://portvale.example/a";
    CHECK(address_of(article) == article.url);
}

TEST_CASE("a plain line holds no control characters") {
    CHECK(plain_line("a\r\n b\x1B[0m\x7F\u00A0c\u2028"
                     "d") == "a b[0m c d");
}
