#include "query/field_notes.hpp"

#include "support/catch.hpp"

using namespace newsarc::query;

namespace {

std::vector<std::string> notes_on(std::string_view query) {
    std::vector<std::string> notes;
    note_mistyped_fields(lex(query), notes);
    return notes;
}

}  // namespace

TEST_CASE("a mistyped field gets a note that names the one meant") {
    struct Row {
        std::string query, note;
    };
    const std::vector<Row> rows{
        {"credt:NewsX", "credt: is no field and was taken as a word; did you mean credit:?"},
        {"war -headlne:peace", "headlne: is no field and was taken as a word; did you mean headline:?"},
        {"tags:war", "tags: is no field and was taken as a word; did you mean tag:?"},
        {"Credit:NewsX", "Credit: is no field and was taken as a word; did you mean credit:?"},
        {"credti:\"The Post\"", "credti: is no field and was taken as a word; did you mean credit:?"},
        {"bylin:“Jane Roe”", "bylin: is no field and was taken as a word; did you mean byline:?"},
    };
    for (const Row& row : rows) {
        INFO(row.query);
        CHECK(notes_on(row.query) == std::vector<std::string>{row.note});
    }
    CHECK(notes_on("credt:a credt:b").size() == 1);
}

TEST_CASE("what only looks like a field gets no note") {
    for (const char* query : {"credit:NewsX", "Note:this", "Credit: NewsX", "10:30", "http://example.org",
                              "site://x", "it:is", "published:(2025)", "credit:", "url:credt:x",
                              "\"credt:NewsX\"", "C++:news", "ratio 3:4", "::", ":x"}) {
        INFO(query);
        CHECK(notes_on(query).empty());
    }
}
