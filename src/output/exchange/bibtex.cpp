#include "output/exchange/citation.hpp"
#include "output/exchange/formats.hpp"
#include "text/address.hpp"

#include <array>

namespace newsarc::output {
namespace {

/// Braces must come in pairs even where they are escaped, hence the commands for them.
std::string latex(std::string_view text) {
    std::string out;
    for (const char c : plain_line(text)) {
        switch (c) {
            case '\\': out += "\\textbackslash{}"; break;
            case '{': out += "\\textbraceleft{}"; break;
            case '}': out += "\\textbraceright{}"; break;
            case '~': out += "\\textasciitilde{}"; break;
            case '^': out += "\\textasciicircum{}"; break;
            case '$':
            case '&':
            case '%':
            case '#':
            case '_': out.append(1, '\\').append(1, c); break;
            default: out += c;
        }
    }
    return out;
}

/// In braces, so that a style takes it as it is.
std::string whole(std::string_view text) {
    return std::string("{").append(latex(text)).append("}");
}

/// `van der Berg, Jr., Jan`; braces keep what is no person's name whole.
std::string author(const text::Name& name) {
    if (!name.literal.empty()) return whole(name.literal);
    std::string out = name.particle.empty() ? latex(name.family) : latex(name.particle + " " + name.family);
    if (!name.suffix.empty()) out += ", " + latex(name.suffix);
    if (!name.given.empty()) out += ", " + latex(name.given);
    return out;
}

std::string authors(const Article& article) {
    std::string out;
    for (const text::Name& name : authors_of(article))
        out += (out.empty() ? "" : " and ") + author(name);
    return out;
}

/// The names by which BibLaTeX knows languages (those of babel and polyglossia).
std::string_view language_name(std::string_view tag) {
    struct Row {
        std::string_view tag;
        std::string_view name;
    };
    constexpr std::array<Row, 24> names{
        {{"ar", "arabic"},  {"bg", "bulgarian"}, {"cs", "czech"},      {"da", "danish"},    {"de", "ngerman"},
         {"el", "greek"},   {"en", "english"},   {"es", "spanish"},    {"fa", "persian"},   {"fi", "finnish"},
         {"fr", "french"},  {"he", "hebrew"},    {"hi", "hindi"},      {"hu", "hungarian"}, {"it", "italian"},
         {"nl", "dutch"},   {"pl", "polish"},    {"pt", "portuguese"}, {"ro", "romanian"},  {"ru", "russian"},
         {"sv", "swedish"}, {"tr", "turkish"},   {"uk", "ukrainian"},  {"zh", "chinese"}}};
    for (const Row& row : names) {
        if (row.tag == tag.substr(0, tag.find('-'))) return row.name;
    }
    return {};
}

class Entry {
public:
    explicit Entry(const std::string& key) : text_("@article{" + key) {}

    void field(std::string_view name, std::string_view value) {
        if (!value.empty()) text_.append(",\n  ").append(name).append(" = {").append(value).append("}");
    }

    std::string finish() { return text_ + "\n}"; }

private:
    std::string text_;
};

}  // namespace

// The BibLaTeX manual, https://ctan.org/pkg/biblatex, sections 2.1 and 2.2.
std::string bibtex(const Article& article) {
    Entry entry(citation_key(article));
    entry.field("entrysubtype", "newspaper");
    entry.field("author", authors(article));
    // In braces of its own: a style that makes small letters of capitals would spoil `U.S.`.
    entry.field("title", whole(title_of(article)));
    entry.field("journaltitle", latex(publication_of(article).value_or("")));
    if (article.published) entry.field("date", to_iso(*article.published).substr(0, 10));
    entry.field("abstract", latex(article.deck.value_or("")));
    entry.field("langid", language_name(article.language.value_or("")));
    std::string keywords;
    for (const std::string& tag : article.tags) {
        const std::string word = latex(tag);
        // A comma would end the keyword.
        const bool comma = word.find(',') != std::string::npos;
        keywords += (keywords.empty() ? "" : ", ") + (comma ? "{" + word + "}" : word);
    }
    entry.field("keywords", keywords);
    if (const auto address = address_of(article)) entry.field("url", text::as_uri(*address));
    return entry.finish();
}

}  // namespace newsarc::output
