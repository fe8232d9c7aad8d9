#include "input/xml/mend.hpp"

#include <algorithm>
#include <array>

#include "input/load/libxml2.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::input {
namespace {

class Mender {
public:
    explicit Mender(std::string_view xml) : xml_(xml) { out_.reserve(xml.size() + xml.size() / 16); }

    std::string run() {
        at_ = std::min(xml_.find('<'), xml_.size());
        while (at_ < xml_.size()) {
            const char c = xml_[at_];
            const std::string_view rest = xml_.substr(at_);
            if (in_tag_ && c != '&') {
                take_in_tag(c);
            } else if (c == '&') {
                take_entity();
            } else if (rest.starts_with("<![CDATA[")) {
                take_section();
            } else if (rest.starts_with("<!--")) {
                skip_past("-->", no_comment_end_);
            } else if (rest.starts_with("<!DOCTYPE") || rest.starts_with("<!doctype")) {
                skip_declaration();
            } else if (rest.starts_with("<?")) {
                skip_past("?>", no_instruction_end_);
            } else {
                in_tag_ = c == '<';
                values_ = 0;
                const auto byte = static_cast<unsigned char>(c);
                out_ += byte < 0x20 && c != '\n' && c != '\t' && c != '\r' ? ' ' : c;
                ++at_;
            }
        }
        return std::move(out_);
    }

private:
    /// A tag's attributes, as many as the parser takes in good time.
    void take_in_tag(char c) {
        constexpr std::size_t most_values = 256;
        if (quote_ == '\0' && (c == '"' || c == '\'')) {
            quote_ = c;
        } else if (quote_ == c) {
            quote_ = '\0';
            ++values_;
        } else if (quote_ == '\0' && c == '>') {
            in_tag_ = false;
            if (is_cut_ && xml_[at_ - 1] == '/') out_ += '/';
        } else if (c == '<') {
            // The tag before was never closed.
            quote_ = '\0';
            values_ = 0;
        }
        const bool closes_last = values_ == most_values && !is_cut_;
        if (values_ < most_values || !in_tag_ || closes_last)
            out_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        is_cut_ = in_tag_ && values_ >= most_values;
        ++at_;
    }

    /// Past a closing mark; where there is none, past the opening one.
    void skip_past(std::string_view mark, bool& missing) {
        const std::size_t end = missing ? std::string_view::npos : xml_.find(mark, at_);
        missing = end == std::string_view::npos;
        at_ = missing ? at_ + 2 : end + mark.size();
        if (missing) out_ += "&lt;";
    }

    void skip_declaration() {
        int depth = 0;
        for (; at_ < xml_.size(); ++at_) {
            if (xml_[at_] == '[') ++depth;
            if (xml_[at_] == ']') --depth;
            if (xml_[at_] == '>' && depth <= 0) {
                ++at_;
                return;
            }
        }
    }

    /// CDATA as text, its signs written out: a section in a section then does no harm.
    void take_section() {
        constexpr std::size_t mark = 9;
        const std::size_t end = std::min(xml_.find("]]>", at_ + mark), xml_.size());
        for (std::size_t i = at_ + mark; i < end; ++i) {
            const char c = xml_[i];
            const auto byte = static_cast<unsigned char>(c);
            if (c == '<')
                out_ += "&lt;";
            else if (c == '&')
                out_ += "&amp;";
            else if (c == '>')
                out_ += "&gt;";
            else
                out_ += byte < 0x20 && c != '\n' && c != '\t' && c != '\r' ? ' ' : c;
        }
        at_ = std::min(end + 3, xml_.size());
    }

    void take_entity() {
        constexpr std::array<std::string_view, 5> own{"amp", "lt", "gt", "quot", "apos"};
        constexpr std::size_t longest = 12;
        const std::size_t end = xml_.substr(at_, longest).find(';');
        const std::string_view name =
            end == std::string_view::npos ? std::string_view() : xml_.substr(at_ + 1, end - 1);
        if (!name.empty() && (std::ranges::find(own, name) != own.end() || is_character(name))) {
            out_.append(xml_, at_, end + 1);
            at_ += end + 1;
            return;
        }
        const std::string terminated(name);
        const auto* const known =
            name.empty() ? nullptr
                         : Libxml2::get().entity_lookup(reinterpret_cast<const xmlChar*>(terminated.c_str()));
        if (known != nullptr) {
            text::append(out_, known->value);
            at_ += end + 1;
            return;
        }
        out_ += "&amp;";
        ++at_;
    }

    /// `#233`, `#xE9`, of a character that XML may hold.
    static bool is_character(std::string_view name) {
        if (name.size() < 2 || name[0] != '#') return false;
        const bool is_hex = name[1] == 'x' || name[1] == 'X';
        const std::string_view digits = name.substr(is_hex ? 2 : 1);
        std::uint32_t value = 0;
        for (const char c : digits) {
            const bool is_digit = c >= '0' && c <= '9';
            const char low = static_cast<char>(c | 0x20);
            if (!is_digit && !(is_hex && low >= 'a' && low <= 'f')) return false;
            value =
                value * (is_hex ? 16 : 10) + static_cast<std::uint32_t>(is_digit ? c - '0' : low - 'a' + 10);
            if (value > 0x10FFFF) return false;
        }
        return !digits.empty() && name[1] != 'X' && value >= 0x20 && (value < 0xD800 || value > 0xDFFF) &&
               value != 0xFFFE && value != 0xFFFF;
    }

    std::string_view xml_;
    std::string out_;
    std::size_t at_ = 0;
    std::size_t values_ = 0;  ///< of attributes, in this tag
    char quote_ = '\0';       ///< that is open in a tag
    bool in_tag_ = false;
    bool is_cut_ = false;  ///< the tag has more values than are copied
    bool no_comment_end_ = false;
    bool no_instruction_end_ = false;
};

}  // namespace

std::string mend_xml(std::string_view xml) {
    return Mender(xml).run();
}

}  // namespace newsarc::input
