#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/plan/session.hpp"
#include "store/index/stem_reader.hpp"

namespace newsarc::search {

/// Reads articles word by word, each once, as numbers: what ranking looks at in the text of the best ones.
class Reading {
public:
    /// The words of headline, body, and the further terms of both, in order.
    using Article = std::array<std::vector<std::uint32_t>, 4>;

    /// The session must outlive it.
    explicit Reading(Session& session)
        : session_(session), stems_(session.words.tokenizer(), store::StemReader::Numbered::all) {}

    /// Empty for an article that is not there. Valid as long as the reading.
    const Article& article(std::uint32_t id);

    /// Of a word of the articles that were read. Valid until another is read.
    [[nodiscard]] std::string_view stem(std::uint32_t number) const { return stems_.stem(number); }

    /// As it stood where it came first.
    [[nodiscard]] const std::string& word(std::uint32_t number) const { return words_[number]; }
    [[nodiscard]] std::size_t size() const { return words_.size(); }

    /// `size()` or more for a stem that has not been read.
    [[nodiscard]] std::uint32_t number(std::string_view stem) const { return stems_.find(stem); }

private:
    Session& session_;
    store::StemReader stems_;
    std::vector<std::string> words_;
    std::unordered_map<std::uint32_t, Article> articles_;
};

}  // namespace newsarc::search
