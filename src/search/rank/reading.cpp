#include "search/rank/reading.hpp"

#include "text/analysis/word_parts.hpp"

namespace newsarc::search {
namespace {

/// Bytes of an article that are read: a book in the archive must not cost more.
constexpr std::size_t most_text = std::size_t{64} * 1024;

}  // namespace

const Reading::Article& Reading::article(std::uint32_t id) {
    const auto [at, is_new] = articles_.try_emplace(id);
    if (!is_new) return at->second;
    const auto text = session_.reader.text(id);
    if (!text) return at->second;
    const std::array parts{&text->headline, &text->body, &text->headline_terms, &text->body_terms};
    // Of a text that the stock tokenizer does not analyse its terms say it all.
    const bool stock = session_.analyses[id] == text::stock_analysis;
    for (std::size_t i = stock ? 0 : 2; i < parts.size(); ++i) {
        const std::string_view part = std::string_view(*parts[i]).substr(0, most_text);
        std::vector<std::uint32_t>& out = at->second[i];
        stems_.read(part, [&](const store::StemReader::Word& word, std::size_t begin) {
            if (word.number >= words_.size()) {
                words_.resize(word.number + 1);
                words_.back() = part.substr(begin + word.begin, word.end - word.begin);
            }
            if (!text::is_part(word.stem)) out.push_back(word.number);
        });
    }
    return at->second;
}

}  // namespace newsarc::search
