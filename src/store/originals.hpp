#pragma once

#include <newsarc/add.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/connection.hpp"

namespace newsarc::store {

/// Stores a file byte for byte in the sqlar table, deflated where that makes it smaller, and
/// returns its id. Its name there is text::extractable_name(path), with `~2`, `~3`, … before the suffix
/// where that is taken; one made from its hash when it has no path.
/// To be called inside a transaction.
std::int64_t put_original(const Connection& connection, const Source& source);

/// The bytes of a file from the columns `data` and `sz` of its row in sqlar. Throws
/// Error(archive_damaged), with its name, when they do not fit together.
std::string unpacked(std::string_view data, std::int64_t size, const std::string& name);

/// The file that an article came from; `path` is the name it has in sqlar.
/// Throws Error(archive_damaged) when the stored bytes cannot be inflated.
std::optional<Source> get_original(const Connection& connection, std::int64_t article);

/// The name that it has in sqlar.
std::optional<std::string> name_of_original(const Connection& connection, std::int64_t article);

/// Puts other bytes in the place of a stored file; its name stays. To be called inside a transaction.
void replace_original(const Connection& connection, std::int64_t original, std::string_view bytes);

/// Removes a stored file that no article came from any more. To be called inside a transaction.
void remove_original(const Connection& connection, std::int64_t original);

}  // namespace newsarc::store
