#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/unicode/charset.hpp"

namespace newsarc::input {

/// Reads the bytes of a document that declares its charset: as `stated` where the user says so, else by a
/// byte order mark, as UTF-8 where they are valid UTF-8, as what is `declared` where that is known, else by a
/// guess. Throws Error(unsupported) for a stated charset that is not known.
text::Decoded decode_declared(std::string_view bytes, const std::optional<std::string>& stated,
                              const std::optional<std::string>& declared);

/// The name after `attribute` (`charset=`, `encoding=`) in the first 4096 bytes, as iconv knows it.
/// Names that hide markup from a scan (UTF-7, EBCDIC) are none.
std::optional<std::string> declared_charset(std::string_view bytes, std::string_view attribute);

}  // namespace newsarc::input
