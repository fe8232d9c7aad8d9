#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// The words that a text of names is made of.
namespace newsarc::parsing {

/// A run of characters between blanks, without the punctuation that ends a name.
struct NameToken {
    std::string_view text;  ///< without a comma, semicolon or bracket at its ends
    std::string folded;     ///< without full stops at its end
    std::size_t begin = 0;
    std::size_t end = 0;   ///< of `text`
    std::size_t next = 0;  ///< where the next token may begin
    bool closed = false;   ///< by a comma or a semicolon
};

bool is_name_comma(char32_t c);

/// `and`, `y`: but no initial (`I.`) of a name.
bool is_joiner(const NameToken& token);

/// The `A.` of `Jane A. Roe`.
bool is_initial(const NameToken& token);

/// `in`, `a`, `for`: but no initial.
bool ends_names(const NameToken& token);

/// Whether the word may be one of a name, the first or a later one: it begins with a capital, is a particle,
/// or is of letters without case.
bool is_name_word(const NameToken& token, bool first);

/// True for writing that tells capitals from small letters.
bool has_case(std::string_view text);

/// A name without the punctuation that closes the line; a full stop stays on an initial and on `Jr.`.
std::string_view strip_name(std::string_view text);

/// `Jr.`, `III`.
bool is_suffix(std::string_view text);

/// The tokens of a text.
class NameTokens {
public:
    explicit NameTokens(std::string_view text) : text_(text) {}

    /// The token that begins at the first character from `begin` on that is no blank.
    [[nodiscard]] std::optional<NameToken> at(std::size_t begin) const;

    /// A bar, a bracket or a dash comes next, which ends names.
    [[nodiscard]] bool stops_at(std::size_t at) const;

    /// `jane.roe@example.com`; `Roe@janeroe` is a name that a handle runs into.
    [[nodiscard]] bool is_address(std::size_t begin, std::size_t end) const;

    /// `da` of `Ana da Silva`, which leads to a place in another language.
    [[nodiscard]] bool leads_to_family_name(const NameToken& word) const;

    /// A name of two words or more begins here.
    [[nodiscard]] bool is_person(std::size_t begin) const;

    /// The end of capitalised words from `begin`.
    [[nodiscard]] std::size_t end_of_capitals(std::size_t begin) const;

private:
    /// The point of a foreign name in Chinese.
    [[nodiscard]] bool joins_ideographs(std::size_t at, std::size_t length) const;

    std::string_view text_;
};

}  // namespace newsarc::parsing
