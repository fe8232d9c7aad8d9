#include <newsarc/article.hpp>
#include <newsarc/error.hpp>

#include "support/catch.hpp"

using namespace newsarc;

TEST_CASE("link kinds have names that read back") {
    for (const auto kind : {LinkKind::body, LinkKind::related, LinkKind::promotion}) {
        CHECK_FALSE(to_string(kind).empty());
        CHECK(link_kind_from_string(to_string(kind)) == kind);
    }
    CHECK_FALSE(link_kind_from_string("Body"));
    CHECK_FALSE(link_kind_from_string(""));
}

TEST_CASE("note kinds have names that read back") {
    for (const auto kind :
         {NoteKind::promotion, NoteKind::editor, NoteKind::copyright, NoteKind::reporting, NoteKind::caption,
          NoteKind::advertisement, NoteKind::correction, NoteKind::other}) {
        CHECK_FALSE(to_string(kind).empty());
        CHECK(note_kind_from_string(to_string(kind)) == kind);
    }
    CHECK_FALSE(note_kind_from_string("advert"));
}

TEST_CASE("an error carries code, message and hint") {
    const Error error(ErrorCode::archive_missing, "no archive", "run `newsarc add`");
    CHECK(error.code() == ErrorCode::archive_missing);
    CHECK(to_string(error.code()) == "archive_missing");
    CHECK(std::string(error.what()) == "no archive");
    CHECK(error.hint() == "run `newsarc add`");
}
