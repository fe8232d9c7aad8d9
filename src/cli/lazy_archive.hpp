#pragma once

#include <newsarc/archive.hpp>

#include "cli/context.hpp"

#include <optional>

namespace newsarc::cli {

/// The archive that a command adds to. It is opened at once when it is there, so that a file that
/// is none is refused before anything is read, and made when there is something to put into it; a
/// dry run only reads the one that is there, or makes one in memory.
class LazyArchive {
public:
    LazyArchive(Context& context, bool dry_run) : context_(context), dry_run_(dry_run) {
        try {
            archive_ = context.open_archive(dry_run ? Archive::Mode::read : Archive::Mode::write);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::archive_missing) throw;
        }
    }

    Archive& get() {
        if (!archive_) {
            archive_ = context_.open_archive(dry_run_ ? Archive::Mode::memory : Archive::Mode::create);
        }
        return *archive_;
    }

private:
    Context& context_;
    bool dry_run_;
    std::optional<Archive> archive_;
};

}  // namespace newsarc::cli
