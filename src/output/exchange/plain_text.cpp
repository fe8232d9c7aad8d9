#include "output/exchange/citation.hpp"
#include "output/exchange/formats.hpp"
#include "text/unicode/fold.hpp"

namespace newsarc::output {
namespace {

/// `by` is what a byline is known by; names that are in it already stay as they are.
std::string byline(const std::string& names) {
    return text::fold(names).starts_with("by ") ? names : "By " + names;
}

}  // namespace

std::string plain_text(const Article& article) {
    std::string out;
    const auto paragraph = [&out](const std::string& text) {
        if (!text.empty()) out += (out.empty() ? "" : "\n\n") + text;
    };
    if (article.credit) paragraph("Credit: " + plain_line(*article.credit));
    if (article.headline) paragraph(plain_line(*article.headline));
    if (article.deck) paragraph(plain_line(*article.deck));
    if (article.byline) paragraph(byline(plain_line(*article.byline)));
    if (article.published) paragraph("Published: " + to_iso(*article.published));
    if (article.updated) paragraph("Updated: " + to_iso(*article.updated));
    paragraph(full_text(article));
    return out;
}

}  // namespace newsarc::output
