#pragma once

#include <cstdint>
#include <string>

namespace newsarc::store {

/// What a path holds, told from its first hundred bytes alone: SQLite is not asked, because it
/// may write to a file that it opens (a journal left by a crash is rolled back).
enum class FileKind {
    missing,     ///< nothing, or a file of no bytes
    not_sqlite,  ///< something else
    foreign,     ///< another program's SQLite database
    newer,       ///< an archive of a later format
    archive,     ///< an archive of ours
};

struct FileFacts {
    FileKind kind = FileKind::missing;
    std::uint32_t version = 0;  ///< the format of an archive
};

/// Throws Error(io) for a path that cannot be read, and for a folder.
FileFacts inspect(const std::string& path);

/// Throws the error that fits unless the path holds an archive that this program can use.
void require_archive(const std::string& path);

/// The path as SQLite is to be given it, which takes `:memory:` and `file:...` for other things than
/// the names of files.
std::string database_name(const std::string& path);

/// Throws Error(usage) for a file that must not be written as if it were any file: an SQLite database, by
/// whatever link the path leads to it, or what SQLite keeps beside one. A `-journal` beside a database would
/// be taken for its own, and rolled into it or deleted.
void refuse_database_file(const std::string& path);

/// Throws Error for a path that a database must not be made at. Error(io) when a journal of another one lies
/// where its own would: SQLite would roll what it holds into it. Error(usage) when it is itself beside a
/// database.
void refuse_place(const std::string& path);

/// Puts a new, empty archive at a path, whole or not at all: it is made beside the path and then
/// linked to it, so that no process ever sees half of one. The file has mode 0600, folders made
/// on the way 0700. An archive that another process puts there meanwhile is left as it is.
void create_archive(const std::string& path);

}  // namespace newsarc::store
