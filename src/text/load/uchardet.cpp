#include "text/load/uchardet.hpp"

#include <array>

#include "text/load/shared_library.hpp"

namespace newsarc::text {
namespace {

Uchardet load() {
    constexpr std::array<const char*, 4> files{"libuchardet.so.0", "libuchardet.so", "libuchardet.dylib",
                                               "/opt/homebrew/opt/uchardet/lib/libuchardet.dylib"};
    const SharedLibrary library(files, "uchardet", "telling the charset of a text",
                                "install it (Debian: libuchardet0), or name the charset with --encoding");
    Uchardet out;
    library.find("uchardet_new", out.make);
    library.find("uchardet_delete", out.end);
    library.find("uchardet_handle_data", out.take);
    library.find("uchardet_data_end", out.take_end);
    library.find("uchardet_get_charset", out.charset);
    return out;
}

}  // namespace

const Uchardet& Uchardet::get() {
    static const Uchardet loaded = load();
    return loaded;
}

}  // namespace newsarc::text
