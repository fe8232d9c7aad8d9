#pragma once

#include <newsarc/archive.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/connection.hpp"

namespace newsarc::store {

/// A path made fit to be extracted under the reader's own folder: relative, without `.` and `..`,
/// valid UTF-8 (other bytes percent-encoded), control characters percent-encoded, no part longer
/// than a file system takes. Never empty.
std::string extractable_name(std::string_view path);

/// Stores a file byte for byte in the sqlar table, deflated where that makes it smaller, and
/// returns its id. Its name there is extractable_name(path), with `~2`, `~3`, … before the suffix
/// where that is taken; one made from its hash when it has no path.
/// To be called inside a transaction.
std::int64_t put_original(const Connection& connection, const Source& source);

/// The file that an article came from; `path` is the name it has in sqlar.
/// Throws Error(archive_damaged) when the stored bytes cannot be inflated.
std::optional<Source> get_original(const Connection& connection, std::int64_t article);

}  // namespace newsarc::store
