#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cli/source/import_inputs.hpp"
#include "cli/source/input_descriptor.hpp"

namespace newsarc::cli {

/// True for the beginning of an object or a list of them.
bool begins_as_json(std::string_view start);

/// Records as JSON: an object a line, or objects in any layout, some of which hold a list of articles. What
/// an article has that is no field is added to `unknown`, which must outlive what is returned. Throws
/// Error(usage) for a map that names no field.
std::unique_ptr<ImportFile> open_objects(const std::string& path, std::unique_ptr<LineReader> file,
                                         const ImportOptions& options, UnknownFields& unknown);

/// Records as a table of comma-separated values (RFC 4180) whose first row names the columns; so with
/// semicolons and tabs. Throws Error(input) for one without a header.
std::unique_ptr<ImportFile> open_table(const std::string& path, std::unique_ptr<LineReader> file,
                                       const ImportOptions& options, UnknownFields& unknown);

}  // namespace newsarc::cli
