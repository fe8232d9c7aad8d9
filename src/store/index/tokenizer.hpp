#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/unicode/ascii.hpp"

namespace SQLite {
class Database;
}

namespace newsarc::store {

/// By byte: of ASCII all but letters and digits part words.
inline constexpr std::array<bool, 256> parts_words = [] {
    std::array<bool, 256> out{};
    for (std::size_t byte = 0; byte < out.size(); ++byte) {
        const auto c = static_cast<char>(byte);
        out[byte] = text::is_ascii(c) && !text::is_ascii_alpha(c) && !text::is_digit(c);
    }
    return out;
}();

/// Calls visit(begin, end) for each stretch of a text between signs of ASCII that part words, until it
/// returns false. With other letters and signs in it a stretch may be several words, or none.
template <typename Visit>
void for_each_stretch(std::string_view text, Visit visit) {
    const auto parts = [text](std::size_t at) { return parts_words[static_cast<unsigned char>(text[at])]; };
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && parts(at))
            ++at;
        const std::size_t begin = at;
        while (at < text.size() && !parts(at))
            ++at;
        if (at > begin && !visit(begin, at)) return;
    }
}

/// The tokenizer of the index: words of a text, stemmed and folded. Each may be used by one thread at a time.
class Tokenizer {
public:
    /// Needs no archive, and opens a database in memory to get at FTS5.
    Tokenizer();

    /// Gets at FTS5 through a database that is open, which must outlive it.
    explicit Tokenizer(SQLite::Database& database);
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
