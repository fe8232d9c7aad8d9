#pragma once

#include <newsarc/add.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace newsarc::input {

/// What is known of a file from outside of it.
struct Given {
    std::optional<std::string> encoding;  ///< its charset, as the user states it; goes before all else
    std::string charset;                  ///< as HTTP or MIME declares it; empty when nothing does
    std::string address;                  ///< where it was fetched from; empty when that is not known
    bool single = false;                  ///< the user wants one article of it, whatever is in it
};

/// A file within a file.
struct InnerFile {
    /// The path names the articles in it: that of the file that holds it, with its own behind where it has
    /// one.
    Source source;
    Given given;
    std::string_view kind;              ///< by name; empty: its content tells
    std::vector<std::string> warnings;  ///< for each article in it
    /// What the file that holds it says of it, for fields that its text does not tell.
    Document stated = {};
    std::size_t offset = 0;  ///< where it stands in the bytes of the file that holds it
    std::size_t length = 0;  ///< bytes; 0: it does not stand there as a piece of its own
};

/// Bytes of the largest file within a file that is read.
inline constexpr std::size_t largest_inner_file = 64'000'000;

}  // namespace newsarc::input
