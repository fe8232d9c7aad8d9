#pragma once

#include <string_view>

namespace newsarc::parsing {

/// True when a line ends with whom its picture is by, as captions do and paragraphs do not:
/// `Photo: Jane Roe/Reuters`, `(Jane Roe/AFP)`, `© Jane Roe`, `REUTERS/Jane Roe`, `Foto: dpa`,
/// `(Source: Coast Wire)`. Only the last 120 bytes are looked at.
bool ends_in_picture_credit(std::string_view text);

/// `The quay in winter. Photograph: Jane Roe/AFP`: a few words with a full stop, then whom the picture is by
/// and nothing else.
bool is_signed_caption(std::string_view text);

}  // namespace newsarc::parsing
