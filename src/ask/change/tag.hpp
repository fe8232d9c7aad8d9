#pragma once

#include "ask/change/change.hpp"
#include "ask/selection.hpp"

#include <optional>
#include <string>
#include <vector>

namespace newsarc::ask {

/// Gives articles tags and takes tags away, or gives a tag another name.
class Tagging : public Change {
public:
    void declare(Parameters& parameters) override;
    void settle(bool json) override;
    bool carry_out(Archive& archive, const Reply& reply) override;

    /// Tags are given another name, not to articles.
    [[nodiscard]] bool renames() const { return rename_.has_value(); }
    /// Anything at all was given, a dry run aside.
    [[nodiscard]] bool given() const;

private:
    bool rename(Archive& archive, const Reply& reply);
    void tell(const Reply& reply, const NamedArticles& named,
              const std::vector<std::int64_t>& changed_ids) const;
    [[nodiscard]] Article with_changes(Article article) const;
    [[nodiscard]] bool changes() const { return !request_.add.empty() || !request_.remove.empty(); }

    TagRequest request_;
    std::optional<std::string> rename_;
    ArticleNames articles_;
    std::vector<std::string> ids_;
    bool json_ = false;
};

}  // namespace newsarc::ask
