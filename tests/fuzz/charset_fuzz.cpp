#include <newsarc/error.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/fuzz.hpp"
#include "text/unicode/charset.hpp"
#include "text/unicode/utf8.hpp"

using namespace newsarc;

namespace {

/// Read as each of these, and as what is found out.
constexpr std::array<const char*, 9> encodings{"UTF-8",       "UTF-16",       "UTF-16LE",
                                               "ISO-8859-1",  "windows-1252", "Shift_JIS",
                                               "ISO-2022-JP", "GB18030",      "UTF-7"};

void require_text(const text::Decoded& decoded, std::string_view bytes) {
    fuzz::require(text::is_valid_utf8(decoded.utf8), "what was decoded is UTF-8");
    fuzz::require(!decoded.utf8.starts_with("\xEF\xBB\xBF") || bytes.size() > 3,
                  "a byte order mark is left out");
    fuzz::require(!decoded.charset.empty(), "the charset is told");
    fuzz::require(decoded.mark <= bytes.size(), "a byte order mark is within the bytes");
    if (decoded.verbatim)
        fuzz::require(decoded.utf8 == bytes.substr(decoded.mark), "verbatim text is the bytes");
    for (const std::string& warning : decoded.warnings)
        fuzz::require(text::is_valid_utf8(warning), "a warning is UTF-8");
}

}  // namespace

/// Any bytes are text in any charset, and that text is UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static_cast<void>(text::binary_kind(bytes));
    const text::Decoded found = text::decode(bytes, std::nullopt);
    require_text(found, bytes);
    if (text::is_valid_utf8(bytes) && bytes.find('\0') == std::string_view::npos &&
        !bytes.starts_with("\xEF\xBB\xBF"))
        fuzz::require(found.utf8 == bytes, "UTF-8 is taken as it is");
    for (const char* encoding : encodings)
        require_text(text::decode(bytes, encoding), bytes);
    return 0;
}
