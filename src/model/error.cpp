#include <newsarc/error.hpp>

#include <utility>

namespace newsarc {

std::string_view to_string(ErrorCode code) {
    switch (code) {
        case ErrorCode::usage: return "usage";
        case ErrorCode::not_found: return "not_found";
        case ErrorCode::input: return "input";
        case ErrorCode::archive_missing: return "archive_missing";
        case ErrorCode::archive_foreign: return "archive_foreign";
        case ErrorCode::archive_newer: return "archive_newer";
        case ErrorCode::archive_damaged: return "archive_damaged";
        case ErrorCode::busy: return "busy";
        case ErrorCode::io: return "io";
        case ErrorCode::unsupported: return "unsupported";
        case ErrorCode::timeout: return "timeout";
        case ErrorCode::interrupted: return "interrupted";
        case ErrorCode::internal: return "internal";
    }
    return "internal";
}

Error::Error(ErrorCode code, const std::string& message, std::string hint)
    : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

}  // namespace newsarc
