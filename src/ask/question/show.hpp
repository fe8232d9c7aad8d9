#pragma once

#include "ask/form.hpp"
#include "ask/question/question.hpp"

#include <optional>
#include <string>
#include <vector>

namespace newsarc::ask {

/// RelatedRequest::least of articles that are named beside one: below it, two share a few words and no
/// subject; seen in 900 wire reports.
inline constexpr double least_similar = 0.13;

/// Articles that are named by their ids: what they say, or said, in some form, or what changed.
class Show : public Question {
public:
    Show();

    void declare(Parameters& parameters) override;
    void settle(bool json) override;
    bool answer(const Archive& archive, const Reply& reply) override;

    /// As it is now, or was in the version that was asked for.
    [[nodiscard]] std::optional<Article> find(const Archive& archive, const std::string& name) const;

    [[nodiscard]] const std::vector<std::string>& ids() const { return ids_; }

private:
    bool show_versions(const Archive& archive, const Reply& reply) const;
    void print(const Archive& archive, const Reply& reply, const Article& article,
               output::ExchangeDocument& document);
    void print_text(const Archive& archive, const Reply& reply, const Article& article) const;
    void print_original(const Archive& archive, std::int64_t id, std::ostream& out) const;
    [[nodiscard]] std::int64_t version() const { return static_cast<std::int64_t>(*at_); }

    FormChoice form_;
    bool json_ = false;
    bool versions_ = false;
    bool diff_ = false;
    std::optional<std::size_t> at_;
    std::vector<std::string> ids_;
    bool printed_ = false;
};

}  // namespace newsarc::ask
