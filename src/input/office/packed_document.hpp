#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace newsarc::input {

/// The files in a document that is a zip file (EPUB, DOCX, ODT), by their paths.
using PackedDocument = std::map<std::string, std::string, std::less<>>;

/// Reads those whose path is wanted; others are passed over. Throws Error: input for what is no zip file,
/// holds more than 256 MB of these or unpacks too far; unsupported without libarchive.
PackedDocument read_packed_document(std::string_view bytes,
                                    const std::function<bool(std::string_view)>& wanted);

/// True of the beginning of a zip file whose first member `mimetype` says so (EPUB, OpenDocument).
bool begins_with_mimetype(std::string_view start, std::string_view type);

}  // namespace newsarc::input
