#pragma once

#include <newsarc/article.hpp>

#include <array>
#include <string>
#include <string_view>

namespace newsarc::output {

/// The fields of an article that CSV and patterns know, in the order of CSV.
inline constexpr std::array<std::string_view, 20> article_fields{
    "id",        "uid",     "key",      "headline", "deck", "credit", "byline", "dateline", "place", "agency",
    "published", "updated", "language", "words",    "body", "links",  "notes",  "tags",     "path",  "added"};

/// A field's value as text; absent is empty. Tags are joined by semicolons, links and notes stand one
/// a line. `format` is that of a date, see format_date().
std::string article_field(const Article& article, std::string_view field, std::string_view format = {});

}  // namespace newsarc::output
