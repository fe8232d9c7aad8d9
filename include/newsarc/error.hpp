#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace newsarc {

/// What kind of thing went wrong. Each has a stable name that `--json` prints.
enum class ErrorCode {
    usage,            ///< the caller asked for something that does not exist or does not fit
    not_found,        ///< an id, uid or file that is not there
    input,            ///< a file that holds no article, or not text
    archive_missing,  ///< no archive at that path yet
    archive_foreign,  ///< a file that is not a newsarc archive
    archive_newer,    ///< an archive of a later format than this program knows
    archive_damaged,  ///< an archive whose content contradicts itself
    busy,             ///< another process held the archive past the time-out
    io,               ///< the operating system refused to read or write
    unsupported,      ///< this build or this SQLite lacks something needed
    timeout,          ///< a bound on the time of a query was reached
    interrupted,      ///< the user asked to stop
    internal,         ///< a defect in newsarc
};

/// The stable name of a code, such as `archive_missing`.
std::string_view to_string(ErrorCode code);

/// Where in a text that was given, such as a query, something is wrong.
struct ErrorPlace {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;  ///< bytes of the text
};

/// The one exception type that leaves the library.
/// `what()` says what went wrong and where; `hint()` says what to do, and may be empty.
/// Both are UTF-8 but may quote hostile text: clean them before a terminal sees them.
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, const std::string& message, std::string hint = {})
        : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

    [[nodiscard]] ErrorCode code() const noexcept { return code_; }
    [[nodiscard]] const std::string& hint() const noexcept { return hint_; }
    [[nodiscard]] const std::optional<ErrorPlace>& place() const noexcept { return place_; }

    /// The same error, with the place at which it is.
    [[nodiscard]] Error at(ErrorPlace place) const {
        Error out = *this;
        out.place_ = std::move(place);
        return out;
    }

private:
    ErrorCode code_;
    std::string hint_;
    std::optional<ErrorPlace> place_;
};

}  // namespace newsarc
