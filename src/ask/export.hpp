#pragma once

#include <newsarc/archive.hpp>

#include "ask/form.hpp"
#include "ask/selection.hpp"

#include <functional>
#include <optional>
#include <ostream>
#include <string>

namespace newsarc::ask {

/// Articles in a form that other programs read: those that a query finds, or all.
class Export {
public:
    Export();

    /// The options of the form, those of the query, and its words as the operands.
    void declare_form(Parameters& parameters);
    void declare_query(Parameters& parameters);

    /// `file`: the name of the file that is written, whose ending may tell the form.
    void settle(const std::optional<std::string>& file);

    /// Puts the query together. To be called before the functions below.
    void find(const Archive& archive, const Reply& reply);

    [[nodiscard]] const output::ExchangeFormat& format() const { return *format_; }
    [[nodiscard]] const std::optional<std::string>& query() const { return query_; }

    using Visit = std::function<bool(const Article&)>;

    /// In the order of their ids, one at a time, until it returns false.
    void visit(const Archive& archive, const Reply& reply, const Visit& visit) const;

    /// One document of all of them; `each` is called after every one. Gives back how many there were.
    std::size_t print(const Archive& archive, const Reply& reply, std::ostream& out,
                      const std::function<void()>& each) const;

private:
    FormChoice form_;
    QueryWords words_;
    const output::ExchangeFormat* format_;
    std::optional<std::string> query_;
};

}  // namespace newsarc::ask
