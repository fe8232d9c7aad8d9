#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "input/given.hpp"
#include "text/unicode/charset.hpp"

namespace newsarc::input {

/// Reads the bytes of a document that declares its charset: as the user states it, else by a byte order mark,
/// as UTF-8 where they are valid UTF-8, as HTTP or MIME declares it, as the document itself does
/// (`declared`), else by a guess; a charset that nobody knows is passed over. Throws Error(unsupported) for
/// one that the user states and that is not known.
text::Decoded decode_declared(std::string_view bytes, const Given& given,
                              const std::optional<std::string>& declared);

/// The name after `attribute` (`charset=`, `encoding=`) in the first 4096 bytes, as iconv knows it.
/// Names that hide markup from a scan (UTF-7, EBCDIC) are none.
std::optional<std::string> declared_charset(std::string_view bytes, std::string_view attribute);

}  // namespace newsarc::input
