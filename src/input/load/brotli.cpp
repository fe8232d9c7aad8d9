#include "input/load/brotli.hpp"

#include <array>

#include "text/load/shared_library.hpp"

namespace newsarc::input {
namespace {

Brotli load() {
    constexpr std::array<const char*, 4> files{"libbrotlidec.so.1", "libbrotlidec.so", "libbrotlidec.dylib",
                                               "/opt/homebrew/opt/brotli/lib/libbrotlidec.dylib"};
    const text::SharedLibrary library(files, "libbrotli", "reading pages that were sent packed with Brotli",
                                      "install it (Debian: libbrotli1)");
    Brotli out;
    library.find("BrotliDecoderCreateInstance", out.create);
    library.find("BrotliDecoderDestroyInstance", out.destroy);
    library.find("BrotliDecoderDecompressStream", out.decompress);
    return out;
}

}  // namespace

const Brotli& Brotli::get() {
    static const Brotli loaded = load();
    return loaded;
}

}  // namespace newsarc::input
