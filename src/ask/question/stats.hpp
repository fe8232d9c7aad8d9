#pragma once

#include "ask/form.hpp"
#include "ask/question/question.hpp"
#include "ask/selection.hpp"
#include "output/stats/stats.hpp"

#include <optional>
#include <string>

namespace newsarc::ask {

/// Numbers about an archive, or about what a query finds in it.
class Statistics : public Question {
public:
    Statistics();

    void declare(Parameters& parameters) override;
    void settle(bool json) override;
    bool answer(const Archive& archive, const Reply& reply) override;

    /// Draws them as SVG instead. False when nothing was found.
    bool draw(const Archive& archive, const Reply& reply, std::ostream& out);

private:
    [[nodiscard]] std::optional<output::Period> period() const;
    [[nodiscard]] Stats count(const Archive& archive, const Reply& reply);
    [[nodiscard]] bool found(const Reply& reply, const Stats& stats) const;

    [[nodiscard]] Usage usage(const Archive& archive, const Reply& reply) const;
    bool tell_usage(const Archive& archive, const Reply& reply) const;

    QueryWords words_;
    FormChoice form_;
    std::optional<std::string> query_;
    std::optional<UsageBy> by_;
    bool of_words_ = false;
    std::optional<std::size_t> limit_;
};

}  // namespace newsarc::ask
