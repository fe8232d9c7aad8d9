#pragma once

#include <newsarc/article.hpp>

#include <optional>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "parse/label/labels.hpp"

namespace newsarc::parsing {

/// Those who wrote a document, told from what it states of them and from what it shows by its headline.
/// `outlet` is who published it, which counts only when nobody else is named. May be empty.
std::vector<Author> find_authors(const Document& document, const LabelSet& labels,
                                 const std::optional<std::string>& outlet);

}  // namespace newsarc::parsing
