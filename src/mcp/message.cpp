#include "mcp/message.hpp"

#include <algorithm>

#include "text/unicode/utf8.hpp"

namespace newsarc::mcp {
namespace {

/// Messages of one batch. Each may have an answer of some 40 KB.
constexpr std::size_t largest_batch = 50;

/// Bytes. An id comes back with its answer.
constexpr std::size_t longest_id = 256;

constexpr std::string_view blanks = " \t\r\n";

/// What can be told of a line before it is parsed, which takes no memory and no stack.
struct Outline {
    std::size_t depth = 0;
    std::string_view id;  ///< the value of the member `id` of the outermost object, as it is written
};

/// Where the string that begins at `at` ends, behind its closing quote.
std::size_t end_of_string(std::string_view line, std::size_t at) {
    for (++at; at < line.size(); ++at) {
        if (line[at] == '\\') {
            ++at;
        } else if (line[at] == '"') {
            return at + 1;
        }
    }
    return line.size();
}

/// The text or number behind the colon at or behind `at`; empty where there is none.
std::string_view value_behind(std::string_view line, std::size_t at) {
    at = line.find_first_not_of(blanks, at);
    if (at == std::string_view::npos || line[at] != ':') return {};
    at = line.find_first_not_of(blanks, at + 1);
    if (at == std::string_view::npos) return {};
    const std::size_t end = line[at] == '"' ? end_of_string(line, at)
                                            : std::min(line.find_first_of(",} \t\r\n", at), line.size());
    return line.substr(at, end - at);
}

Outline look_over(std::string_view line) {
    Outline out;
    std::size_t depth = 0;
    for (std::size_t at = 0; at < line.size();) {
        const char c = line[at];
        if (c == '"') {
            const std::size_t end = end_of_string(line, at);
            if (depth == 1 && line.substr(at, end - at) == "\"id\"") out.id = value_behind(line, end);
            at = end;
            continue;
        }
        if (c == '[' || c == '{') out.depth = std::max(out.depth, ++depth);
        if ((c == ']' || c == '}') && depth > 0) --depth;
        ++at;
    }
    return out;
}

bool is_id(const Json& id) {
    if (id.is_string()) return id.get_ref<const std::string&>().size() <= longest_id;
    return id.is_number_integer();
}

/// The id of a line that is not parsed as a whole; null where it has none.
Json id_of(const Outline& outline) {
    if (outline.id.size() > longest_id || !text::is_valid_utf8(outline.id)) return nullptr;
    const Json id = Json::parse(outline.id, nullptr, false);
    return is_id(id) ? id : Json(nullptr);
}

void take(Line& out, Json value) {
    const auto refuse = [&](const Json& id, const char* why) {
        out.refused.push_back(error_message(id, {invalid_request, why}));
    };
    if (!value.is_object()) return refuse(nullptr, "a message is an object");
    Json id = value.value("id", Json(nullptr));
    const bool has_id = value.contains("id");
    if (has_id && !is_id(id)) return refuse(nullptr, "an id is a text or a whole number");
    if (value.value("jsonrpc", Json()) != "2.0") return refuse(id, "jsonrpc has to be \"2.0\"");
    if (!value.contains("method")) {
        // Nothing is asked of a client, so that an answer is to nothing; it is passed over.
        if (!value.contains("result") && !value.contains("error")) refuse(id, "there is no method");
        return;
    }
    const Json& method = value["method"];
    if (!method.is_string()) return refuse(id, "a method is a text");
    Json params = value.value("params", Json());
    if (params.is_null()) params = Json::object();
    if (!params.is_object()) {
        if (has_id) out.refused.push_back(error_message(id, {invalid_params, "params are an object"}));
        return;
    }
    out.messages.push_back({method.get<std::string>(), std::move(id), std::move(params)});
}

}  // namespace

Line read_line(std::string_view line) {
    Line out;
    const Outline outline = look_over(line);
    const auto refuse = [&](const Json& id, int code, const std::string& why) {
        out.refused.push_back(error_message(id, {code, why}));
        return out;
    };
    if (outline.depth > deepest_nesting) {
        return refuse(id_of(outline), invalid_request,
                      "nested more than " + std::to_string(deepest_nesting) + " levels deep");
    }
    if (!text::is_valid_utf8(line)) return refuse(id_of(outline), parse_error, "not valid UTF-8");
    Json value = Json::parse(line, nullptr, false);
    if (value.is_discarded()) return refuse(nullptr, parse_error, "not valid JSON");
    if (!value.is_array()) {
        take(out, std::move(value));
        return out;
    }
    out.batch = true;
    if (value.empty()) return refuse(nullptr, invalid_request, "a batch holds messages");
    if (value.size() > largest_batch) {
        return refuse(nullptr, invalid_request,
                      "a batch holds at most " + std::to_string(largest_batch) + " messages");
    }
    for (Json& one : value)
        take(out, std::move(one));
    return out;
}

std::string refusal_of_long_line() {
    return error_message(nullptr,
                         {invalid_request, "longer than " + std::to_string(longest_line) + " bytes"});
}

std::string result_message(const Json& id, const Json& result) {
    return written({{"jsonrpc", "2.0"}, {"id", id}, {"result", result}});
}

std::string error_message(const Json& id, const Fault& fault) {
    Json error{{"code", fault.code()}, {"message", fault.what()}};
    if (!fault.data().is_null()) error["data"] = fault.data();
    Json out{{"jsonrpc", "2.0"}};
    // The schemas of the protocol have no null here.
    if (!id.is_null()) out["id"] = id;
    out["error"] = std::move(error);
    return written(out);
}

std::string notification_message(std::string_view method, const Json& params) {
    return written({{"jsonrpc", "2.0"}, {"method", method}, {"params", params}});
}

std::string written(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace newsarc::mcp
