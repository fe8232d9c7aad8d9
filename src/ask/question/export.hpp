#pragma once

#include <newsarc/archive.hpp>

#include "ask/form.hpp"
#include "ask/question/question.hpp"
#include "ask/selection.hpp"

#include <functional>
#include <optional>
#include <ostream>
#include <string>

namespace newsarc::ask {

/// Articles in a form that other programs read: those that a query finds, or all.
class Export : public Question {
public:
    Export();

    void declare(Parameters& parameters) override;
    void settle(bool json) override;
    bool answer(const Archive& archive, const Reply& reply) override;

    /// Where no form was asked for, the ending of this file name may tell it. To be called after settle().
    void take_form_of(const std::string& file);

    /// What was given instead of a query: `-` is for whoever has a standard input.
    [[nodiscard]] bool wants_ids() const { return words_.words() == std::vector<std::string>{"-"}; }

    /// Takes these articles in this order, and no query. Throws Error(usage) where filters were given, too.
    void take_ids(std::vector<std::string> ids);

    /// Puts the query together. To be called before the functions below, which are for those who write
    /// elsewhere than answer() does.
    void find(const Archive& archive, const Reply& reply);

    [[nodiscard]] const output::ExchangeFormat& format() const { return *format_; }
    [[nodiscard]] const std::optional<std::string>& query() const { return query_; }

    /// Says that no article was found.
    void tell_nothing(const Reply& reply) const;

    using Visit = std::function<bool(const Article&)>;

    /// In the order of their ids or of those that were named, one at a time, until it returns false.
    void visit(const Archive& archive, const Reply& reply, const Visit& visit) const;

    /// One document of all of them; `each` is called after every one. Gives back how many there were.
    std::size_t print(const Archive& archive, const Reply& reply, std::ostream& out,
                      const std::function<void()>& each) const;

private:
    FormChoice form_;
    QueryWords words_;
    std::optional<ArticleNames> names_;
    std::vector<std::int64_t> ids_;  ///< of names_
    const output::ExchangeFormat* format_;
    std::optional<std::string> query_;
};

}  // namespace newsarc::ask
