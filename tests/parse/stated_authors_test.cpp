#include "parse/stated_authors.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace newsarc;

namespace {

std::string names(const Document& document) {
    std::string out;
    for (const Author& author : parsing::find_authors(document, parsing::LabelSet::built_in(), "The Post"))
        out.append(out.empty() ? "" : " | ").append(author.name);
    return out;
}

}  // namespace

TEST_CASE("who wrote a document is told from what it states and what it shows") {
    struct Row {
        std::vector<std::vector<std::string>> stated;
        std::vector<std::string> lines;
        std::vector<std::vector<std::string>> signatures;
        std::string names;
    };
    const std::vector<Row> rows{
        {{{"Jane Roe"}}, {}, {}, "Jane Roe"},
        {{{"Jane A. Roe, Ali Khan"}}, {}, {}, "Jane A. Roe | Ali Khan"},
        // Whom the page shows goes before whom it states.
        {{{"Bo Li"}}, {"By Jane Roe"}, {}, "Jane Roe"},
        {{{"Bo Li"}, {"Jane Roe"}}, {"By Jane Roe"}, {}, "Jane Roe"},
        // Nor does an agency that it shows too stand for those who wrote.
        {{{"AFP"}}, {"Von: Jane Roe, Ali Khan", "Foto: AFP"}, {}, "Jane Roe | Ali Khan"},
        {{{"AFP"}}, {"Foto: AFP"}, {}, "AFP"},
        // What an element marks as the writer's goes before lines that only look so.
        {{}, {"From 'Harbour Lights' to 'Quay'", "Jane Roe"}, {{"Jane Roe", "Jane Roe"}}, "Jane Roe"},
        {{}, {}, {{"Jane RoeSenior Editor, The Post", "Jane Roe", "Senior Editor, The Post"}}, "Jane Roe"},
        {{}, {}, {{"Published 02/03/2022", "Published 02/03/2022"}}, ""},
        {{}, {"Jane Roe", "21 January 2025"}, {}, "Jane Roe"},
        // The outlet, a desk: when nobody else is named, and whole.
        {{{"The Post"}}, {}, {}, "The Post"},
        {{{"The Post"}}, {"By Jane Roe"}, {}, "Jane Roe"},
        {{{"Staff and news service reports"}}, {}, {}, "Staff and news service reports"},
        {{{"Post24 Redaktion"}}, {}, {}, "Post24 Redaktion"},
        {{{"105092"}}, {}, {}, ""},
        {{{"Friends of the Harbour"}}, {}, {}, "Friends of the Harbour"},
        {{{"/u/jane-roe"}}, {}, {}, "/u/jane-roe"},
        {{{"https://post.example/jane"}}, {}, {}, ""},
        {{{"21 January 2025"}}, {}, {}, ""},
    };
    for (const Row& row : rows) {
        Document document;
        document.authors = row.stated;
        document.lines = row.lines;
        document.lines_below = row.lines.size();
        document.signatures = row.signatures;
        INFO(names(document));
        CHECK(names(document) == row.names);
    }
}
