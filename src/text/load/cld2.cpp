#include "text/load/cld2.hpp"

#include <array>

#include "text/load/shared_library.hpp"

namespace newsarc::text {
namespace {

constexpr const char* purpose = "telling the language of a text";
constexpr const char* hint = "install it (Debian: libcld2-0)";

Cld2 load() {
    constexpr std::array<const char*, 4> all_tables{"libcld2_full.so.0", "libcld2_full.so",
                                                    "libcld2_full.dylib",
                                                    "/opt/homebrew/opt/cld2/lib/libcld2_full.dylib"};
    constexpr std::array<const char*, 4> files{"libcld2.so.0", "libcld2.so", "libcld2.dylib",
                                               "/opt/homebrew/opt/cld2/lib/libcld2.dylib"};
    // Nothing but tables, which libcld2 is to find before its own: those have half of the languages.
    const SharedLibrary tables(all_tables, "CLD2", purpose, hint, SharedLibrary::Names::global);
    const SharedLibrary library(files, "CLD2", purpose, hint);
    Cld2 out;
    // ExtDetectLanguageSummary(const char*, int, bool, Language*, int*, int*, bool*) and
    // LanguageCode(Language), as GCC and Clang name them.
    library.find("_ZN4CLD224ExtDetectLanguageSummaryEPKcibPNS_8LanguageEPiS4_Pb", out.detect);
    library.find("_ZN4CLD212LanguageCodeENS_8LanguageE", out.code);
    return out;
}

}  // namespace

const Cld2& Cld2::get() {
    static const Cld2 loaded = load();
    return loaded;
}

}  // namespace newsarc::text
