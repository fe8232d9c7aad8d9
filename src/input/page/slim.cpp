#include "input/page/tree.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/unicode/ascii.hpp"

namespace newsarc::input {
namespace {

/// Of a list of classes and the like, which is looked at for every block in its element.
constexpr std::size_t longest_value = 2048;
constexpr std::size_t deepest = 1000;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Elements whose content is no markup, and what becomes of it.
constexpr std::array<std::string_view, 7> raw_elements{"script", "style",   "svg",     "iframe",
                                                       "xmp",    "noembed", "noframes"};

class Slimmer {
public:
    explicit Slimmer(std::string_view html) : html_(html) { out_.reserve(html.size() / 2); }

    std::string run() {
        while (at_ < html_.size()) {
            const std::size_t next = std::min(html_.find('<', at_), html_.size());
            write_text(html_.substr(at_, next - at_));
            at_ = next;
            if (at_ < html_.size()) read_markup();
        }
        return std::move(out_);
    }

private:
    /// Blanks in a row are one to all that reads them.
    void write_text(std::string_view text) {
        while (!text.empty()) {
            const std::size_t word = std::min(
                static_cast<std::size_t>(std::ranges::find_if(text, is_space) - text.begin()), text.size());
            out_.append(text.substr(0, word));
            text.remove_prefix(word);
            if (text.empty()) return;
            out_ += ' ';
            text.remove_prefix(
                static_cast<std::size_t>(std::ranges::find_if_not(text, is_space) - text.begin()));
        }
    }

    [[nodiscard]] char peek(std::size_t ahead) const {
        return at_ + ahead < html_.size() ? html_[at_ + ahead] : '\0';
    }

    void read_markup() {
        if (html_.substr(at_).starts_with("<!--")) {
            read_comment();
        } else if (peek(1) == '!' || peek(1) == '?') {
            at_ = std::min(html_.find('>', at_), html_.size() - 1) + 1;
        } else if (peek(1) == '/' && text::is_ascii_alpha(peek(2))) {
            read_end_tag();
        } else if (text::is_ascii_alpha(peek(1))) {
            read_start_tag();
        } else {
            out_ += "&lt;";
            ++at_;
        }
    }

    void read_comment() {
        const std::size_t end = unclosed_comment_ ? std::string_view::npos : html_.find("-->", at_ + 4);
        if (end == std::string_view::npos) {
            unclosed_comment_ = true;
            at_ += 4;
            return;
        }
        const std::string_view comment = html_.substr(at_, std::min<std::size_t>(end + 3 - at_, 4096));
        if (comment.find("aved from url") != std::string_view::npos ||
            comment.find("saved with SingleFile") != std::string_view::npos)
            out_.append(html_, at_, end + 3 - at_);
        at_ = end + 3;
    }

    std::string_view read_name(std::size_t from) {
        std::size_t end = from;
        while (end < html_.size() && !is_space(html_[end]) && html_[end] != '/' && html_[end] != '>')
            ++end;
        name_.clear();
        for (std::size_t i = from; i < std::min(end, from + 64); ++i)
            name_ += text::ascii_lower(html_[i]);
        at_ = end;
        return name_;
    }

    void read_end_tag() {
        const std::string_view name = read_name(at_ + 2);
        at_ = std::min(html_.find('>', at_), html_.size() - 1) + 1;
        if (is_void(name)) return;
        if (dropped_ > 0) {
            --dropped_;
            return;
        }
        const std::size_t number = number_of(name);
        const auto found = std::find(open_.rbegin(), open_.rend(), number);
        // An end of nothing is left out: the parser would look for its beginning through all that is open.
        if (found == open_.rend()) return;
        open_.erase(found.base() - 1, open_.end());
        out_.append("</").append(name).append(">");
    }

    static bool is_void(std::string_view name) { return group_of(tag_of(name)) == TagGroup::empty; }

    /// Names are told apart by a number; that two share one does no harm here.
    static std::size_t number_of(std::string_view name) { return std::hash<std::string_view>{}(name); }

    void read_start_tag() {
        const std::string name(read_name(at_ + 1));
        const bool dropped = !is_void(name) && open_.size() >= deepest;
        const std::size_t begin = out_.size();
        out_.append("<").append(name);
        is_data_ = false;
        is_untyped_ = true;
        const bool closed = read_attributes();
        out_ += '>';
        if (closed && (name == "svg" || name == "iframe")) {
            out_.resize(begin);
            return;
        }
        const auto* const raw = std::ranges::find(raw_elements, name);
        if (raw != raw_elements.end()) {
            read_raw(name, static_cast<std::size_t>(raw - raw_elements.begin()), begin);
        } else if (dropped) {
            out_.resize(begin);
            ++dropped_;
        } else if (!is_void(name)) {
            if (ends_by_itself(tag_of(name)) && !open_.empty() && open_.back() == number_of(name)) return;
            open_.push_back(number_of(name));
        }
    }

