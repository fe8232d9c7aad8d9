#include "input/charset.hpp"

#include <newsarc/error.hpp>

#include <algorithm>

#include "text/unicode/ascii.hpp"
#include "text/unicode/charset.hpp"

namespace newsarc::input {
namespace {}  // namespace

std::optional<std::string> declared_charset(std::string_view bytes, std::string_view attribute) {
    std::string start(bytes.substr(0, 4096));
    std::ranges::transform(start, start.begin(), text::ascii_lower);
    for (std::size_t at = start.find(attribute); at != std::string::npos;
         at = start.find(attribute, at + 1)) {
        const std::size_t begin = start.find_first_not_of("\"' ", at + attribute.size());
        if (begin == std::string::npos) return std::nullopt;
        const std::size_t end =
            std::min(start.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_:", begin), start.size());
        const std::string name = start.substr(begin, std::min<std::size_t>(end - begin, 40));
        if (name.empty() || name.find("utf-7") != std::string::npos ||
            name.find("ebcdic") != std::string::npos)
            continue;
        // As browsers do (WHATWG Encoding): Latin 1 is Windows-1252, and GB 2312 has grown.
        if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii")
            return "windows-1252";
        if (name == "gb2312" || name == "gbk") return "GB18030";
        if (name == "shift_jis" || name == "shift-jis" || name == "x-sjis") return "CP932";
        return name;
    }
    return std::nullopt;
}

text::Decoded decode_declared(std::string_view bytes, const Given& given,
                              const std::optional<std::string>& declared) {
    if (given.encoding || text::byte_order_mark(bytes) || text::utf16_without_mark(bytes))
        return text::decode(bytes, given.encoding);
    const auto outer = given.charset.empty() ? std::nullopt : declared_charset("=" + given.charset, "=");
    for (const std::optional<std::string>& name : {outer, declared}) {
        if (!name || *name == "utf-8" || *name == "utf8") continue;
        if (!name->starts_with("iso-2022") && text::utf8_census(bytes).stray == 0) continue;
        try {
            return text::decode(bytes, name);
        } catch (const Error&) {
            // A charset that nobody knows is none.
        }
    }
    return text::decode(bytes, std::nullopt);
}

}  // namespace newsarc::input
