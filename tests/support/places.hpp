#pragma once

#include <string>
#include <string_view>

// Where things are on the machine that built the tests. One source knows, so that the other ones are
// compiled alike wherever the tree lies, and a compiler cache serves several trees.

namespace newsarc::test {

/// A file or folder of the source tree, named from its root; the root itself without a name.
std::string source_path(std::string_view below = {});

/// The program as it was built.
std::string program_path();

/// The folder of the manual pages as they were built.
std::string manual_path();

}  // namespace newsarc::test
