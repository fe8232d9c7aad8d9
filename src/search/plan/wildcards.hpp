#pragma once

#include <map>
#include <string>
#include <vector>

#include "query/tree.hpp"

namespace newsarc::search {

struct Session;

/// What the wildcards of a query stand for in an archive.
struct Wildcards {
    std::map<std::string, std::vector<std::string>> terms;  ///< of the index, by pattern as it was typed
    std::vector<std::string> notes;                         ///< for a person
};

/// Looks through the words of the archive for those that the wildcards of a query are like. Of more than 64
/// to a pattern those that most articles hold are taken, and a note says so. The index has words without
/// their endings: a pattern is compared with these, as it stands and without an ending of its own.
Wildcards find_wildcards(Session& session, const query::Node& tree);

}  // namespace newsarc::search
