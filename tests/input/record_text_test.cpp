#include "input/record/record_text.hpp"

#include <newsarc/error.hpp>

#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace newsarc;
using namespace newsarc::input;

namespace {

Article sample() {
    Article article;
    article.id = 3;
    article.headline = "Council votes for higher dykes";
    article.credit = "Dyke Weekly";
    article.dateline = Dateline{"PORTVALE, Jan 21 -", "PORTVALE", "2025-01-21", {}};
    article.published = from_iso("2025-01-21T14:05+02:00");
    article.tags = {"flood, great", "river"};
    article.body = "One paragraph.\n\n---\n\n# Another: it has a colon.";
    article.links = {{LinkKind::related, {}, "Either | or", {}, {}, "READ ALSO"},
                     {LinkKind::body, "https://example.org/a?b|c", {}, {}, {}, {}},
                     {LinkKind::promotion, "https://example.org", "Follow \\ us", {}, {}, {}}};
    article.notes = {{NoteKind::editor, "Shortened | twice.\nBy us."}};
    article.path = "in/a.txt";
    article.added = "2026-11-23T10:00:00Z";
    article.warnings = {"a doubt"};
    article.authors = {{"Jane Roe", "Staff Writer", {}, {}}};
    article.extra = {{"section", "Politics"}};
    return article;
}

std::string message_of(const std::string& text) {
    try {
        read_record_text(text, sample());
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::input);
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("an article as text to edit") {
    Article article = sample();
    article.links.resize(1);
    CHECK(
        write_record_text(article) ==
        "---\n"
        "# Article 3. Lines that begin with # are passed over; a field with nothing after its colon has no "
        "value.\n"
        "# \\n is a line break in a value, \\u before a number in braces a character that cannot be shown.\n"
        "# There may be more than one of these:\n"
        "#   author: NAME | ROLE | PLACE | OUTLET\n"
        "#   title: TEXT\n"
        "#   link: body|related|promotion | TITLE | ADDRESS | LABEL\n"
        "#   note: KIND | TEXT\n"
        "#   tag: TEXT\n"
        "#   extra: NAME | TEXT\n"
        "key:\n"
        "headline: Council votes for higher dykes\n"
        "deck:\n"
        "credit: Dyke Weekly\n"
        "byline:\n"
        "author: Jane Roe | Staff Writer\n"
        "url:\n"
        "dateline: PORTVALE, Jan 21 -\n"
        "place: PORTVALE\n"
        "dateline-date: 2025-01-21\n"
        "agency:\n"
        "published: 2025-01-21T14:05+02:00\n"
        "updated:\n"
        "language:\n"
        "link: related | Either \\| or | | READ ALSO\n"
        "note: editor | Shortened \\| twice.\\nBy us.\n"
        "tag: flood, great\n"
        "tag: river\n"
        "extra: section | Politics\n"
        "---\n"
        "\n"
        "One paragraph.\n\n---\n\n# Another: it has a colon.\n");
}

TEST_CASE("what is written is read as it was") {
    CHECK(read_record_text(write_record_text(sample()), sample()) == sample());
    Article bare;
    bare.headline = "x";
    CHECK(read_record_text(write_record_text(bare), bare) == bare);
}

TEST_CASE("text as editors leave it is read") {
    const Article article = read_record_text(
        "\xEF\xBB\xBF---\r\nheadline:Port reopens  \r\n\r\n# credit: nobody\r\n  byline : By Jane "
        "Roe\r\n---\r\n"
        "\r\n\r\nBarges came.\r\n\r\nSilt went.\r\n\r\n\r\n",
        sample());
    CHECK(article.headline == "Port reopens");
    CHECK(article.byline == "By Jane Roe");
    CHECK_FALSE(article.credit);
    CHECK_FALSE(article.dateline);
    CHECK(article.tags.empty());
    CHECK(article.links.empty());
    CHECK(article.body == "Barges came.\n\nSilt went.");
    CHECK(article.path == "in/a.txt");
    CHECK(article.warnings.size() == 1);
}

TEST_CASE("what cannot be read is told with its line") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"", "line 1: the text does not begin with a line of three dashes"},
        {"headline: x\n", "line 1: the text does not begin with a line of three dashes"},
        {"---\nheadline: x\n", "line 2: the line of three dashes below the fields is missing"},
        {"---\n\nheadlin: x\n---\n", "line 3: there is no field 'headlin' to be set"},
        {"---\nx\n---\n", "line 2: there is no colon after the name of a field"},
        {"---\ndeck: x\ndeck: y\n---\n", "line 3: deck is there twice"},
        {"---\npublished: yesterday\n---\n", "line 2: 'yesterday' is no date in ISO 8601"},
        {"---\nplace: X\n---\n", "line 2: there is no dateline that this could be a part of"},
        {"---\nlink: old | x\n---\n", "line 2: a link is of the unknown kind old"},
        {"---\nlink: related\n---\n", "line 2: a link has neither an address nor a title"},
        {"---\nnote: editor\n---\n", "line 2: a note has no text"},
        {"---\nauthor: | Editor\n---\n", "line 2: an author has no name"},
        {"---\nextra: section\n---\n", "line 2: a name or its text is missing"},
        {"---\nlanguage: politics\n---\n", "line 2: 'politics' is no language tag"},
        {"---\nbody: x\n---\n", "line 2: there is no field 'body' to be set"},
        {"---\nheadline: \xFF\n---\n", "line 2: the line is not text in UTF-8"},
        {"---\ncredit: x\n---\n\n", "an article needs a headline or a body"},
    };
    for (const auto& [text, message] : cases) {
        INFO(text);
        CHECK(message_of(text) == message);
    }
}

TEST_CASE("fields are set and taken away by name") {
    Article article = sample();
    set_field(article, "headline", " Other \n");
    CHECK(article.headline == "Other");
    set_field(article, "headline", " ");
    CHECK_FALSE(article.headline);
    set_field(article, "published", "2024");
    CHECK(article.published == from_iso("2024"));
    set_field(article, "agency", "Reuters");
    CHECK(article.dateline->agency == "Reuters");
    CHECK(article.dateline->place == "PORTVALE");
    set_field(article, "dateline", "KABUL -");
    CHECK_FALSE(article.dateline->place);
    set_field(article, "dateline", "");
    set_field(article, "place", "");
    CHECK_FALSE(article.dateline);
    set_field(article, "body", "Text.\n");
    CHECK(article.body == "Text.");
    set_field(article, "extra.desk", "World");
    CHECK(article.extra["desk"] == "World");
    set_field(article, "extra.desk", "");
    CHECK_FALSE(article.extra.contains("desk"));
    set_field(article, "tags", "a; b");
    CHECK(article.tags == std::vector<std::string>{"a", "b"});
    CHECK_THROWS_AS(set_field(article, "uid", "x"), Error);
    CHECK_THROWS_AS(set_field(article, "place", "x"), Error);
    CHECK_THROWS_AS(set_field(article, "headline", std::string("a\0b", 3)), Error);
}
