#include "output/exchange/citation.hpp"

#include <algorithm>
#include <cctype>

#include "text/terminal.hpp"
#include "text/unicode/ascii.hpp"
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
        if (text::is_ascii_lower(c)) out += c;
    }
    return out.substr(0, letters_in_key);
}

bool is_web_address(std::string_view text) {
    const std::string start = text::fold(text.substr(0, 8));
    return (start.starts_with("https://") || start.starts_with("http://")) &&
           std::none_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
}

/// The digits of a uid: of a damaged or a made up one what could pass as some.
std::string digits_of_uid(const Article& article, std::size_t count) {
    std::string out;
    for (const char c : article.uid) {
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')) out += c;
    }
    out.resize(count, '0');
    return out;
}

}  // namespace

std::vector<text::Name> authors_of(const Article& article) {
    std::vector<text::Name> out;
    for (const Author& author : article.authors)
        out.push_back(text::split_name(author.name));
    if (!out.empty() || !article.byline) return out;
    for (const std::string& name : text::names_in_byline(*article.byline))
        out.push_back(text::split_name(name));
    return out;
}

std::string inverted(const text::Name& name) {
    if (!name.literal.empty()) return name.literal;
    std::string out = name.particle.empty() ? name.family : name.particle + " " + name.family;
    if (!name.given.empty()) out += ", " + name.given;
    if (!name.suffix.empty()) out += ", " + name.suffix;
    return out;
}

std::string title_of(const Article& article) {
    if (article.headline) return *article.headline;
    return text::cut_to_width(text::squeeze(article.body.substr(0, article.body.find('\n'))), longest_title);
}

std::optional<std::string> publication_of(const Article& article) {
    if (article.credit) return article.credit;
    return article.dateline ? article.dateline->agency : std::nullopt;
}

std::optional<std::string> address_of(const Article& article) {
    if (article.url && is_web_address(*article.url)) return article.url;
    return article.key && is_web_address(*article.key) ? article.key : std::nullopt;
}

std::string citation_key(const Article& article) {
    std::string name;
    if (const std::vector<text::Name> authors = authors_of(article); !authors.empty()) {
        name = ascii_letters(authors[0].literal.empty() ? authors[0].family : authors[0].literal);
    }
    if (name.empty()) name = ascii_letters(publication_of(article).value_or(""));
    if (name.empty()) name = "article";
    const std::string year = article.published ? to_iso(*article.published).substr(0, 4) : "";
    return name + year + digits_of_uid(article, digits_in_key);
}

std::string urn_of(const Article& article) {
    std::string digits = digits_of_uid(article, 32);
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

std::string plain_line(std::string_view text) {
    std::string out;
    for (const char c : text::squeeze(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7F) out += c;
    }
    return out;
}

}  // namespace newsarc::output
