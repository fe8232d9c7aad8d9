#include "store/index/analyses.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <vector>

#include "text/unicode/words.hpp"

namespace newsarc::store {
namespace {

bool is_ascii(std::string_view text) {
    unsigned char all = 0;
    for (const char c : text)
        all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

std::optional<std::string> not_empty(std::string text) {
    if (text.empty()) return std::nullopt;
    return text;
}

}  // namespace

const text::Analyser& Analyses::analyser(text::Analysis analysis) const {
    if (analysis < text::plain_analysis || analysis >= text::end_of_analyses()) {
        throw Error(ErrorCode::archive_damaged, "the archive's table article_length is damaged",
                    "run `newsarc check`");
    }
    const auto known = analysers_.find(analysis);
    return known != analysers_.end() ? known->second
                                     : analysers_.emplace(analysis, text::Analyser(analysis)).first->second;
}

/// True when the stock tokenizer makes of each word what its analysis as English gives.
bool Analyses::is_stock(std::string_view text) const {
    if (is_ascii(text)) return true;
    const text::Analyser& plain = analyser(text::plain_analysis);
    return std::ranges::all_of(text::words(text), [&](const text::Word& word) {
        const std::string_view bytes = text.substr(word.begin, word.end - word.begin);
        if (is_ascii(bytes)) return true;
        if (word.kind != text::WordKind::plain) return false;
        std::string_view term = plain.term(bytes);
        if (term.ends_with(text::end_of_term)) term.remove_suffix(text::end_of_term.size());
        const auto stems = tokenizer_.stems(bytes);
        return stems.size() == 1 && stems[0] == term;
    });
}

text::Analysis Analyses::analysis(std::string_view headline, std::string_view body,
                                  const std::optional<std::string>& language) const {
    const text::Analysis wanted = text::analysis_of(language.value_or(""));
    if (wanted != text::plain_analysis) return wanted;
    return is_stock(headline) && is_stock(body) ? text::stock_analysis : wanted;
}

FurtherText Analyses::further_text(const Article& article) const {
    const std::string_view headline =
        article.headline ? std::string_view(*article.headline) : std::string_view();
    const auto headline_words = text::words(headline);
    const auto body_words = text::words(article.body);
    FurtherText out;
    out.analysis = analysis(headline, article.body, article.language);
    const bool is_stock = out.analysis == text::stock_analysis;
    const auto terms = [&](std::string_view text, const std::vector<text::Word>& words) {
        return is_stock ? text::further_terms(text, words) : analyser(out.analysis).terms(text);
    };
    std::string top = terms(headline, headline_words);
    for (const std::string& title : article.titles) {
        const std::string further = terms(title, text::words(title));
        for (const std::string_view part :
             {is_stock ? std::string_view(title) : "", std::string_view(further)}) {
            if (!part.empty()) top.append(top.empty() ? "" : " ").append(part);
        }
    }
    out.headline_terms = not_empty(std::move(top));
    out.body_terms = not_empty(terms(article.body, body_words));
    out.length = text::count_terms(headline, headline_words) + text::count_terms(article.body, body_words);
    return out;
}

}  // namespace newsarc::store
