#include "output/csv.hpp"

#include <algorithm>
#include <array>

namespace newsarc::output {
namespace {

/// What spreadsheets begin a formula with (OWASP, CSV Injection), the fullwidth forms among them.
constexpr std::array<std::string_view, 11> formula_signs{"=",  "+",  "-",  "@",  "\t", "\r",
                                                         "\n", "＝", "＋", "－", "＠"};

bool looks_like_formula(std::string_view field) {
    field.remove_prefix(std::min(field.find_first_not_of('\''), field.size()));
    return std::any_of(formula_signs.begin(), formula_signs.end(),
                       [&](std::string_view sign) { return field.starts_with(sign); });
}

void append_field(std::string& out, std::string_view field) {
    const bool formula = looks_like_formula(field);
    if (!formula && field.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += field;
        return;
    }
    out += '"';
    if (formula) out += '\'';
    for (const char c : field) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace

std::string csv_row(std::span<const std::string> fields) {
    std::string out;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) out += ',';
        append_field(out, fields[i]);
    }
    out += "\r\n";
    return out;
}

}  // namespace newsarc::output
