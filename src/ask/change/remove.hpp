#pragma once

#include "ask/change/change.hpp"
#include "ask/selection.hpp"

#include <span>
#include <string>
#include <vector>

namespace newsarc::ask {

/// Takes articles out of the archive, after asking a person about it, or forgets that they were taken out.
class Removing : public Change {
public:
    void declare(Parameters& parameters) override;
    void settle(bool json) override;
    bool carry_out(Archive& archive, const Reply& reply) override;

    /// Anything at all was given but how to do it.
    [[nodiscard]] bool given() const { return forget_ || !ids_.empty() || articles_.by_query(); }

private:
    bool forget(Archive& archive, const Reply& reply) const;
    void tell(const Reply& reply, const NamedArticles& named) const;

    bool force_ = false;
    bool dry_run_ = false;
    bool forget_ = false;
    bool json_ = false;
    std::vector<std::string> ids_;
    ArticleNames articles_;
};

}  // namespace newsarc::ask
