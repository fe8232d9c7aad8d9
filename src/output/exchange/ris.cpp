#include "output/exchange/citation.hpp"
#include "output/exchange/formats.hpp"
#include "text/address.hpp"

#include <algorithm>

namespace newsarc::output {
namespace {

/// The format has no asterisk in names and keywords.
std::string without_asterisks(std::string text) {
    std::erase(text, '*');
    return text;
}

/// `2025/01/21`, or as much of it as is known.
std::string date(const DateTime& moment) {
    std::string out = to_iso(moment).substr(0, 10);
    std::replace(out.begin(), out.end(), '-', '/');
    return out;
}

class Record {
public:
    void line(std::string_view tag, const std::string& value) {
        const std::string text = plain_line(value);
        if (!text.empty()) text_.append(tag).append("  - ").append(text).append("\r\n");
    }

    std::string finish() { return text_ + "ER  - "; }

private:
    std::string text_;
};

}  // namespace

// The specification of Research Information Systems (1996, 2011); type NEWS.
std::string ris(const Article& article) {
    Record record;
    record.line("TY", "NEWS");
    record.line("ID", citation_key(article));
    for (const text::Name& name : authors_of(article))
        record.line("AU", without_asterisks(inverted(name)));
    record.line("TI", title_of(article));
    record.line("T2", without_asterisks(publication_of(article).value_or("")));
    if (article.published) {
        record.line("PY", to_iso(*article.published).substr(0, 4));
        record.line("DA", date(*article.published));
    }
    record.line("AB", article.deck.value_or(""));
    record.line("LA", article.language.value_or(""));
    for (const std::string& tag : article.tags)
        record.line("KW", without_asterisks(tag));
    if (const auto address = address_of(article)) record.line("UR", text::as_uri(*address));
    return record.finish();
}

}  // namespace newsarc::output
