#include "cli/command/hint_commands.hpp"

#include "support/catch.hpp"

using namespace newsarc::cli;

TEST_CASE("commands in a hint get the archive that the user named") {
    struct Row {
        const char* hint;
        const char* told;
    };
    for (const Row& row : {
             Row{"", ""},
             Row{"free some space", "free some space"},
             Row{"newsarc list shows the ids", "newsarc -A a.db list shows the ids"},
             Row{"make one with: newsarc add FILE", "make one with: newsarc -A a.db add FILE"},
             Row{"`newsarc list`, then `newsarc show 1`",
                 "`newsarc -A a.db list`, then `newsarc -A a.db show 1`"},
             Row{"newsarc --help lists the commands", "newsarc --help lists the commands"},
             Row{"wait for the other newsarc to finish", "wait for the other newsarc to finish"},
             Row{"use a later newsarc ", "use a later newsarc "},
             Row{"usage: newsarc add [options] PATH...", "usage: newsarc add [options] PATH..."},
         }) {
        CHECK(with_archive_option(row.hint, "a.db") == row.told);
    }
    CHECK(with_archive_option("newsarc list", "it's mine.db") == "newsarc -A 'it'\\''s mine.db' list");
}

TEST_CASE("words are quoted for the shell where they need it") {
    for (const char* plain : {"a.db", "/srv/news/archive.db", "a-b_c:d@e,f%+"})
        CHECK(shell_quoted(plain) == plain);
    CHECK(shell_quoted("") == "''");
    CHECK(shell_quoted("a b") == "'a b'");
    CHECK(shell_quoted("$HOME;`id`\"") == "'$HOME;`id`\"'");
    CHECK(shell_quoted("it's") == "'it'\\''s'");
    CHECK(shell_quoted("é") == "'é'");
}
