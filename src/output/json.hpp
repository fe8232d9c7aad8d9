#pragma once

#include <newsarc/article.hpp>
#include <newsarc/error.hpp>

#include "model/fields.hpp"

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace newsarc::output {

// What the other headers of this room name ..._json is one JSON document (RFC 8259) on one line, without the
// newline. The text is valid UTF-8, malformed bytes having become U+FFFD; what is absent is null.

/// Keys stay in the order in which they were set.
using Json = nlohmann::ordered_json;

template <typename T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

/// A moment as ISO 8601.
inline Json or_null(const std::optional<DateTime>& moment) {
    return moment ? Json(to_iso(*moment)) : Json(nullptr);
}

// Characters that a terminal would obey or that turn text around, and the line ends that only some
// programs take for such, come as escapes: the document says the same and harms nobody who sees it.

/// On one line, without a newline.
std::string one_line(const Json& value);

/// Indented by two blanks a level, without a newline at the end.
std::string indented(const Json& value);

/// A text in quotes, which YAML 1.2 takes as well.
std::string json_text(std::string_view text);

/// Sets a field when there is something to set.
template <typename T>
void set_if(Json& object, const char* name, const std::optional<T>& value) {
    if (value) object[name] = *value;
}

/// The value of a field: null when it is absent; a list is an array, what a record said besides an object.
Json field_json(const model::Field& field, const Article& article);

std::string error_json(ErrorCode code, std::string_view message, std::string_view hint);

}  // namespace newsarc::output
