#include "support/places.hpp"

namespace newsarc::test {

std::string source_path(std::string_view below) {
    std::string path(NEWSARC_SOURCE_DIR);
    if (!below.empty()) path.append("/").append(below);
    return path;
}

std::string program_path() {
    return NEWSARC_PROGRAM;
}

std::string manual_path() {
    return NEWSARC_MANUAL;
}

}  // namespace newsarc::test
