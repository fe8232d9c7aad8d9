#include "parse/line/lines.hpp"

#include "parse/line/scan.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace newsarc::parsing {
namespace {

enum Kind : std::uint8_t { plain, line_break, control, lead };

/// What a byte may begin. `lead` bytes begin characters of several bytes some of which are line
/// breaks or have to go.
constexpr std::array<Kind, 256> kinds = [] {
    std::array<Kind, 256> table{};
    for (std::size_t c = 0; c < 0x20; ++c)
        table[c] = control;
    table['\t'] = plain;
    for (const unsigned char c : {'\n', '\r', '\v', '\f'})
        table[c] = line_break;
    table[0x7F] = control;
    for (const unsigned c : {0xC2U, 0xE1U, 0xE2U, 0xEFU})
        table[c] = lead;
    return table;
}();

bool is_line_break(char32_t c) {
    return c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_control(char32_t c) {
    return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0);
}

bool is_invisible(char32_t c) {
    return c == 0xAD || c == 0x180E || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

std::uint16_t columns_of_space(std::string_view space) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < space.size();) {
        const auto point = code_point_at(space, at);
        columns = point.value == '\t' ? (columns / 8 + 1) * 8 : columns + 1;
        at += point.length;
    }
    return static_cast<std::uint16_t>(
        std::min<std::size_t>(columns, std::numeric_limits<std::uint16_t>::max()));
}

class Splitter {
public:
    explicit Splitter(std::string_view text) : text_(text) {}

    Lines run() {
        std::size_t begin = 0;
        bool dirty = false;
        for (std::size_t at = 0; at < text_.size();) {
            const Kind kind = kinds[static_cast<unsigned char>(text_[at])];
            if (kind == plain) {
                ++at;
                continue;
            }
            std::size_t length = 1;
            bool breaks = kind == line_break;
            if (kind == control) {
                dirty = true;
            } else if (kind == lead) {
                const auto point = code_point_at(text_, at);
                length = point.length;
                breaks = is_line_break(point.value);
                dirty = dirty || is_control(point.value) || is_invisible(point.value);
            }
            if (breaks) {
                add(begin, at, dirty);
                dirty = false;
                form_feed_ = form_feed_ || text_[at] == '\f';
                // Editors number lines without counting these two.
                if (text_[at] != '\f' && text_[at] != '\v') ++number_;
                if (text_.substr(at, 2) == "\r\n") length = 2;
                begin = at + length;
            }
            at += length;
        }
        add(begin, text_.size(), dirty);
        return std::move(out_);
    }

private:
    void add(std::size_t begin, std::size_t end, bool dirty) {
        std::string_view line = text_.substr(begin, end - begin);
        if (dirty) line = clean(line);
        const std::size_t space = leading_space(line);
        const std::string_view content = trim(line.substr(space));
        if (content.empty()) {
            ++blanks_;
            return;
        }
        out_.lines.push_back(
            {content, begin, end, number_, blanks_, columns_of_space(line.substr(0, space)), form_feed_});
        blanks_ = 0;
        form_feed_ = false;
    }

    std::string_view clean(std::string_view line) {
        std::string& out = out_.cleaned.emplace_back();
        out.reserve(line.size());
        for (std::size_t at = 0; at < line.size();) {
            const auto point = code_point_at(line, at);
            if (is_control(point.value) && !is_line_break(point.value)) {
                out += ' ';
                ++out_.controls;
            } else if (is_invisible(point.value)) {
                ++out_.invisible;
            } else {
                out.append(line, at, point.length);
            }
            at += point.length;
        }
        return out;
    }

    std::string_view text_;
    Lines out_;
    std::uint32_t number_ = 1;
    std::uint32_t blanks_ = 0;
    bool form_feed_ = false;
};

}  // namespace

Lines split_lines(std::string_view text) {
    return Splitter(text).run();
}

}  // namespace newsarc::parsing
