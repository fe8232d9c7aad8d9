#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace newsarc::text {

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
