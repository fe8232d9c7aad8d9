#include "output/exchange/citation.hpp"

#include <algorithm>
#include <cctype>

#include "output/exchange/names.hpp"
#include "text/terminal.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::output {
namespace {

/// Columns of a title that is made from the body.
constexpr std::size_t longest_title = 80;

constexpr std::size_t letters_in_key = 8;
constexpr std::size_t digits_in_key = 8;

std::string ascii_letters(std::string_view text) {
    std::string out;
    for (const char c : text::fold(text)) {
        if (c >= 'a' && c <= 'z') out += c;
    }
    return out.substr(0, letters_in_key);
}

bool is_web_address(std::string_view text) {
    const std::string start = text::fold(text.substr(0, 8));
    return (start.starts_with("https://") || start.starts_with("http://")) &&
           std::none_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
}

/// `%2F`
bool is_escape(std::string_view text) {
    return text.size() == 3 && std::isxdigit(static_cast<unsigned char>(text[1])) != 0 &&
           std::isxdigit(static_cast<unsigned char>(text[2])) != 0;
}

bool is_scheme_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '-' || c == '.';
}

}  // namespace

std::string title_of(const Article& article) {
    if (article.headline) return *article.headline;
    return text::cut_to_width(text::squeeze(article.body.substr(0, article.body.find('\n'))), longest_title);
}

std::optional<std::string> publication_of(const Article& article) {
    if (article.credit) return article.credit;
    return article.dateline ? article.dateline->agency : std::nullopt;
}

std::optional<std::string> address_of(const Article& article) {
    if (article.url) return article.url;
    return article.key && is_web_address(*article.key) ? article.key : std::nullopt;
}

std::string citation_key(const Article& article) {
    std::string name;
    if (const std::vector<Name> authors = authors_of(article); !authors.empty()) {
        name = ascii_letters(authors[0].literal.empty() ? authors[0].family : authors[0].literal);
    }
    if (name.empty()) name = ascii_letters(publication_of(article).value_or(""));
    if (name.empty()) name = "article";
    const std::string year = article.published ? to_iso(*article.published).substr(0, 4) : "";
    return name + year + article.uid.substr(0, digits_in_key);
}

std::string urn_of(const Article& article) {
    std::string digits = article.uid;
    digits.resize(32, '0');
    // The two digits that say what kind of UUID this is.
    digits[12] = '8';
    const char variant = digits[16];
    const int value = variant <= '9' ? variant - '0' : variant - 'a' + 10;
    digits[16] = "89ab"[value & 3];
    std::string out = "urn:uuid:";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20) out += '-';
        out += digits[i];
    }
    return out;
}

std::string full_text(const Article& article) {
    std::string out = article.dateline ? article.dateline->text : "";
    if (!out.empty() && !article.body.empty()) out += ' ';
    return out + article.body;
}

std::optional<std::string> notes_of(const Article& article, NoteKind kind) {
    std::string out;
    for (const Note& note : article.notes) {
        if (note.kind != kind) continue;
        out += (out.empty() ? "" : "\n\n") + note.text;
    }
    return out.empty() ? std::nullopt : std::optional(out);
}

std::string as_uri(std::string_view address) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view allowed = "-._~:/?@!$&'()*+,;=";
    // Square brackets hold the number of a host (section 3.2.2) and stand nowhere else.
    const std::size_t authority = std::min(address.find("://"), address.size());
    const std::size_t path = std::min(address.find('/', authority + 3), address.size());
    bool in_fragment = false;
    std::string out;
    for (std::size_t i = 0; i < address.size(); ++i) {
        const char c = address[i];
        const auto byte = static_cast<unsigned char>(c);
        const bool fits =
            byte < 0x80 && (std::isalnum(byte) != 0 || allowed.find(c) != std::string_view::npos ||
                            (c == '%' && is_escape(address.substr(i, 3))) || (c == '#' && !in_fragment) ||
                            ((c == '[' || c == ']') && i > authority && i < path));
        in_fragment = in_fragment || c == '#';
        if (fits) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        }
    }
    return out;
}

bool has_scheme(std::string_view address) {
    const std::size_t colon = address.find(':');
    return colon != std::string_view::npos && colon > 1 && colon + 1 < address.size() &&
           std::isalpha(static_cast<unsigned char>(address[0])) != 0 &&
           std::all_of(address.begin(), address.begin() + static_cast<std::ptrdiff_t>(colon),
                       is_scheme_character);
}

std::string plain_line(std::string_view text) {
    std::string out;
    for (const char c : text::squeeze(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7F) out += c;
    }
    return out;
}

}  // namespace newsarc::output
