#pragma once

#include <newsarc/article.hpp>
#include <newsarc/parse.hpp>
#include <newsarc/search.hpp>

#include "output/text/layout.hpp"

#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace newsarc::output {

void print_article(std::ostream& out, const Article& article, const Layout& layout);

/// Articles that are like the one above; nothing when there are none.
void print_similar(std::ostream& out, std::span<const Hit> hits, const Layout& layout);

/// Each line of the file with its class, and the rule that classed it below.
void print_explained(std::ostream& out, const ParsedArticle& parsed, const Layout& layout);

/// What a list calls an article: its headline, or the first words of one that has none.
std::string listed_name(const Article& article);

/// One line of a list: id, date, credit, headline. Without a width, as in a pipe, tabs are between them and
/// nothing else.
void print_row(std::ostream& out, const Article& article, const Layout& layout);

std::string article_json(const Article& article);

/// The article, and where in the file it stood, and its lines as the parser took them.
std::string explained_json(const ParsedArticle& parsed);

/// The names of the fields of an article, in the order of CSV.
std::span<const std::string_view> article_fields();

/// A field's value as text, see model/field_text.hpp; absent is empty. `extra.NAME` is one text of a record
/// that had no field. `format` is that of a date, see format_date().
std::string article_field(const Article& article, std::string_view field, std::string_view format = {});

}  // namespace newsarc::output
