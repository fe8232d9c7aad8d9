#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "store/sql/connection.hpp"

// The words of the index. FTS5 can list them (table article_vocabulary), but to tell in how many
// articles one stands it reads through them all; so the common ones are counted beforehand.

namespace newsarc::store {

/// Makes the tables of an empty archive. To be called inside a transaction.
void create_vocabulary(SQLite::Database& database);

/// Counts the common words if the archive has grown or shrunk by a quarter since it was last done.
/// To be called at the end of each change that stores or removes articles; while it has not been, common
/// words are slower to count and nothing else.
void refresh_vocabulary(const Connection& connection);

/// Counts the common words: in the index, or where more than so many articles are there, in 2,048 of them
/// from all over the archive, in less than a tenth of a second.
void count_vocabulary(const Connection& connection, std::int64_t exact_up_to = 4096);

/// Tells in how many articles a stem stands.
class CommonWords {
public:
    explicit CommonWords(const Connection& connection);
    CommonWords(CommonWords&&) noexcept;
    CommonWords& operator=(CommonWords&&) noexcept;
    ~CommonWords();

    /// The share of the articles that hold a stem, 0 to 1, when they were last counted; empty for a
    /// word in fewer than one article of 200. In a large archive within some .013 for a word that a tenth of
    /// the articles have (two standard deviations).
    std::optional<double> share(std::string_view stem);

    /// The articles that hold a stem: of a common one as of the last count, of others counted now.
    double articles(std::string_view stem);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Calls visit(stem, articles) for the stems from `first` to before `last`, in the order of their
/// bytes, until it returns false; how many articles hold a common one is as of the last count.
/// Time is linear in the postings of the others.
void list_stems(const Connection& connection, std::string_view first, std::string_view last,
                const std::function<bool(std::string_view stem, std::int64_t articles)>& visit);

}  // namespace newsarc::store
