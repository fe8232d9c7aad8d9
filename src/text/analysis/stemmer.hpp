#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace newsarc::text {

/// Folds and stems words of one language: Snowball's stemmers (https://snowballstem.org), and light ones
/// (light_stemmers.hpp). To be used by one thread at a time.
class Stemmer {
public:
    /// `language` is the first part of a BCP 47 tag, `en` for Porter's stemmer, which the index itself has;
    /// anything unknown folds alone.
    explicit Stemmer(std::string_view language);
    Stemmer(Stemmer&&) noexcept;
    Stemmer& operator=(Stemmer&&) noexcept;
    ~Stemmer();

    [[nodiscard]] std::string stem(std::string_view word) const;

    /// True when there is a stemmer of the language.
    static bool knows(std::string_view language);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace newsarc::text
