#pragma once

#include <newsarc/error.hpp>

#include <string>

namespace newsarc::store {

/// An error that some work on the database at this path ended with; when it is `busy`, and the system tells
/// (Linux does, in /proc/locks), with the process in it that holds the archive. Asks only for what is
/// on record: to open and close the file would drop the locks that this process may have on it.
Error with_lock_holder(const Error& error, const std::string& path);

/// Runs a piece of work with the database at this path, and names who holds it when that is busy.
template <typename Work>
decltype(auto) naming_lock_holder(const std::string& path, Work&& work) {
    try {
        return work();
    } catch (const Error& error) {
        throw with_lock_holder(error, path);
    }
}

}  // namespace newsarc::store
