#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace newsarc::output {

/// Keys stay in the order in which they were set.
using Json = nlohmann::ordered_json;

template <typename T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

inline std::string one_line(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace newsarc::output
