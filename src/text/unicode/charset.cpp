#include "text/unicode/charset.hpp"

#include <newsarc/error.hpp>

#include "text/unicode/utf8.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <utility>

namespace newsarc::text {
namespace {

/// Code points of the bytes 0x80 to 0x9F in Windows-1252; the five it leaves open are controls.
constexpr std::array<char32_t, 32> windows_1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> signatures{{
    {"%PDF-", "a PDF document"},
    {"\x89PNG\r\n", "a PNG picture"},
    {"\xFF\xD8\xFF", "a JPEG picture"},
    {"GIF87a", "a GIF picture"},
    {"GIF89a", "a GIF picture"},
    {"PK\x03\x04", "a ZIP file (perhaps a Word or EPUB document)"},
    {"\x1F\x8B", "a gzip file"},
    {"BZh", "a bzip2 file"},
    {"\xFD"
     "7zXZ",
     "an xz file"},
    {"7z\xBC\xAF", "a 7-Zip file"},
    {"\x7F"
     "ELF",
     "a program"},
    {"\xD0\xCF\x11\xE0", "a Microsoft Office document"},
    {"{\\rtf", "an RTF document"},
    {"SQLite format 3", "an SQLite database"},
}};

constexpr std::size_t binary_sample = std::size_t{16} * 1024;

bool is_high(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

char32_t western(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80 && value < 0xA0 ? windows_1252[value - 0x80U] : value;
}

/// Text that is partly UTF-8 and partly Windows-1252: valid sequences stay, other bytes are read
/// as Windows-1252. With `damaged`, only bytes that stand alone are; a torn sequence is U+FFFD.
std::string decode_mixed(std::string_view bytes, bool damaged) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t begin = at;
        while (at < bytes.size() && !is_high(bytes[at]))
            ++at;
        out.append(bytes, begin, at - begin);
        if (at == bytes.size()) break;
        const CodePoint point = code_point_at(bytes, at);
        if (point.valid) {
            out.append(bytes, at, point.length);
        } else {
            const bool alone =
                (at == 0 || !is_high(bytes[at - 1])) && (at + 1 >= bytes.size() || !is_high(bytes[at + 1]));
            append(out, damaged && !alone ? replacement_character : western(bytes[at]));
        }
        at += point.length;
    }
    return out;
}

class Converter {
public:
    explicit Converter(const std::string& charset) : handle_(iconv_open("UTF-8", charset.c_str())) {}
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() {
        if (known()) iconv_close(handle_);
    }

    [[nodiscard]] bool known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

