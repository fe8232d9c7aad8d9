#pragma once

#include <cstddef>
#include <vector>

namespace newsarc::test {

/// What the disk does at one of the calls that change it: writes, truncations, syncs, deletions, and
/// the making of files.
enum class Fault {
    none,
    killed,      ///< the process ends there: neither this call nor any later one has an effect
    power_loss,  ///< the same, and nothing since the last sync of its file or folder has reached the disk
    torn,        ///< the same, and of that some has reached the disk and some has not, in no order
    io_error,    ///< the call fails; later ones work
    full,        ///< the disk is full from there on: nothing can grow; the rest works
};

/// A layer between SQLite and the file system, through which every database that is opened goes while
/// one lives (SQLite's own words for it: a shim VFS, https://www.sqlite.org/vfs.html). It counts the
/// calls that change files, and fails at one of them. Not for several threads.
class FaultVfs {
public:
    FaultVfs();
    FaultVfs(const FaultVfs&) = delete;
    FaultVfs& operator=(const FaultVfs&) = delete;
    ~FaultVfs();

    /// Counts from now on, and does this at the call of that number, counted from 1.
    void arm(Fault fault, std::size_t at);

    /// The calls since, which is how many there are to fail at.
    [[nodiscard]] std::size_t calls() const;

    /// Whether the fault has come.
    [[nodiscard]] bool struck() const;

    /// Ends the fault. With a power loss, which comes now at the latest, it first takes back what had
    /// not reached the disk; every database must be closed by then.
    void disarm();
};

/// The calls out of so many that are made to fail in turn. Where they are many, every fourth, from another
/// one on for each fault, and the last ones, which end a commit; with more effort all of them.
std::vector<std::size_t> calls_to_fail(Fault fault, std::size_t calls);

}  // namespace newsarc::test
