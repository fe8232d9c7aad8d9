#include "cli/context.hpp"

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::cli;

TEST_CASE("errors end the program with the promised status") {
    for (const ErrorCode code :
         {ErrorCode::usage, ErrorCode::not_found, ErrorCode::input, ErrorCode::archive_missing,
          ErrorCode::archive_foreign, ErrorCode::archive_newer, ErrorCode::archive_damaged, ErrorCode::io,
          ErrorCode::unsupported, ErrorCode::timeout, ErrorCode::internal}) {
        INFO(to_string(code));
        CHECK(exit_status(code) == 2);
    }
    CHECK(exit_status(ErrorCode::busy) == 4);
    CHECK(exit_status(ErrorCode::interrupted) == 130);
}
