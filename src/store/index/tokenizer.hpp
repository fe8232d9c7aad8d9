#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::store {

/// The tokenizer of the index: words of a text, stemmed and folded.
/// Needs no archive. Each may be used by one thread at a time.
class Tokenizer {
public:
    Tokenizer();
    Tokenizer(Tokenizer&&) noexcept;
    Tokenizer& operator=(Tokenizer&&) noexcept;
    ~Tokenizer();

    /// Calls visit(stem, begin, end) for each word of the text, its bytes from `begin` to `end`,
    /// until it returns false. The stem is valid during the call only.
    using Visit = std::function<bool(std::string_view stem, std::size_t begin, std::size_t end)>;
    void tokenize(std::string_view text, const Visit& visit) const;

    [[nodiscard]] std::vector<std::string> stems(std::string_view text) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace newsarc::store
