#include "text/markup.hpp"

namespace newsarc::text {

std::string escaped_for_markup(std::string_view text) {
    constexpr std::string_view noncharacters = "\xEF\xBF";  // the beginning of U+FFFE and U+FFFF
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            case '\t':
            case '\n': out += c; break;
            case '\xBE':
            case '\xBF': out += out.ends_with(noncharacters) ? '\xBD' : c; break;
            default: {
                const auto byte = static_cast<unsigned char>(c);
                if (byte < 0x20 || byte == 0x7F) {
                    out += "\xEF\xBF\xBD";
                } else {
                    out += c;
                }
            }
        }
    }
    return out;
}

}  // namespace newsarc::text
