#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/fields.hpp"
#include "search/plan/query_analyses.hpp"
#include "search/plan/term.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::search {

/// Turns pieces of a query into terms: what the index has to be asked to find them.
class Speller {
public:
    /// `capitals_tell` is false for a query in capitals throughout: `US` in it may be `us`.
    Speller(const QueryAnalyses& analyses, bool capitals_tell)
        : analyses_(analyses), capitals_tell_(capitals_tell) {}

    /// The words of a piece of running text, each a term of its own. Numbers with signs between
    /// (`10:30`, `3.5`) stay together; what an apostrophe cuts off (`Pakistan's`, `l'homme`) is
    /// left out.
    [[nodiscard]] std::vector<Term> words(std::string_view text, std::optional<query::Field> field) const;

    /// The parts of the words of such a piece, in the languages of the archive that have them, and of a long
    /// run without blanks; none in a field.
    [[nodiscard]] std::vector<Term> parts(std::string_view text, std::optional<query::Field> field) const;

    /// The text as a phrase. More than one term when scripts with and without blanks mix in it.
    [[nodiscard]] std::vector<Term> phrase(std::string_view text, std::optional<query::Field> field) const;

    /// What begins as the text does, the last of a phrase when it is several words.
    [[nodiscard]] std::vector<Term> prefix(std::string_view text, std::optional<query::Field> field) const;

    /// A pattern, and the terms of the index that it stands for.
    [[nodiscard]] Term wildcard(std::string_view pattern, const std::vector<std::string>& terms,
                                std::optional<query::Field> field) const;

    /// A term of one word in lower case, to look it up in a list; empty for others.
    [[nodiscard]] static std::string lower(const Term& term);

private:
    [[nodiscard]] std::optional<Term> plain(std::string_view text, std::optional<query::Field> field) const;
    [[nodiscard]] std::optional<Term> acronym(std::string_view text, const text::Word& word,
                                              std::optional<query::Field> field) const;
    [[nodiscard]] Term unit(std::string_view text, const std::vector<text::Word>& words,
                            const text::Unit& unit, std::optional<query::Field> field) const;
    [[nodiscard]] std::vector<Term> pairs_of(std::string_view text, const text::Word& run) const;
    void add_spelling(Term& term, std::string_view text, std::optional<query::Field> field) const;
    void add_analysed(Term& term, std::string_view text, std::optional<query::Field> field) const;
    [[nodiscard]] std::optional<Term> characters(std::string_view text, const std::vector<std::string>& pairs,
                                                 std::optional<query::Field> field) const;

    const QueryAnalyses& analyses_;
    bool capitals_tell_;
};

}  // namespace newsarc::search
