#pragma once

#include <newsarc/add.hpp>
#include <newsarc/parse.hpp>

#include "cli/option/reading_options.hpp"
#include "input/passed_over.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace newsarc::cli {

/// What the files to import hold.
enum class ImportFormat {
    json_lines,
    csv,
    archive,  ///< files in a zip, tar or SQLite archive
    file,     ///< one of another kind that articles are read from
};

struct ImportOptions {
    std::optional<ImportFormat> format;        ///< absent: told from each file
    std::vector<std::string> maps;             ///< `name=field`, of columns or of members of objects
    std::size_t largest = largest_by_default;  ///< bytes of a record, or of a file
    ParseOptions parse =
        {};  ///< the charset of records, and the order of their dates; of other files, their kind
};

/// Fields and columns that were passed over. May be added to from several threads.
class UnknownFields {
public:
    void add(const std::vector<std::string>& names);

    /// For a person, at most ten of them; empty when there are none.
    [[nodiscard]] std::string list() const;

private:
    mutable std::mutex mutex_;
    std::set<std::string> names_;
};

/// What is told of the files at the end.
struct ImportNotes {
    UnknownFields unknown = {};
    input::PassedOver passed_over = {};
    std::vector<std::string> others = {};
};

/// Gives what is in one file, one input after the other.
class ImportFile {
public:
    virtual ~ImportFile() = default;

    /// The next input; none at the end. Throws Error when the file cannot be read further; no more is
    /// then asked of it.
    virtual std::optional<Input> next() = 0;
};

/// The bytes of a file of lines; absent for an archive, and for what is no regular file.
std::optional<std::size_t> size_of_lines(const std::string& path, const ImportOptions& options);

/// Opens a file, or standard input for `-`. Throws Error: usage, not_found, input, io, unsupported.
std::unique_ptr<ImportFile> open_import_file(const std::string& path, const ImportOptions& options,
                                             ImportNotes& notes);

}  // namespace newsarc::cli
