#pragma once

#include <newsarc/article.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsarc::text {

using Sha256 = std::array<std::uint8_t, 32>;

/// SHA-256 (FIPS 180-4) of the bytes.
Sha256 sha256(std::string_view bytes);

/// Lower-case hexadecimal, two digits a byte, of the first `bytes` bytes.
std::string hex(const Sha256& digest, std::size_t bytes = 32);

/// The uid of an article: the first 128 bits of a SHA-256 over what it says, in 32 hexadecimal
/// digits. White space is squeezed first, so that the same text wrapped otherwise is the same
/// article. What says where it was kept rather than what it says (id, key, url, tags, path, added,
/// warnings, extra) and what is derived (words, language, hosts, authors of whom only the name is known)
/// has no part in it.
/// docs/storage.md gives the exact bytes, so that another program can compute it.
std::string content_uid(const Article& article);

}  // namespace newsarc::text
