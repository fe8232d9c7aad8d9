#pragma once

#include <newsarc/search.hpp>

#include "ask/form.hpp"
#include "ask/question/question.hpp"
#include "ask/selection.hpp"

#include <optional>
#include <string>

namespace newsarc::ask {

/// A query and what was found for it.
struct Answer {
    std::string name = {};  ///< of the query in a batch; empty for one that stands alone
    std::string query;
    SearchResult result = {};
    double seconds = 0;  ///< taken
};

/// Articles that a query finds, best first.
class Search : public Question {
public:
    Search();

    void declare(Parameters& parameters) override;
    void settle(bool json) override;
    bool answer(const Archive& archive, const Reply& reply) override;

    /// The query as it was put together; none where nothing was given.
    [[nodiscard]] std::optional<AskedQuery> query(const Archive& archive, const Reply& reply) const {
        return words_.query(archive, reply);
    }
    /// Each line of a batch is a query, narrowed by the filters that were given.
    [[nodiscard]] std::string line_of_batch(const Archive& archive, const Reply& reply,
                                            const std::string& line) const;

    /// From now on only articles with a greater id are found, and all of them where no limit was given.
    void only_after(std::int64_t id);

    void find(const Archive& archive, const Reply& reply, Answer& answer);

    /// Writes the hits, and tells what there is to be told of them.
    void print(const Reply& reply, const Answer& answer) const;

    [[nodiscard]] const QueryWords& words() const { return words_; }
    [[nodiscard]] Form form() const { return form_.form(); }
    /// Hits are wanted, not only their number.
    [[nodiscard]] bool wants_hits() const { return !form_.counts(); }

private:
    SearchRequest request_;
    QueryWords words_{UnknownSearch::take_as_text};
    FormChoice form_;
    std::optional<std::size_t> limit_;
    std::optional<std::size_t> offset_;
    std::optional<std::size_t> timeout_;
    std::optional<std::size_t> facet_values_;
    std::optional<std::string> recent_;
    bool only_new_ = false;
};

}  // namespace newsarc::ask
