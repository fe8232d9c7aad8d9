#include "store/index/analyses.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <vector>

namespace newsarc::store {
namespace {

bool is_ascii(std::string_view text) {
    unsigned char all = 0;
    for (const char c : text)
        all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

std::string_view headline_of(const Article& article) {
    return article.headline ? std::string_view(*article.headline) : std::string_view();
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
bool Analyses::are_stock(const text::TextWords& text) const {
    if (is_ascii(text.text)) return true;
    const text::Analyser& plain = analyser(text::plain_analysis);
    return std::ranges::all_of(text.words, [&](const text::Word& word) {
        const std::string_view bytes = text.text.substr(word.begin, word.end - word.begin);
        if (is_ascii(bytes)) return true;
        if (word.kind != text::WordKind::plain) return false;
        std::string_view term = plain.term(bytes);
        if (term.ends_with(text::end_of_term)) term.remove_suffix(text::end_of_term.size());
        const auto stems = tokenizer_.stems(bytes);
        return stems.size() == 1 && stems[0] == term;
    });
}

FurtherText Analyses::further_text(const Article& article) const {
    return further_text(text::read_words(headline_of(article)), text::read_words(article.body), article);
}

FurtherText Analyses::further_text(const text::TextWords& headline, const text::TextWords& body,
                                   const Article& article) const {
    FurtherText out;
    out.analysis = text::analysis_of(article.language.value_or(""));
    const bool is_stock = out.analysis == text::plain_analysis && are_stock(headline) && are_stock(body);
    if (is_stock) out.analysis = text::stock_analysis;
    const auto terms = [&](const text::TextWords& from) {
        return is_stock ? text::further_terms(from.text, from.words) : analyser(out.analysis).terms(from);
    };
    std::string top = terms(headline);
    for (const std::string& title : article.titles) {
        const std::string further = terms(text::read_words(title));
        for (const std::string_view part :
             {is_stock ? std::string_view(title) : "", std::string_view(further)}) {
            if (!part.empty()) top.append(top.empty() ? "" : " ").append(part);
        }
    }
    out.headline_terms = not_empty(std::move(top));
    out.body_terms = not_empty(terms(body));
    out.length = text::count_terms(headline.text, headline.words) + text::count_terms(body.text, body.words);
    return out;
}

}  // namespace newsarc::store
