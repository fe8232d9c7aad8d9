#include "input/container/http.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "input/container/inflate.hpp"
#include "input/given.hpp"
#include "input/load/brotli.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/lines.hpp"
#include "text/unpacking.hpp"

namespace newsarc::input {
namespace {

constexpr std::size_t most_lines = 1000;
constexpr std::size_t longest_line = 65536;

std::string lower_case(std::string_view text) {
    return text::in_ascii_lower_case(text::squeeze(text));
}

/// The size that a chunk begins with; absent for a line that is none.
std::optional<std::size_t> chunk_size(std::string_view line) {
    line = line.substr(0, line.find(';'));
    while (line.ends_with(' ') || line.ends_with('\t'))
        line.remove_suffix(1);
    if (line.empty() || line.size() > 8) return std::nullopt;
    std::size_t size = 0;
    for (const char c : line) {
        const char low = static_cast<char>(c | 0x20);
        const bool is_digit = c >= '0' && c <= '9';
        if (!is_digit && !(low >= 'a' && low <= 'f')) return std::nullopt;
        size = size * 16 + static_cast<std::size_t>(is_digit ? c - '0' : low - 'a' + 10);
    }
    return size;
}

/// RFC 9112, 7.1. What begins with no chunk is not in chunks.
std::string joined_chunks(std::string_view body, bool& is_damaged) {
    std::string_view rest = body;
    if (!chunk_size(text::take_line(rest))) return std::string(body);
    std::string out;
    while (!body.empty()) {
        const std::optional<std::size_t> size = chunk_size(text::take_line(body));
        if (size == 0) return out;
        if (!size) break;
        out.append(body, 0, *size);
        if (body.size() < *size) break;
        body.remove_prefix(*size);
        if (body.starts_with('\r')) body.remove_prefix(1);
        if (body.starts_with('\n')) body.remove_prefix(1);
    }
    is_damaged = true;
    return out;
}

void watch(const std::string& unpacked, std::size_t packed) {
    if (unpacked.size() > largest_inner_file)
        throw Error(ErrorCode::input, "a body of more than 64 MB", "save the article alone");
    if (text::unpacks_too_far(unpacked.size(), packed))
        throw Error(ErrorCode::input, "a body that " + text::unpacks_too_far_message(),
                    "save the article alone");
}

std::string inflated(std::string_view packed, Inflater::Form form, bool& is_damaged) {
    std::string out;
    Inflater inflater(packed, form);
    while (inflater.append_to(out))
        watch(out, packed.size());
    is_damaged = is_damaged || inflater.is_damaged();
    return out;
}

std::string unpacked_brotli(std::string_view packed, bool& is_damaged) {
    const Brotli& library = Brotli::get();
    const std::unique_ptr<Brotli::State, decltype(library.destroy)> state(
        library.create(nullptr, nullptr, nullptr), library.destroy);
    if (!state) throw Error(ErrorCode::io, "out of memory", "give less at a time");
    std::string out;
    std::array<std::uint8_t, 65536> block{};
    std::size_t in_size = packed.size();
    const auto* in = reinterpret_cast<const std::uint8_t*>(packed.data());
    constexpr int needs_room = 3;
    int status = needs_room;
    while (status == needs_room) {
        std::size_t room = block.size();
        std::uint8_t* to = block.data();
        status = library.decompress(state.get(), &in_size, &in, &room, &to, nullptr);
        out.append(reinterpret_cast<const char*>(block.data()), block.size() - room);
        watch(out, packed.size());
    }
    is_damaged = is_damaged || status != 1;
    return out;
}

std::string unpacked(std::string body, std::string_view coding, bool& is_damaged) {
    if (coding == "gzip" || coding == "x-gzip")
        return begins_gzip(body) ? inflated(body, Inflater::Form::gzip, is_damaged) : body;
    // Text that was unpacked already says so: HTML, XML and JSON begin with what no packing begins with.
    const std::size_t first = body.find_first_not_of(" \t\r\n");
    if (first == std::string::npos || body[first] == '<' || body[first] == '{') return body;
    if (coding == "deflate") return inflated(body, Inflater::Form::deflate, is_damaged);
    if (coding == "br") return unpacked_brotli(body, is_damaged);
    return body;
}

}  // namespace

HeaderLines::HeaderLines(std::string_view lines) {
    while (!lines.empty() && lines_.size() < most_lines) {
        const std::string_view line = text::take_line(lines).substr(0, longest_line);
        if (line.empty()) return;
        if ((line.front() == ' ' || line.front() == '\t') && !lines_.empty()) {
            std::string& value = lines_.back().second;
            if (value.size() + line.size() <= longest_line) value += " " + text::squeeze(line);
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        lines_.emplace_back(lower_case(line.substr(0, colon)), text::squeeze(line.substr(colon + 1)));
    }
}

std::string_view HeaderLines::value(std::string_view lower_case_name) const {
    const auto found =
        std::ranges::find(lines_, lower_case_name, &std::pair<std::string, std::string>::first);
    return found == lines_.end() ? std::string_view() : std::string_view(found->second);
}

std::size_t end_of_head(std::string_view bytes) {
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
        if (bytes.substr(at + 1).starts_with('\n')) return at + 2;
        if (bytes.substr(at + 1).starts_with("\r\n")) return at + 3;
    }
    return std::string_view::npos;
}

MediaType media_type(std::string_view content_type) {
    MediaType out;
    out.name = lower_case(content_type.substr(0, content_type.find(';')));
    const std::string all = lower_case(content_type);
    constexpr std::string_view mark = "charset=";
    const std::size_t at = all.find(mark);
    if (at == std::string::npos) return out;
    std::string_view charset = std::string_view(all).substr(at + mark.size());
    if (charset.starts_with('"') || charset.starts_with('\'')) charset.remove_prefix(1);
    out.charset = charset.substr(0, charset.find_first_of("\"'; ,"));
    return out;
}

HttpResponse read_http_response(std::string_view bytes) {
    if (!bytes.starts_with("HTTP/")) return {0, HeaderLines({}), {}};
    const std::size_t end = std::min(end_of_head(bytes), bytes.size());
    std::string_view head = bytes.substr(0, end);
    const std::string_view line = text::take_line(head);
    HttpResponse out{0, HeaderLines(head), bytes.substr(end)};
    const std::size_t blank = line.find(' ');
    for (std::size_t i = blank + 1; blank != std::string_view::npos && i < std::min(line.size(), blank + 4);
         ++i) {
        if (line[i] < '0' || line[i] > '9') return out;
        out.status = out.status * 10 + (line[i] - '0');
    }
    return out;
}

std::string body_of(const HttpResponse& response, bool& is_damaged) {
    const bool in_chunks =
        lower_case(response.head.value("transfer-encoding")).find("chunked") != std::string::npos;
    std::string body = in_chunks ? joined_chunks(response.body, is_damaged) : std::string(response.body);
    // What was done last stands last.
    std::string codings = lower_case(response.head.value("content-encoding"));
    constexpr int most_codings = 4;
    for (int i = 0; i < most_codings && !codings.empty(); ++i) {
        const std::size_t comma = codings.rfind(',');
        const std::string last =
            text::squeeze(comma == std::string::npos ? codings : codings.substr(comma + 1));
        codings.resize(comma == std::string::npos ? 0 : comma);
        body = unpacked(std::move(body), last, is_damaged);
    }
    return body;
}

}  // namespace newsarc::input
