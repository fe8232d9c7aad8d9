#include "parse/line/links.hpp"

#include "parse/line/scan.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <array>

namespace newsarc::parsing {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_alnum(char c) {
    return is_digit(c) || is_ascii_alpha(c);
}

/// Characters that no URL in running text holds. Letters of other scripts may stand in one;
/// their punctuation and blanks may not.
bool ends_url(char32_t c) {
    if (c <= 0x20 || c == 0x7F) return true;
    if (c < 0x80) return std::u32string_view(U"<>\"`{}|\\^").find(c) != std::u32string_view::npos;
    return !text::is_word_character(c);
}

/// A cheap look before url_end, so that text full of `http://-` is not read over and over.
bool begins_host(std::string_view text, std::size_t at) {
    return at < text.size() &&
           (is_alnum(text[at]) || text[at] == '[' || static_cast<unsigned char>(text[at]) >= 0xC3);
}

/// Where a URL that begins at `begin` ends: before what ends any, and before the punctuation and
/// the unbalanced brackets at its close.
std::size_t url_end(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    std::array<std::size_t, 2> round{};
    std::array<std::size_t, 2> square{};
    while (end < text.size()) {
        const auto point = code_point_at(text, end);
        if (ends_url(point.value)) break;
        round[0] += point.value == '(';
        round[1] += point.value == ')';
        square[0] += point.value == '[';
        square[1] += point.value == ']';
        end += point.length;
    }
    while (end > begin) {
        const char last = text[end - 1];
        if (last == ')' && round[1] > round[0]) {
            --round[1];
        } else if (last == ']' && square[1] > square[0]) {
            --square[1];
        } else if (std::string_view(".,;:!?'*_~").find(last) == npos) {
            break;
        }
        --end;
    }
    return end;
}

/// The begin of the scheme whose `://` is at `colon`; npos when it is none that links have.
std::size_t scheme_begin(std::string_view text, std::size_t colon) {
    std::size_t begin = colon;
    while (begin > 0 && colon - begin < 6 && is_ascii_alpha(text[begin - 1]))
        --begin;
    std::string scheme;
    for (std::size_t i = begin; i < colon; ++i)
        scheme += ascii_lower(text[i]);
    for (const std::string_view known : {"https", "http", "ftp"}) {
        // A scheme may stick to the word before it, as scrapers glue lines together.
        if (scheme.ends_with(known)) return colon - known.size();
    }
    return npos;
}

/// The places of one kind of sign, each looked up once.
class Signs {
public:
    Signs(std::string_view text, std::string_view sign) : text_(text), sign_(sign), next_(text.find(sign)) {}

    std::size_t from(std::size_t at) {
        if (next_ != npos && next_ < at) next_ = text_.find(sign_, at);
        return next_;
    }

private:
    std::string_view text_;
    std::string_view sign_;
    std::size_t next_;
};

class Finder {
public:
    explicit Finder(std::string_view text) : text_(text) {}

    std::vector<LinkFound> run() {
        Signs schemes(text_, "://");
        Signs names(text_, "www.");
        Signs addresses(text_, "@");
        Signs markdown(text_, "](");
        while (done_ < text_.size()) {
            const std::size_t scheme = schemes.from(done_);
            const std::size_t name = names.from(done_);
            const std::size_t address = addresses.from(done_);
            const std::size_t bracket = markdown.from(done_);
            const std::size_t next = std::min({scheme, name, address, bracket});
            if (next == npos) break;
            const std::size_t before = done_;
            if (next == bracket)
                take_markdown(next);
            else if (next == scheme)
                take_url(next);
            else if (next == name)
                take_name(next);
            else
                take_address(next);
            if (done_ == before || done_ <= next) done_ = next + 1;
        }
        return std::move(out_);
    }

private:
    void add(std::string url, std::size_t begin, std::size_t end) {
        out_.push_back({std::move(url), std::nullopt, {}, begin, end});
        done_ = end;
    }

    void take_url(std::size_t colon) {
        const std::size_t begin = scheme_begin(text_, colon);
        if (begin == npos || begin < done_) return;
        if (!begins_host(text_, colon + 3)) return;
        const std::size_t end = url_end(text_, begin);
        if (end <= colon + 3) return;
        add(std::string(text_.substr(begin, end - begin)), begin, end);
    }

