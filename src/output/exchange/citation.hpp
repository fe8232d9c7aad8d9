#pragma once

#include <newsarc/article.hpp>

#include "text/byline.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::output {

// What several exporters say of an article in the same way.

/// Who wrote an article, in its order: its authors, or where these are not known the names in its byline.
std::vector<text::Name> authors_of(const Article& article);

/// The name on one line: `van der Berg, Jan, Jr.`; a literal as it is.
std::string inverted(const text::Name& name);

/// The headline; without one the beginning of the body, so that a list of works has something to show.
std::string title_of(const Article& article);

/// Who published it: the credit, else the agency of the dateline.
std::optional<std::string> publication_of(const Article& article);

/// Where it stands on the web: its address, else the key, where that is an http or https one.
std::optional<std::string> address_of(const Article& article);

/// Its name in lists of works, the same in every archive: at most eight letters of the first author or
/// of the publication, the year, eight digits of the uid. ASCII letters and digits, at most twenty.
std::string citation_key(const Article& article);

/// The uid as `urn:uuid:` (RFC 9562, version 8).
std::string urn_of(const Article& article);

/// The dateline and the body, as the text stood.
std::string full_text(const Article& article);

/// The texts of all notes of a kind, an empty line between two.
std::optional<std::string> notes_of(const Article& article, NoteKind kind);

/// White space of every kind squeezed, other control characters left out: for forms that cannot hold
/// these.
std::string plain_line(std::string_view text);

}  // namespace newsarc::output
