#pragma once

#include <newsarc/article.hpp>

#include <span>
#include <string>
#include <string_view>

namespace newsarc::output {

/// The names of the fields of an article, in the order of CSV.
std::span<const std::string_view> article_fields();

/// A field's value as text, see model/field_text.hpp; absent is empty. `extra.NAME` is one text of a record
/// that had no field. `format` is that of a date, see format_date().
std::string article_field(const Article& article, std::string_view field, std::string_view format = {});

}  // namespace newsarc::output