    void take_name(std::size_t begin) {
        if (begin > 0 && (is_alnum(text_[begin - 1]) || text_[begin - 1] == '.')) return;
        if (!begins_host(text_, begin + 4)) return;
        const std::size_t end = url_end(text_, begin);
        const std::string_view name = text_.substr(begin, end - begin);
        const std::size_t dot = name.find('.', 4);
        if (dot == npos || dot + 1 >= name.size()) return;
        add("https://" + std::string(name), begin, end);
    }

    void take_address(std::size_t at) {
        const auto in_local = [](char c) { return is_alnum(c) || std::string_view("._%+-").find(c) != npos; };
        std::size_t begin = at;
        while (begin > done_ && at - begin < 64 && in_local(text_[begin - 1]))
            --begin;
        while (begin < at && !is_alnum(text_[begin]))
            ++begin;
        std::size_t end = at + 1;
        while (end < text_.size() && end - at < 255 &&
               (is_alnum(text_[end]) || text_[end] == '.' || text_[end] == '-'))
            ++end;
        while (end > at + 1 && !is_alnum(text_[end - 1]))
            --end;
        const std::string_view domain = text_.substr(at + 1, end - at - 1);
        const std::size_t dot = domain.rfind('.');
        // An address does not begin within a word of another script.
        if (begin > 0 && static_cast<unsigned char>(text_[begin - 1]) >= 0x80) return;
        if (begin == at || dot == npos || dot == 0 || domain.size() - dot < 3) return;
        if (!std::all_of(domain.begin() + static_cast<std::ptrdiff_t>(dot) + 1, domain.end(), is_ascii_alpha))
            return;
        const std::string address(text_.substr(begin, end - begin));
        constexpr std::string_view scheme = "mailto:";
        if (begin >= done_ + scheme.size() && text_.substr(begin - scheme.size(), scheme.size()) == scheme)
            begin -= scheme.size();
        add(std::string(scheme) + address, begin, end);
    }

    /// `[title](url)` or `[title](url "more")`.
    void take_markdown(std::size_t bracket) {
        constexpr std::size_t longest_title = 400;
        const std::size_t reach = std::max(done_, bracket - std::min(bracket, longest_title));
        const std::size_t open = text_.substr(reach, bracket - reach).rfind('[');
        std::size_t begin = bracket + 2;
        if (begin < text_.size() && text_[begin] == '<') ++begin;
        const std::string_view rest = text_.substr(begin);
        const bool www = rest.starts_with("www.");
        const std::size_t host = www                            ? 4
                                 : rest.starts_with("http://")  ? 7
                                 : rest.starts_with("https://") ? 8
                                                                : 0;
        if (open == npos || host == 0 || !begins_host(rest, host)) return;
        const std::size_t end = url_end(text_, begin);
        if (end - begin < 9) return;
        constexpr std::size_t longest_remark = 200;
        const std::size_t close = text_.substr(end, longest_remark).find(')');
        if (close == npos) return;
        add((www ? "https://" : "") + std::string(text_.substr(begin, end - begin)), reach + open,
            end + close + 1);
        std::string title = text::squeeze(text_.substr(reach + open + 1, bracket - reach - open - 1));
        if (!title.empty()) out_.back().title = std::move(title);
        out_.back().remark = text_.substr(end, close);
    }

    std::string_view text_;
    std::size_t done_ = 0;
    std::vector<LinkFound> out_;
};

}  // namespace

std::vector<LinkFound> find_links(std::string_view text) {
    return Finder(text).run();
}

std::optional<std::string> host_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == npos) return std::nullopt;
    url.remove_prefix(scheme + 3);
    std::string_view host = url.substr(0, url.find_first_of("/?#"));
    if (const std::size_t user = host.rfind('@'); user != npos) host.remove_prefix(user + 1);
    // A port follows the last bracket of an IPv6 address, or the name.
    const std::size_t bracket = host.starts_with('[') ? host.find(']') : 0;
    if (bracket != npos) host = host.substr(0, host.find(':', bracket));
    std::string out;
    for (const char c : host)
        out += ascii_lower(c);
    if (out.starts_with("www.")) out.erase(0, 4);
    if (out.empty()) return std::nullopt;
    return out;
}

}  // namespace newsarc::parsing
