#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::text {

/// Bytes read as text.
struct Decoded {
    std::string utf8;                   ///< valid UTF-8, without a byte order mark
    std::string charset;                ///< the charset the bytes were read as, `UTF-8`
    std::vector<std::string> warnings;  ///< what was guessed or could not be read
    bool verbatim = false;              ///< the bytes were UTF-8, and `utf8` is them behind `mark`
    std::size_t mark = 0;               ///< bytes of the byte order mark
};

/// Reads bytes as text. With no `encoding` the charset is found in this order: a byte order mark;
/// UTF-16 by its zero bytes; valid UTF-8; UTF-8 with a few damaged bytes; what uchardet finds;
/// Windows-1252. What cannot be read becomes U+FFFD. NUL and control characters are kept.
/// Throws Error(unsupported) for an encoding that iconv does not know.
Decoded decode(std::string_view bytes, const std::optional<std::string>& encoding);

/// What the bytes are when they are no text, such as `a PDF document`; empty when they may be text.
std::optional<std::string_view> binary_kind(std::string_view bytes);

/// How the bytes look as UTF-8.
struct Utf8Census {
    std::size_t sequences = 0;  ///< valid sequences of two bytes or more
    std::size_t stray = 0;      ///< bytes that belong to no valid sequence
};

Utf8Census utf8_census(std::string_view bytes);

/// The name and length of a byte order mark.
struct ByteOrderMark {
    std::string_view charset;
    std::size_t length = 0;
};

std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes);

/// `UTF-16LE` or `UTF-16BE` when every second byte is mostly zero, as in Latin text without a mark.
std::optional<std::string_view> utf16_without_mark(std::string_view bytes);

/// True when escape sequences of ISO 2022 (Japanese, Korean mail) stand in 7-bit text.
bool has_iso2022_escapes(std::string_view bytes);

/// A guess at an 8-bit or multi-byte charset, by a name that iconv knows. `windows-1252` stands
/// for all of Western Europe.
std::string guess_charset(std::string_view bytes);

}  // namespace newsarc::text
