#pragma once

#include "ask/change/change.hpp"
#include "ask/selection.hpp"

#include <string>
#include <vector>

namespace newsarc::ask {

/// Gives fields of articles values, or takes their values away.
class Editing : public Change {
public:
    void declare(Parameters& parameters) override;
    void settle(bool json) override;
    bool carry_out(Archive& archive, const Reply& reply) override;

    /// Values of fields were given.
    [[nodiscard]] bool sets_fields() const { return !set_.empty() || !unset_.empty(); }
    [[nodiscard]] NamedArticles articles(const Archive& archive, const Reply& reply) const {
        return articles_.articles(archive, reply);
    }

    /// Stores an article in the place of the former one, and tells it. False when they are the same.
    bool put(Archive& archive, const Reply& reply, const Article& changed, const Article& former) const;

private:
    std::vector<std::string> set_;
    std::vector<std::string> unset_;
    std::vector<std::string> ids_;
    ArticleNames articles_;
    bool json_ = false;
};

}  // namespace newsarc::ask
