#pragma once

#include <newsarc/parse.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc {

/// A file as it came, before anything is read out of it.
struct Source {
    std::string path;  ///< as the user named it, any bytes
    std::string bytes;
    std::uint32_t mode = 0100644;  ///< Unix file type and permissions
    std::int64_t modified = 0;     ///< Unix seconds
};

enum class AddStatus { added, updated, duplicate, near_duplicate, failed };

std::string_view to_string(AddStatus status);

/// What became of one article, or of one source that could not be read as any.
struct AddResult {
    AddStatus status = AddStatus::failed;
    std::optional<std::int64_t> id;  ///< of the article stored, or of the one already there
    std::optional<std::string> uid;
    std::optional<std::string> key;
    std::optional<std::string> path;
    std::optional<std::string> headline;
    std::optional<std::int64_t> of;    ///< what it duplicates; of several the most similar
    std::optional<double> similarity;  ///< 0 to 1, of a near duplicate
    std::optional<std::string> error;  ///< of a failure, what went wrong
    std::optional<std::string> hint;   ///< and what to do
    std::vector<std::string> warnings;
};

/// What is done with an article that is nearly the same text as one in the archive.
enum class NearDuplicatePolicy {
    keep,  ///< it is stored
    skip,  ///< it is not; its result has no id
};

struct AddOptions {
    std::string added;     ///< ISO 8601 in UTC; the moment to record
    ParseOptions parse;    ///< `path` is taken from each source
    bool dry_run = false;  ///< say what would be done, and leave the archive as it was
    NearDuplicatePolicy near_duplicates = NearDuplicatePolicy::keep;
};

}  // namespace newsarc
