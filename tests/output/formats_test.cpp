#include "output/exchange/formats.hpp"
#include "output/article.hpp"

#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "output/text/terminal_text.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"

using namespace newsarc;
using namespace newsarc::output;

namespace {

std::string document(const ExchangeFormat& format, std::size_t articles, bool alone) {
    std::ostringstream out;
    ExchangeDocument document(out, format, alone);
    Article article;
    article.headline = "One";
    for (std::size_t i = 0; i < articles; ++i)
        document.write(article);
    document.finish();
    return out.str();
}

std::string contents(const std::string& file) {
    std::ifstream in(newsarc::test::source_path(file));
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("every format is described in docs/exchange.md, by its name and its suffix") {
    const std::string page = contents("docs/exchange.md");
    std::set<std::string_view> names;
    for (const ExchangeFormat& format : exchange_formats()) {
        INFO(format.name);
        CHECK(names.insert(format.name).second);
        CHECK(find_exchange_format(format.name) == &format);
        CHECK(page.find("| `" + std::string(format.name) + "` | `" + std::string(format.suffix) + "` | " +
                        std::string(format.summary) + " |") != std::string::npos);
    }
    CHECK(find_exchange_format("pdf") == nullptr);
}

TEST_CASE("documents end in one newline, and without articles hold none") {
    for (const ExchangeFormat& format : exchange_formats()) {
        if (format.article == nullptr) continue;
        INFO(format.name);
        for (const std::size_t articles : {1U, 2U}) {
            const std::string text = document(format, articles, articles == 1);
            CHECK(text.ends_with("\n"));
            CHECK_FALSE(text.ends_with("\n\n"));
        }
        const std::string none = document(format, 0, false);
        CHECK((none.empty() || none == "[]\n" || none.starts_with("id,uid,")));
    }
}

TEST_CASE("one article alone is an object of ninjs and JSON-LD, several are an array") {
    for (const char* name : {"ninjs", "jsonld"}) {
        const ExchangeFormat& format = *find_exchange_format(name);
        CHECK(document(format, 1, true).starts_with("{"));
        CHECK(document(format, 1, false).starts_with("[\n{"));
        CHECK(document(format, 2, false).ends_with("}\n]\n"));
    }
    CHECK(document(*find_exchange_format("csl-json"), 1, true).starts_with("[\n{"));
}

TEST_CASE("no form makes a link of what is none, nor ends what it stands in") {
    Article article;
    article.uid = "}, evil = {\\input{/etc/passwd}}";
    article.headline = "Ferry </script><script>alert(1)</script><!-- aground";
    article.key = "javascript:alert(1)";
    article.body = "Fog.";
    for (const char* url : {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x",
                            "javascript&colon;alert(1)", "&#106;avascript:alert(1)", "vbscript:x"}) {
        for (const LinkKind kind : {LinkKind::body, LinkKind::related, LinkKind::promotion}) {
            Link link;
            link.kind = kind;
            link.url = url;
            article.links.push_back(link);
            link.title = "a [title](with: brackets)";
            article.links.push_back(link);
        }
    }
    const auto exported = [&](const char* name) {
        std::ostringstream out;
        ExchangeDocument document(out, *find_exchange_format(name), true);
        document.write(article);
        document.finish();
        return out.str();
    };
    const std::string markdown = exported("markdown");
    CHECK(markdown.find("](<") == std::string::npos);
    CHECK(markdown.find("\n- <") == std::string::npos);
    // As text it is still there.
    CHECK(markdown.find("javascript:alert(1)") != std::string::npos);
    const std::string json_ld = exported("jsonld");
    CHECK(json_ld.find('<') == std::string::npos);
    CHECK(json_ld.find("\"url\"") == std::string::npos);
    CHECK(exported("ninjs").find("\"uri\": \"javascript") == std::string::npos);
    CHECK(exported("csl-json").find("\"URL\"") == std::string::npos);
    CHECK(exported("ris").find("UR  -") == std::string::npos);
    // The key of an entry is of letters and digits, whatever the uid is.
    const std::string bibtex = exported("bibtex");
    CHECK(bibtex.find("url = ") == std::string::npos);
    const std::string key = bibtex.substr(0, bibtex.find(','));
    CHECK(key.find_first_not_of("@abcdefghijklmnopqrstuvwxyz0123456789{") == std::string::npos);
    // An address with what looks like a character reference stays the address it is.
    article.links = {{}};
    article.links[0].url = "https://portvale.example/?a=1&copy;=2&b=3";
    CHECK(exported("markdown").find("<https://portvale.example/?a=1&amp;copy;=2&b=3>") != std::string::npos);
}

TEST_CASE("the fields of an article are found by name") {
    Article article;
    article.headline = "One";
    article.published = from_iso("2025-01-21");
    article.tags = {"a", "b"};
    article.dateline = Dateline{"PORTVALE, Jan 21 -", "PORTVALE", {}, {}};
    article.links = {{LinkKind::related, "https://a.example/", "Two", {}, {}}};
    article.notes = {{NoteKind::editor, "A note"}};
    CHECK(article_field(article, "headline") == "One");
    CHECK(article_field(article, "published", "%Y") == "2025");
    CHECK(article_field(article, "tags") == "a;b");
    CHECK(article_field(article, "place") == "PORTVALE");
    CHECK(article_field(article, "links") == "related | Two | https://a.example/");
    CHECK(article_field(article, "notes") == "editor | A note");
    article.extra = {{"section", "Politics"}};
    CHECK(article_field(article, "extra.section") == "Politics");
    CHECK(article_field(article, "extra.desk").empty());
    CHECK(article_field(article, "agency").empty());
    CHECK(article_field(article, "colour").empty());
}

TEST_CASE("a stream for a terminal sends nothing that it would obey") {
    std::ostringstream out;
    TerminalStream cleaned(out);
    cleaned.stream() << "a\r\nb\x1B[2J\tc\r" << 'd' << "\n" << std::flush;
    CHECK(out.str() == "a\nb␛[2J\tc␍d\n");
    cleaned.stream() << "no newline" << std::flush;
    CHECK(out.str().ends_with("no newline"));
}
