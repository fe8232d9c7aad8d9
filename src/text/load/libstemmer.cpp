#include "text/load/libstemmer.hpp"

#include <array>

#include "text/load/shared_library.hpp"

namespace newsarc::text {
namespace {

Libstemmer load() {
    constexpr std::array<const char*, 6> files{
        "libstemmer.so.0d", "libstemmer.so.0",  "libstemmer.so.2",
        "libstemmer.so",    "libstemmer.dylib", "/opt/homebrew/opt/snowball/lib/libstemmer.dylib"};
    const SharedLibrary library(files, "libstemmer", "stemming words of other languages than English",
                                "install it (Debian: libstemmer0d)");
    Libstemmer out;
    library.find("sb_stemmer_new", out.make);
    library.find("sb_stemmer_delete", out.end);
    library.find("sb_stemmer_stem", out.stem);
    library.find("sb_stemmer_length", out.length);
    return out;
}

}  // namespace

const Libstemmer& Libstemmer::get() {
    static const Libstemmer loaded = load();
    return loaded;
}

}  // namespace newsarc::text
