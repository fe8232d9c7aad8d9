#include "cli/complete/complete.hpp"

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::cli;

namespace {

using Words = std::vector<std::string>;

CompletionSource source() {
    return {
        .values = [](FacetField field, const GlobalOptions& options) -> std::vector<FacetCount> {
            if (options.archive == "empty.db") return {};
            if (field == FacetField::credit)
                return {{"NewsX", 3}, {"The Harbour Post", 2}, {"The\nworst", 1}, {"The Hill", 1}};
            if (field == FacetField::tag) return {{"afghanistan", 1}, {"at sea", 1}};
            if (field == FacetField::site) return {{"example.org", 4}};
            return {};
        },
        .articles =
            [](const GlobalOptions&) {
                return std::vector<Offer>{{"12", "Twelve"}, {"7", "Seven"}};
            },
        .searches =
            [](const GlobalOptions&) {
                return std::vector<Offer>{{"border", "crossing"}};
            },
        .aliases = {{"recent", {"list", "--sort", "added"}}, {"odd", {"nonsense"}}},
    };
}

Words offered(const Words& words) {
    Words out;
    for (const Offer& one : complete(words, source()).words)
        out.push_back(one.value);
    return out;
}

}  // namespace

TEST_CASE("a command line is completed from what the commands declare") {
    struct Row {
        Words words, offered;
    };
    const std::vector<Row> rows{
        {{"sea"}, {"search"}},
        {{"re"}, {"related", "remove", "recent"}},
        {{"-q", "sea"}, {"search"}},
        {{"nonsense", ""}, {}},
        {{"odd", ""}, {}},
        {{"search", "--fac"}, {"--facet", "--facet-values"}},
        {{"--arch"}, {"--archive"}},
        {{"search", "--facet", "cre"}, {"credit"}},
        {{"search", "--facet=cre"}, {"--facet=credit"}},
        {{"search", "--nonsense=a"}, {}},
        {{"search", "-n", "5", "--sort", "n"}, {"newest"}},
        {{"search", "-n5", "--sort", "n"}, {"newest"}},
        {{"search", "--limit", ""}, {}},
        {{"search", "--format", "c"}, {"csv"}},
        {{"recent", "--sort", "o"}, {"oldest"}},
        {{"show", ""}, {"12", "7"}},
        {{"show", "12", "7"}, {"7"}},
        {{"parse", "--encoding", ""}, {}},
        {{"search", "@bo"}, {"@border"}},
        {{"list", "--credit", "The"}, {"The Harbour Post", "The Hill"}},
        {{"list", "--credit=New"}, {"--credit=NewsX"}},
        {{"search", "words", "credit:New"}, {"credit:NewsX"}},
        {{"search", "(-credit:New"}, {"(-credit:NewsX"}},
        {{"search", "credit:The"}, {"credit:\"The Harbour Post\"", "credit:\"The Hill\""}},
        {{"search", "credit:\"New"}, {"credit:\"NewsX\""}},
        {{"search", "credit:new"}, {"credit:NewsX"}},
        {{"search", "credit:harb"}, {"credit:\"The Harbour Post\""}},
        {{"search", "source:New"}, {"source:NewsX"}},
        {{"search", "credit:arb"}, {}},
        {{"search", "-A", "empty.db", "credit:"}, {}},
        {{"--archive=empty.db", "search", "credit:"}, {}},
        {{"search", "is:"}, {"is:duplicate", "is:edited"}},
        {{"search", "published:"}, {}},
        {{"search", "--", "--fac"}, {}},
        {{"search", "--", "-tag:af"}, {"-tag:afghanistan"}},
        {{"tag", "+"}, {"+afghanistan", "+at sea"}},
        {{"tag", "+at"}, {"+at sea"}},
        {{"list", "--tag", "at"}, {"at sea"}},
        {{"links", "--host", "ex"}, {"example.org"}},
        {{"edit", "12", "--unset", "cred"}, {"credit"}},
        {{"edit", "12", "--set", "cred"}, {"credit="}},
        {{"help", "sea"}, {"search"}},
        {{"help", "query"}, {"query-language"}},
        {{"completions", ""}, {"bash", "zsh", "fish"}},
    };
    for (const Row& row : rows) {
        INFO(row.words.front() << " … " << row.words.back());
        CHECK(offered(row.words) == row.offered);
    }
}

TEST_CASE("where a file is to be named the shell offers files") {
    for (const Words& words :
         std::vector<Words>{{"add", ""}, {"parse", "a"}, {"search", "--batch", ""}, {"-A", ""}}) {
        INFO(words.front());
        CHECK(complete(words, source()).files);
    }
    CHECK_FALSE(complete(Words{"add", "--s"}, source()).files);
}

TEST_CASE("a field of the query is not yet a whole word") {
    CHECK(offered({"search", "cred"}) == Words{"credit:"});
    CHECK(complete(Words{"search", "cred"}, source()).unfinished);
    CHECK_FALSE(complete(Words{"search", "credit:New"}, source()).unfinished);
    CHECK(complete(Words{}, source()).words.empty());
}
