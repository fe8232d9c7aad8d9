#pragma once

#include "ask/question/question.hpp"
#include "ask/selection.hpp"
#include "output/stats.hpp"

#include <optional>
#include <string>

namespace newsarc::ask {

/// Numbers about an archive, or about what a query finds in it.
class Statistics : public Question {
public:
    void declare(Parameters& parameters) override;
    void settle(bool json) override { json_ = json; }
    bool answer(const Archive& archive, const Reply& reply) override;

    /// Draws them as SVG instead. False when nothing was found.
    bool draw(const Archive& archive, const Reply& reply, std::ostream& out);

private:
    [[nodiscard]] Stats count(const Archive& archive, const Reply& reply);
    [[nodiscard]] bool found(const Reply& reply, const Stats& stats) const;

    QueryWords words_;
    std::optional<std::string> query_;
    std::optional<output::Period> period_;
    std::optional<std::size_t> limit_;
    bool json_ = false;
};

}  // namespace newsarc::ask
