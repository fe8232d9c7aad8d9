#include "input/load/libarchive.hpp"

#include <array>

#include "text/load/shared_library.hpp"

namespace newsarc::input {
namespace {

Libarchive load() {
    // The version whose header this was built with, then others that have the same functions.
    constexpr std::array<const char*, 4> files{"libarchive.so.13", "libarchive.so", "libarchive.dylib",
                                               "/opt/homebrew/opt/libarchive/lib/libarchive.dylib"};
    const text::SharedLibrary library(
        files, "libarchive", "reading zip and tar archives",
        "install it (Debian: libarchive13), or unpack the archive and add the folder");
    Libarchive out;
    library.find("archive_read_new", out.read_new);
    library.find("archive_read_free", out.read_free);
    library.find("archive_read_support_format_zip", out.support_format_zip);
    library.find("archive_read_support_format_tar", out.support_format_tar);
    library.find("archive_read_support_filter_gzip", out.support_filter_gzip);
    library.find("archive_read_support_filter_bzip2", out.support_filter_bzip2);
    library.find("archive_read_support_filter_xz", out.support_filter_xz);
    library.find("archive_read_support_filter_zstd", out.support_filter_zstd);
    library.find("archive_read_open_fd", out.open_fd);
    library.find("archive_read_open_memory", out.open_memory);
    library.find("archive_read_next_header", out.next_header);
    library.find("archive_read_data", out.data);
    library.find("archive_filter_bytes", out.filter_bytes);
    library.find("archive_error_string", out.error_string);
    library.find("archive_entry_pathname", out.entry_pathname);
    library.find("archive_entry_pathname_utf8", out.entry_pathname_utf8);
    library.find("archive_entry_filetype", out.entry_filetype);
    library.find("archive_entry_hardlink", out.entry_hardlink);
    library.find("archive_entry_mtime", out.entry_mtime);
    return out;
}

}  // namespace

const Libarchive& Libarchive::get() {
    static const Libarchive loaded = load();
    return loaded;
}

}  // namespace newsarc::input
