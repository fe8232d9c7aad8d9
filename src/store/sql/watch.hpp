#pragma once

#include <newsarc/search.hpp>

#include <chrono>

#include "store/sql/connection.hpp"

namespace newsarc::store {

/// One state of the archive for all that is read while it lives, and one lock instead of one for
/// each statement. Does nothing inside a transaction.
class Snapshot {
public:
    explicit Snapshot(const Connection& connection);
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    ~Snapshot();

private:
    SQLite::Database& database_;
    bool open_ = false;
};

/// Bounds the time of the statements run on a connection while it lives: past the limits they end
/// with Error(interrupted). One at a time on a connection.
class Watch {
public:
    Watch(const Connection& connection, const Limits& limits);
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    ~Watch();

    /// True once a limit is reached.
    [[nodiscard]] bool expired() const noexcept;

    /// Throws Error(timeout) or Error(interrupted) once a limit is reached.
    void check() const;

private:
    [[nodiscard]] bool interrupted() const noexcept;

    const Connection& connection_;
    Limits limits_;
    std::chrono::steady_clock::time_point start_;
};

}  // namespace newsarc::store
