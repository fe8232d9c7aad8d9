#include "input/libarchive.hpp"

#include <newsarc/error.hpp>

#include <dlfcn.h>

#include <array>
#include <string>

namespace newsarc::input {
namespace {

void* open_library() {
    // The version whose header this was built with, then others that have the same functions.
    constexpr std::array<const char*, 4> names{"libarchive.so.13", "libarchive.so", "libarchive.dylib",
                                               "/opt/homebrew/opt/libarchive/lib/libarchive.dylib"};
    for (const char* name : names) {
        if (void* library = dlopen(name, RTLD_NOW | RTLD_LOCAL)) return library;
    }
    throw Error(ErrorCode::unsupported, "reading zip and tar archives takes libarchive, which is not there",
                "install it (Debian: libarchive13), or unpack the archive and add the folder");
}

template <typename Function>
void find(void* library, const char* name, Function& function) {
    // POSIX promises that a function's address fits a pointer to an object.
    function = reinterpret_cast<Function>(dlsym(library, name));
    if (function != nullptr) return;
    throw Error(ErrorCode::unsupported, std::string("libarchive has no ") + name,
                "install libarchive 3.3 or later");
}

Libarchive load() {
    void* library = open_library();
    Libarchive out;
    find(library, "archive_read_new", out.read_new);
    find(library, "archive_read_free", out.read_free);
    find(library, "archive_read_support_format_zip", out.support_format_zip);
    find(library, "archive_read_support_format_tar", out.support_format_tar);
    find(library, "archive_read_support_filter_gzip", out.support_filter_gzip);
    find(library, "archive_read_support_filter_bzip2", out.support_filter_bzip2);
    find(library, "archive_read_support_filter_xz", out.support_filter_xz);
    find(library, "archive_read_support_filter_zstd", out.support_filter_zstd);
    find(library, "archive_read_open_fd", out.open_fd);
    find(library, "archive_read_next_header", out.next_header);
    find(library, "archive_read_data", out.data);
    find(library, "archive_filter_bytes", out.filter_bytes);
    find(library, "archive_error_string", out.error_string);
    find(library, "archive_entry_pathname", out.entry_pathname);
    find(library, "archive_entry_pathname_utf8", out.entry_pathname_utf8);
    find(library, "archive_entry_filetype", out.entry_filetype);
    find(library, "archive_entry_hardlink", out.entry_hardlink);
    find(library, "archive_entry_mtime", out.entry_mtime);
    return out;
}

}  // namespace

const Libarchive& Libarchive::get() {
    static const Libarchive loaded = load();
    return loaded;
}

}  // namespace newsarc::input
