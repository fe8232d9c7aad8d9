#pragma once

#include <newsarc/search.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/plan/term.hpp"
#include "store/index/analyses.hpp"
#include "store/index/stem_reader.hpp"

namespace newsarc::search {

/// A place where a term of the query stands in a text.
struct Mark {
    Range range;           ///< bytes of the text
    std::size_t term = 0;  ///< which

    friend bool operator==(const Mark&, const Mark&) = default;
};

/// Finds the terms of a query in texts, as the index would. The terms and the analyses must outlive it.
class Marker {
public:
    Marker(std::span<const Term> terms, const store::Analyses& analyses);

    /// Where terms that count in the query (weight above 0) stand in the text, in order of their
    /// beginning; `analysis` is how the text was analysed. Time is linear in the text.
    [[nodiscard]] std::vector<Mark> find(std::string_view text, text::Analysis analysis) const;

private:
    struct Sequence {
        std::vector<std::uint32_t> stems;  ///< by their numbers
        std::size_t term;
        const std::vector<Homograph>* kinds = nullptr;  ///< of those that are told from others
    };
    struct Prefix {
        std::string stem;
        std::size_t term;
    };

    void find_words(std::string_view text, text::Analysis analysis, std::vector<Mark>& out) const;
    void find_characters(std::string_view text, std::vector<Mark>& out) const;
    void find_further(std::string_view text, std::vector<Mark>& out) const;

    std::span<const Term> terms_;
    const store::Analyses& analyses_;
    mutable store::StemReader stems_;  ///< remembers words
    std::vector<std::vector<Sequence>> by_first_stem_;
    std::vector<Prefix> prefixes_;
    std::vector<std::size_t> characters_;
    bool has_further_ = false;  ///< terms that are indexed beside a text, which letters beyond ASCII mark
};

/// The ranges of marks, joined where they touch or overlap.
std::vector<Range> ranges(std::span<const Mark> marks);

}  // namespace newsarc::search
