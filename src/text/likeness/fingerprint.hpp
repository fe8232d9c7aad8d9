#pragma once

#include <newsarc/article.hpp>

#include <string>

namespace newsarc::text {

/// The uid of an article: the first 128 bits of a SHA-256 over what it says, in 32 hexadecimal
/// digits. White space is squeezed first, so that the same text wrapped otherwise is the same
/// article. What says where it was kept rather than what it says (id, key, url, tags, path, added,
/// warnings, extra) and what is derived (words, language, hosts, authors of whom only the name is known)
/// has no part in it.
/// docs/storage.md gives the exact bytes, so that another program can compute it.
std::string content_uid(const Article& article);

}  // namespace newsarc::text
