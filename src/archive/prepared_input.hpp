#pragma once

#include <newsarc/add.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/article/prepared_article.hpp"
#include "store/original/originals.hpp"

namespace newsarc::archive {

/// An article that an input gave, and where in its bytes it stood.
struct PreparedPart {
    store::PreparedArticle prepared;
    std::size_t offset = 0;                              ///< bytes
    std::size_t length = 0;                              ///< bytes
    std::optional<std::int64_t> removed = std::nullopt;  ///< the id that it had before it was removed
};

/// What was read out of one input: articles, or the failure.
struct PreparedInput {
    std::vector<PreparedPart> articles;
    std::optional<store::PreparedOriginal> original;  ///< of a source
    std::optional<std::string> named;                 ///< the path that the caller has of a source
    std::optional<FileState> file;                    ///< of a source that is to be known again
    std::string reading;                              ///< how it was read: reading_of()
    std::vector<AddResult> failures;                  ///< of what in it could not be read
    std::optional<AddResult> failure;                 ///< of the whole
};

/// Reads a source into articles. One that cannot be read is a failure, not a throw; an encoding that
/// does not exist is the caller's mistake, and throws Error(unsupported).
PreparedInput prepare(const store::Preparer& preparer, const Source& source, const ParseOptions& options);

/// What of these options decides what is read out of a file, in a few letters.
std::string reading_of(const ParseOptions& options);

/// Makes an article that was read elsewhere ready; its uid and words are computed anew.
PreparedInput prepare(const store::Preparer& preparer, Article record);

}  // namespace newsarc::archive
