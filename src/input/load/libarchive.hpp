#pragma once

#include <archive.h>
#include <archive_entry.h>

namespace newsarc::input {

/// The functions of libarchive, from the library that the system has. It is loaded when it is first
/// needed: with all that it depends on it takes longer than most commands of newsarc do.
struct Libarchive {
    decltype(&::archive_read_new) read_new = nullptr;
    decltype(&::archive_read_free) read_free = nullptr;
    decltype(&::archive_read_support_format_zip) support_format_zip = nullptr;
    decltype(&::archive_read_support_format_tar) support_format_tar = nullptr;
    decltype(&::archive_read_support_filter_gzip) support_filter_gzip = nullptr;
    decltype(&::archive_read_support_filter_bzip2) support_filter_bzip2 = nullptr;
    decltype(&::archive_read_support_filter_xz) support_filter_xz = nullptr;
    decltype(&::archive_read_support_filter_zstd) support_filter_zstd = nullptr;
    decltype(&::archive_read_open_fd) open_fd = nullptr;
    decltype(&::archive_read_open_memory) open_memory = nullptr;
    decltype(&::archive_read_next_header) next_header = nullptr;
    decltype(&::archive_read_data) data = nullptr;
    decltype(&::archive_filter_bytes) filter_bytes = nullptr;
    decltype(&::archive_error_string) error_string = nullptr;
    decltype(&::archive_entry_pathname) entry_pathname = nullptr;
    decltype(&::archive_entry_pathname_utf8) entry_pathname_utf8 = nullptr;
    decltype(&::archive_entry_filetype) entry_filetype = nullptr;
    decltype(&::archive_entry_hardlink) entry_hardlink = nullptr;
    decltype(&::archive_entry_mtime) entry_mtime = nullptr;

    /// Throws Error(unsupported) where the system has no libarchive.
    static const Libarchive& get();
};

}  // namespace newsarc::input