    /// Appends the text of `bytes`; returns how many bytes had no meaning.
    std::size_t convert(std::string_view bytes, std::string& out) {
        std::array<char, 16384> buffer{};
        // iconv's signature wants a mutable pointer; it does not write through it.
        char* in = const_cast<char*>(bytes.data());
        std::size_t left = bytes.size();
        std::size_t bad = 0;
        while (left > 0) {
            char* to = buffer.data();
            std::size_t room = buffer.size();
            const std::size_t result = iconv(handle_, &in, &left, &to, &room);
            const int reason = errno;
            out.append(buffer.data(), buffer.size() - room);
            if (result != static_cast<std::size_t>(-1) || reason == E2BIG) continue;
            append(out, replacement_character);
            ++bad;
            ++in;
            --left;
        }
        char* to = buffer.data();
        std::size_t room = buffer.size();
        iconv(handle_, nullptr, nullptr, &to, &room);
        out.append(buffer.data(), buffer.size() - room);
        return bad;
    }

private:
    iconv_t handle_;
};

void warn_unreadable(Decoded& decoded, std::size_t count) {
    if (count == 0) return;
    decoded.warnings.push_back(std::to_string(count) + (count == 1 ? " byte" : " bytes") +
                               " could not be read as " + decoded.charset + " and became U+FFFD");
}

/// The bytes by iconv; empty when it does not know the charset.
std::optional<Decoded> decode_by_iconv(std::string_view bytes, const std::string& charset) {
    Converter converter(charset);
    // A slash would ask iconv for more than a charset (//TRANSLIT).
    // An empty name is the locale's charset to iconv.
    if (!converter.known() || charset.empty() || charset.find('/') != std::string::npos) return std::nullopt;
    Decoded decoded{{}, charset, {}, false, 0};
    decoded.utf8.reserve(bytes.size());
    warn_unreadable(decoded, converter.convert(bytes, decoded.utf8));
    // Some converters of glibc let surrogates and what is beyond Unicode through.
    if (!is_valid_utf8(decoded.utf8)) decoded.utf8 = to_valid_utf8(decoded.utf8);
    if (decoded.utf8.starts_with("\xEF\xBB\xBF")) decoded.utf8.erase(0, 3);
    return decoded;
}

Decoded decode_western(std::string_view bytes, const Utf8Census& census) {
    const bool damaged = census.sequences >= census.stray;
    Decoded decoded{decode_mixed(bytes, damaged), damaged ? "UTF-8" : "windows-1252", {}, false, 0};
    if (damaged) {
        decoded.warnings.push_back("damaged UTF-8: " + std::to_string(census.stray) +
                                   " stray bytes were read as Windows-1252 or became U+FFFD");
    } else if (census.sequences > 0) {
        decoded.warnings.emplace_back("mixed UTF-8 and Windows-1252, each read as what it is");
    } else {
        decoded.warnings.emplace_back("not UTF-8: read as Windows-1252");
    }
    return decoded;
}

Decoded decode_detected(std::string_view bytes) {
    const auto mark = byte_order_mark(bytes);
    if (mark && mark->charset != "UTF-8") {
        if (auto decoded = decode_by_iconv(bytes.substr(mark->length), std::string(mark->charset)))
            return *decoded;
    }
    if (mark) bytes.remove_prefix(mark->length);
    if (const auto charset = utf16_without_mark(bytes)) {
        if (auto decoded = decode_by_iconv(bytes, std::string(*charset))) {
            decoded->warnings.insert(decoded->warnings.begin(), "no byte order mark: read as " +
                                                                    decoded->charset + " by its zero bytes");
            return *decoded;
        }
    }
    const Utf8Census census = utf8_census(bytes);
    const bool seven_bit = census.sequences == 0 && census.stray == 0;
    if (census.stray == 0 && !(seven_bit && has_iso2022_escapes(bytes))) {
        return {std::string(bytes), "UTF-8", {}, true, mark ? mark->length : 0};
    }
    if (census.sequences >= census.stray) return decode_western(bytes, census);
    const std::string guess = guess_charset(bytes);
    if (guess != "windows-1252") {
        if (auto decoded = decode_by_iconv(bytes, guess)) {
            decoded->warnings.insert(decoded->warnings.begin(),
                                     "not UTF-8: read as " + guess + " by detection");
            return *decoded;
        }
    }
    return decode_western(bytes, census);
}

}  // namespace

Decoded decode(std::string_view bytes, const std::optional<std::string>& encoding) {
    if (!encoding) return decode_detected(bytes);
    auto decoded = decode_by_iconv(bytes, *encoding);
    if (!decoded) {
        throw Error(ErrorCode::unsupported, "unknown encoding '" + *encoding + "'",
                    "name one that `iconv --list` shows, such as windows-1252 or GB18030");
    }
    return std::move(*decoded);
}

std::optional<std::string_view> binary_kind(std::string_view bytes) {
    for (const auto& [signature, kind] : signatures) {
        if (bytes.starts_with(signature)) return kind;
    }
    if (byte_order_mark(bytes) || utf16_without_mark(bytes)) return std::nullopt;
    const std::string_view sample = bytes.substr(0, binary_sample);
    // Tab, line ends, escape and DEL apart; arithmetic that makes vector code.
    std::size_t controls = 0;
    for (const char c : sample) {
        const auto byte = static_cast<unsigned char>(c);
        const bool allowed = (byte >= '\t') & (byte <= '\r');
        controls += static_cast<std::size_t>((byte < 0x20) & !allowed & (byte != 0x1B)) + (byte == 0x7F);
    }
    if (controls >= 24 && controls * 20 > sample.size()) return "binary data";
    return std::nullopt;
}

}  // namespace newsarc::text
