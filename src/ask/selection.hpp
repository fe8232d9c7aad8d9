#pragma once

#include <newsarc/archive.hpp>

#include "ask/parameters.hpp"
#include "ask/reply.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Which articles a question is about: those that a query finds, or those that are named by their ids.

namespace newsarc::ask {

/// A query as it was put together from what was given.
struct AskedQuery {
    std::string text;
    std::optional<SavedSearch> saved;  ///< that it began with
};

/// What to do about a query that begins with `@NAME` where no search of that name is saved.
enum class UnknownSearch { refuse, take_as_text };

/// The query as it was given, by words that are joined with blanks. A first word `@NAME` stands for the saved
/// search of that name, and what follows narrows it. What is taken as text is told in a note, unless it
/// was quoted together with other words. Throws Error(not_found).
AskedQuery asked_query(const Archive& archive, const Reply& reply, const std::vector<std::string>& words,
                       UnknownSearch unknown);

/// `field:value` in the query language, the value in quotes where it has to be.
std::string filter(std::string_view field, std::string_view value);

/// What to say when no saved search has that name; names the one that was probably meant.
Error no_such_search(const Archive& archive, const std::string& name);

/// What to say when an id or uid names nothing.
Error no_such_article(const std::string& name);

/// The words of a query, and the options that stand for fields of it: `--credit`, `--since` and so on.
class QueryWords {
public:
    explicit QueryWords(UnknownSearch unknown = UnknownSearch::refuse) : unknown_(unknown) {}

    void declare_filters(Parameters& parameters);
    void declare_words(Parameters& parameters, std::string help);

    [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
    [[nodiscard]] bool given() const;
    /// A filter was given.
    [[nodiscard]] bool filtered() const;

    /// The query; none where nothing was given. Throws Error(usage) for a filter with a value that it cannot
    /// take.
    [[nodiscard]] std::optional<AskedQuery> query(const Archive& archive, const Reply& reply) const;

    /// A query narrowed by the filters.
    [[nodiscard]] std::string filtered(std::string query, const Reply& reply) const;

private:
    struct Filter {
        const char* option;
        const char* metavar;
        const char* help;
        std::string_view field;
        bool date = false;
        std::optional<std::string> value = {};
    };

    UnknownSearch unknown_;
    std::vector<std::string> words_;
    std::array<Filter, 4> filters_{{
        {"--credit", "NAME", "only articles of this outlet", "credit"},
        {"--tag", "TAG", "only articles with this tag", "tag"},
        {"--since", "DATE", "only articles published then or later, such as 2025-03-21 or 2w", "since", true},
        {"--until", "DATE", "only articles published then or earlier", "until", true},
    }};
};

/// Articles that were named, or found.
struct NamedArticles {
    std::vector<Article> articles;     ///< each once, in the order in which they were named
    std::vector<std::string> missing;  ///< the names of those that are not there
};

/// Articles named by ids and uids, or by `--query` and the options that narrow one instead.
class ArticleNames {
public:
    void declare_query(Parameters& parameters);

    /// Throws Error(usage) when there are both ids and a query; and where `needed`, when there are neither.
    void settle(std::vector<std::string> ids, bool needed);

    [[nodiscard]] bool given() const { return by_query() || !ids_.empty(); }
    [[nodiscard]] bool by_query() const { return query_ || words_.given(); }

    /// Their ids, each once. What is not there is told as an error, and the names of it go to `missing`; a
    /// query that finds nothing is told in a note.
    [[nodiscard]] std::vector<std::int64_t> ids(const Archive& archive, const Reply& reply,
                                                std::vector<std::string>& missing) const;

    [[nodiscard]] NamedArticles articles(const Archive& archive, const Reply& reply) const;

private:
    std::vector<std::string> ids_;
    std::optional<std::string> query_;
    QueryWords words_;
};

}  // namespace newsarc::ask
