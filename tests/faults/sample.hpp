#pragma once

#include <newsarc/archive.hpp>

#include <cstdint>
#include <string>

/// The small archive that faults are tried on.
namespace newsarc::test::sample {

AddOptions options();

Article record(const std::string& key, const std::string& headline, const std::string& body);

/// A file that was added, as it is after so many changes.
/// What the file of file_state(1) says: two articles.
extern const std::string port_file;

FileState file_state(std::int64_t changes);

/// The articles 1 and 2 out of the file in/port.txt, 3 out of in/dykes.txt, and 4, a record of the key `k`;
/// more of them with more effort.
void add_first(Archive& archive);

/// All that the archive holds, for comparison.
std::string told(const Archive& archive);

}  // namespace newsarc::test::sample
