#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace newsarc::parsing {

struct Number {
    int value = 0;
    int digits = 0;
};

/// Takes the parts of a date off the front of a text. Each function either takes all of its part or
/// leaves the place where it was. Digits may be of any script that news is dated in.
class DateReader {
public:
    /// No date is longer than the 160 bytes that are looked at.
    explicit DateReader(std::string_view text) : text_(text.substr(0, 160)) {}

    [[nodiscard]] std::size_t at() const { return at_; }
    void back_to(std::size_t place) { at_ = place; }

    /// White space, and any of the characters.
    void skip(std::u32string_view characters);

    bool one_of(std::u32string_view characters);

    /// One to four digits.
    std::optional<Number> number();

    /// A run of letters, folded; empty when there is none.
    std::string word();

    /// A word, or two when these name a month or a weekday: `kanun al-thani`.
    std::string name();

    /// True when no letter or digit comes next.
    [[nodiscard]] bool at_boundary() const;

    /// Words that say nothing in a date: `of the`, `at`, `um`.
    void skip_fillers();

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace newsarc::parsing
