#pragma once

#include <newsarc/add.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "store/sql/connection.hpp"
#include "text/likeness/fingerprint.hpp"

namespace newsarc::store {

/// A file as it is to be stored.
struct PreparedOriginal {
    std::string name;       ///< that it asks for in sqlar
    std::string data;       ///< deflated, or as it came where that is no larger
    std::int64_t size = 0;  ///< as it came
    std::uint32_t mode = 0;
    std::int64_t modified = 0;
    text::Sha256 sha256{};  ///< of the bytes as they came
};

/// Deflates and hashes a file: most of the work, which does not need the archive. Its name is
/// text::extractable_name(path); one made from its hash when it has no path.
PreparedOriginal prepare_original(const Source& source);

/// Stores files byte for byte in the sqlar table; keeps its statements prepared.
class OriginalWriter {
public:
    explicit OriginalWriter(const Connection& connection);
    ~OriginalWriter();

    /// Stores a file and returns its id. Where its name is taken it gets `~2`, `~3`, … before the
    /// suffix. To be called inside a transaction.
    std::int64_t put(const PreparedOriginal& original);

    /// The same, in the place of a former file: the new one gets its name, and the former becomes
    /// `~former`, before the suffix too.
    std::int64_t put_in_place_of(std::int64_t former, const PreparedOriginal& original);

private:
    struct Statements;
    std::unique_ptr<Statements> statements_;
};

/// The bytes of a file from the columns `data` and `sz` of its row in sqlar. Throws
/// Error(archive_damaged), with its name, when they do not fit together.
std::string unpacked(std::string_view data, std::int64_t size, const std::string& name);

/// The file that an article came from; `path` is the name it has in sqlar.
/// Throws Error(archive_damaged) when the stored bytes cannot be inflated.
std::optional<Source> get_original(const Connection& connection, std::int64_t article);

/// A stored file, by its id.
std::optional<Source> read_original(const Connection& connection, std::int64_t original);

/// A stored file, compared with the hash it was stored with.
struct VerifiedOriginal {
    std::string name;                  ///< in sqlar
    std::optional<std::string> bytes;  ///< none when they are not what was stored
};

/// Empty when it is not there.
std::optional<VerifiedOriginal> read_verified(const Connection& connection, std::int64_t original);

/// The name that it has in sqlar.
std::optional<std::string> name_of_original(const Connection& connection, std::int64_t article);

/// Puts other bytes in the place of a stored file; its name stays. To be called inside a transaction.
void replace_original(const Connection& connection, std::int64_t original, std::string_view bytes);

/// Removes a stored file that no article came from any more. To be called inside a transaction.
void remove_original(const Connection& connection, std::int64_t original);

}  // namespace newsarc::store
