#pragma once

#include <newsarc/add.hpp>
#include <newsarc/error.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace newsarc::store {

/// Reads the files of somebody else's SQLite archive (https://www.sqlite.org/sqlar.html), in the order of
/// their names. The file is opened for reading alone, and nothing in it is trusted.
class SqlarReader {
public:
    /// `largest` bounds a file, in bytes. Throws Error: not_found, io, input for what is no such archive,
    /// usage for an archive of newsarc.
    SqlarReader(const std::string& path, std::size_t largest);
    SqlarReader(SqlarReader&&) noexcept;
    SqlarReader& operator=(SqlarReader&&) noexcept;
    ~SqlarReader();

    /// A file, its path as it is in the archive, or why it could not be read.
    struct File {
        Source source;
        std::optional<Error> error;
    };

    /// The next regular file; none at the end. Throws Error(input) when the archive is damaged.
    std::optional<File> next();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace newsarc::store
