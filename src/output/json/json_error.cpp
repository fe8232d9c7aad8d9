#include "output/json/json.hpp"
#include "output/json/json_value.hpp"

namespace newsarc::output {

std::string error_json(ErrorCode code, std::string_view message, std::string_view hint) {
    Json error;
    error["code"] = to_string(code);
    error["message"] = message;
    error["hint"] = hint.empty() ? Json(nullptr) : Json(hint);
    return one_line({{"error", std::move(error)}});
}

}  // namespace newsarc::output