    /// Copies what is known of a tag's attributes; true when it ends in `/>`.
    bool read_attributes() {
        std::uint64_t seen = 0;
        bool slash = false;
        while (at_ < html_.size()) {
            const char c = html_[at_];
            if (c == '>') {
                ++at_;
                return slash;
            }
            if (is_space(c) || c == '/') {
                slash = c == '/';
                ++at_;
                continue;
            }
            slash = false;
            read_attribute(seen);
        }
        return false;
    }

    void read_attribute(std::uint64_t& seen) {
        const std::size_t begin = at_++;
        while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '=' && html_[at_] != '/' &&
               html_[at_] != '>')
            ++at_;
        std::string name;
        for (std::size_t i = begin; i < std::min(at_, begin + 32); ++i)
            name += text::ascii_lower(html_[i]);
        std::string_view value;
        std::size_t next = at_;
        while (next < html_.size() && is_space(html_[next]))
            ++next;
        if (next < html_.size() && html_[next] == '=') {
            at_ = next + 1;
            value = read_value();
        }
        const auto key = key_of(name);
        if (!key || (seen >> static_cast<unsigned>(*key) & 1U) != 0) return;
        seen |= std::uint64_t{1} << static_cast<unsigned>(*key);
        if (*key == Key::type) {
            is_untyped_ = false;
            is_data_ = value.find("ld+json") != std::string_view::npos;
        }
        if (*key == Key::href && text::begins_in_any_case(value, "data:")) return;
        if (*key == Key::style && !may_hide(value)) return;
        if (!is_long(*key)) value = value.substr(0, longest_value);
        write(name, value);
    }

    static bool may_hide(std::string_view style) {
        const std::string lower = text::in_ascii_lower_case(style.substr(0, longest_value));
        return lower.find("display") != std::string::npos || lower.find("visibility") != std::string::npos;
    }

    static bool is_long(Key key) {
        return key == Key::href || key == Key::content || key == Key::value || key == Key::title;
    }

    void write(std::string_view name, std::string_view value) {
        out_.append(" ").append(name).append("=\"");
        for (const char c : value) {
            if (c == '"')
                out_ += "&quot;";
            else
                out_ += c;
        }
        out_ += '"';
    }

    std::string_view read_value() {
        while (at_ < html_.size() && is_space(html_[at_]))
            ++at_;
        if (at_ >= html_.size()) return {};
        const char quote = html_[at_];
        std::size_t begin = at_;
        if (quote == '"' || quote == '\'') {
            ++begin;
            const bool is_double = quote == '"';
            bool& unclosed = is_double ? unclosed_double_ : unclosed_single_;
            const std::size_t end = unclosed ? std::string_view::npos : html_.find(quote, begin);
            if (end != std::string_view::npos) {
                at_ = end + 1;
                return html_.substr(begin, end - begin);
            }
            unclosed = true;
        }
        at_ = begin;
        while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>')
            ++at_;
        return html_.substr(begin, at_ - begin);
    }

    /// Past `</name`; JSON-LD is kept. `begin` is where the start tag stands in the output.
    void read_raw(const std::string& name, std::size_t index, std::size_t begin) {
        const std::size_t content = at_;
        std::size_t end = content;
        bool found = false;
        while (!unclosed_raw_[index] && !found) {
            end = html_.find("</", end);
            if (end == std::string_view::npos) {
                unclosed_raw_[index] = true;
            } else if (text::begins_in_any_case(html_.substr(end + 2), name)) {
                found = true;
            } else {
                end += 2;
            }
        }
        if (!found) {
            out_.resize(begin);
            return;
        }
        at_ = std::min(html_.find('>', end), html_.size() - 1) + 1;
        // Some write it without its type.
        const std::string_view start = html_.substr(content, 200);
        const bool is_data =
            is_data_ ||
            (is_untyped_ &&
             start.substr(std::min(start.find_first_not_of(" \t\r\n"), start.size())).starts_with('{') &&
             start.find("\"@context\"") != std::string_view::npos);
        if (name == "script" && is_data) {
            out_.append(html_, content, end - content).append("</script>");
        } else {
            out_.resize(begin);
        }
    }

    std::string_view html_;
    std::string out_;
    std::string name_;
    std::size_t at_ = 0;
    std::size_t dropped_ = 0;        ///< open tags that were left out
    std::vector<std::size_t> open_;  ///< numbers of names
    bool is_data_ = false;           ///< the script is JSON-LD
    bool is_untyped_ = true;         ///< the tag says nothing of its type
    // What was looked for to the end and not found is not looked for again.
    bool unclosed_comment_ = false;
    bool unclosed_double_ = false;
    bool unclosed_single_ = false;
    std::array<bool, raw_elements.size()> unclosed_raw_{};
};

}  // namespace

std::string slim_html(std::string_view html) {
    return Slimmer(html).run();
}

}  // namespace newsarc::input
