#pragma once

#include <newsarc/article.hpp>
#include <newsarc/search.hpp>

#include <optional>
#include <string>
#include <string_view>

#include "web/page/markup.hpp"

namespace newsarc::web {

/// What an article says: its head, body, related lines and notes, the words of the search marked.
void article_story(Markup& out, const Article& article, const ArticleMarks& marks);

/// Its links of one kind under a title of their own; nothing where it has none.
void article_links(Markup& out, const Article& article, LinkKind kind, std::string_view title);

/// A link out where the address is one that may be followed, else its text.
void link_out(Markup& out, const std::optional<std::string>& url, std::string_view text);

}  // namespace newsarc::web
