#pragma once

#include <newsarc/article.hpp>

#include "model/fields.hpp"
#include "output/json/json_value.hpp"

namespace newsarc::output {

/// The value of a field in JSON: null when it is absent; a list is an array, what a record said besides an
/// object.
Json field_json(const model::Field& field, const Article& article);

}  // namespace newsarc::output
