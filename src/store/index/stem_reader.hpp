#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/index/term_numbers.hpp"
#include "store/index/tokenizer.hpp"

namespace newsarc::store {

/// Reads texts as stems, and gives these numbers. What stands between two signs that part words is given to
/// the tokenizer when it first comes: of a text most comes again.
class StemReader {
public:
    /// Which stems have numbers.
    enum class Numbered { all, asked_for };

    static constexpr std::uint32_t none = UINT32_MAX;

    struct Word {
        std::string stem;
        std::uint32_t number = none;
        std::uint32_t begin = 0;  ///< bytes from the beginning of its stretch
        std::uint32_t end = 0;
    };

    /// The tokenizer must outlive it.
    StemReader(const Tokenizer& tokenizer, Numbered numbered) : tokenizer_(&tokenizer), numbered_(numbered) {}

    /// The numbers that were given before mean nothing any more.
    void forget() { *this = StemReader(*tokenizer_, numbered_); }

    /// Calls visit(word, begin) for each word of a text, in order; its bytes begin at begin + word.begin.
    template <typename Visit>
    void read(std::string_view text, Visit visit) {
        for_each_stretch(text, [&](std::size_t begin, std::size_t end) {
            const auto [first, last] = words_of(text.substr(begin, end - begin));
            for (std::uint32_t word = first; word < last; ++word)
                visit(words_[word], begin);
            return true;
        });
    }

    /// The number of a stem, which it gets if it has none.
    std::uint32_t number(std::string_view stem) { return stems_.number(stem); }

    [[nodiscard]] std::uint32_t find(std::string_view stem) const { return stems_.find(stem).value_or(none); }

    /// Until another stem gets a number.
    [[nodiscard]] std::string_view stem(std::uint32_t number) const { return stems_.term(number); }
    [[nodiscard]] std::size_t size() const { return stems_.size(); }

private:
    /// Of words_, from the first to before the last.
    struct Run {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };

    /// Stretches and words that are remembered.
    static constexpr std::size_t most_known = std::size_t{1} << 16;

    /// Longer ones hardly come again.
    static constexpr std::size_t longest_known = 64;

    Run words_of(std::string_view stretch);

    const Tokenizer* tokenizer_;
    Numbered numbered_;
    TermNumbers stems_;
    TermNumbers stretches_;
    std::vector<Run> runs_;  ///< by the number of their stretch
    std::vector<Word> words_;
};

}  // namespace newsarc::store
