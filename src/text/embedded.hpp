#pragma once

#include <span>
#include <string_view>

namespace newsarc {

/// A file of the project that was built into the program: see newsarc_embed() in cmake/Embed.cmake.
struct EmbeddedFile {
    std::string_view path;  ///< as the call names it
    std::string_view text;
};

namespace text {

/// The files of src/text/lexicon.
std::span<const EmbeddedFile> embedded_files();

}  // namespace text
}  // namespace newsarc
