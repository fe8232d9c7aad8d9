#include "text/unicode/charset.hpp"

#include "text/load/uchardet.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <utility>

namespace newsarc::text {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> marks{{
    {"UTF-8", "\xEF\xBB\xBF"},
    // UTF-32LE begins like UTF-16LE: it stands before it.
    {"UTF-32LE", std::string_view("\xFF\xFE\0\0", 4)},
    {"UTF-32BE", std::string_view("\0\0\xFE\xFF", 4)},
    {"UTF-16LE", "\xFF\xFE"},
    {"UTF-16BE", "\xFE\xFF"},
}};

/// Bytes that Windows-1252 uses for quotes, dashes and signs, which English text is full of and
/// which tell nothing to a detector made for letters.
constexpr std::string_view western_signs =
    "\x80\x82\x84\x85\x8B\x91\x92\x93\x94\x95\x96\x97\x99\x9B\xA0\xA1\xA2\xA3\xA7\xA9\xAB\xAE\xB0\xB4\xB7\xBB"
    "\xBC\xBD\xBE\xBF";

/// The charsets of Windows that have the letters of an ISO one, or nearly, and signs where that has control
/// characters: quotes, dashes and the ellipsis.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> siblings{{
    {"ISO-8859-2", "windows-1250"},
    {"ISO-8859-4", "windows-1257"},
    {"ISO-8859-7", "windows-1253"},
    {"ISO-8859-8", "windows-1255"},
    {"ISO-8859-9", "windows-1254"},
    {"ISO-8859-13", "windows-1257"},
    {"ISO-8859-16", "windows-1250"},
}};

constexpr std::size_t sample_size = std::size_t{64} * 1024;

bool is_high(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

/// The lines that hold a byte above ASCII, up to the sample size: the only ones that tell.
std::string telling_lines(std::string_view bytes) {
    std::string out;
    std::size_t at = 0;
    while (at < bytes.size() && out.size() < sample_size) {
        const auto high = std::find_if(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), is_high);
        if (high == bytes.end()) break;
        const auto where = static_cast<std::size_t>(high - bytes.begin());
        const std::size_t before = bytes.substr(at, where - at).rfind('\n');
        const std::size_t begin = std::max(before == std::string_view::npos ? at : at + before + 1,
                                           where - std::min<std::size_t>(where - at, 512));
        const std::size_t end = std::min(bytes.find('\n', where), where + 1024);
        out.append(bytes.substr(begin, std::min(end, bytes.size()) - begin)) += '\n';
        at = std::min(end, bytes.size());
    }
    return out;
}

/// True when what is above ASCII, valid UTF-8 aside, is Western signs, or too little to be the
/// letters of a language that Windows-1252 does not serve (these are one letter in fifteen or more).
bool reads_as_western(std::string_view sample) {
    std::size_t high = 0;
    bool signs = true;
    for (std::size_t at = 0; at < sample.size();) {
        const CodePoint point = code_point_at(sample, at);
        if (!point.valid) {
            ++high;
            signs = signs && western_signs.find(sample[at]) != std::string_view::npos;
        }
        at += point.length;
    }
    return (signs && high * 8 < sample.size()) || high * 60 < sample.size();
}

}  // namespace

Utf8Census utf8_census(std::string_view bytes) {
    Utf8Census census;
    std::size_t at = 0;
    while (at < bytes.size()) {
        std::uint64_t eight = 0;
        while (at + sizeof eight <= bytes.size()) {
            std::memcpy(&eight, bytes.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080U) != 0) break;
            at += sizeof eight;
        }
        while (at < bytes.size() && !is_high(bytes[at]))
            ++at;
        while (at < bytes.size() && is_high(bytes[at])) {
            const CodePoint point = code_point_at(bytes, at);
            ++(point.valid ? census.sequences : census.stray);
            at += point.length;
        }
    }
    return census;
}

std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes) {
    for (const auto& [charset, mark] : marks) {
        if (bytes.starts_with(mark)) return ByteOrderMark{charset, mark.size()};
    }
    return std::nullopt;
}

std::optional<std::string_view> utf16_without_mark(std::string_view bytes) {
    const std::size_t pairs = std::min(bytes.size(), sample_size) / 2;
    if (pairs < 4 || bytes.size() % 2 != 0) return std::nullopt;
    if (bytes.substr(0, pairs * 2).find('\0') == std::string_view::npos) return std::nullopt;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < pairs * 2; ++i)
        zeros[i % 2] += bytes[i] == '\0';
    if (zeros[1] * 10 > pairs * 7 && zeros[0] * 20 < pairs) return "UTF-16LE";
    if (zeros[0] * 10 > pairs * 7 && zeros[1] * 20 < pairs) return "UTF-16BE";
    return std::nullopt;
}

bool has_iso2022_escapes(std::string_view bytes) {
    for (const std::string_view escape : {"\x1B$B", "\x1B$@", "\x1B(J", "\x1B$)C", "\x1B$(D"}) {
        if (bytes.find(escape) != std::string_view::npos) return true;
    }
    return false;
}

std::string guess_charset(std::string_view bytes) {
    const bool seven_bit = std::none_of(bytes.begin(), bytes.end(), is_high);
    const std::string sample = seven_bit ? std::string(bytes.substr(0, sample_size)) : telling_lines(bytes);
    if (!seven_bit && reads_as_western(sample)) return "windows-1252";
    const Uchardet& library = Uchardet::get();
    const std::unique_ptr<uchardet, decltype(library.end)> detector(library.make(), library.end);
    library.take(detector.get(), sample.data(), sample.size());
    library.take_end(detector.get());
    const std::string name = library.charset(detector.get());
    const bool western = name.empty() || name == "ASCII" || name == "ISO-8859-1" || name == "ISO-8859-15" ||
                         name == "WINDOWS-1252" || name == "UTF-8";
    if (western) return "windows-1252";
    const bool signs = std::any_of(sample.begin(), sample.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 && static_cast<unsigned char>(c) < 0xA0;
    });
    const auto sibling =
        std::find_if(siblings.begin(), siblings.end(), [&](const auto& row) { return row.first == name; });
    return signs && sibling != siblings.end() ? std::string(sibling->second) : name;
}

}  // namespace newsarc::text
