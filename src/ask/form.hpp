#pragma once

#include "ask/parameters.hpp"
#include "output/exchange/formats.hpp"
#include "output/text/pattern.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::ask {

/// How an answer is written.
enum class Form {
    text,      ///< for a person
    json,      ///< one document
    jsonl,     ///< one object a line
    csv,       ///< a table
    trec,      ///< a run of TREC
    pattern,   ///< a line that the user wrote, with fields in braces
    ids,       ///< ids only, one a line
    count,     ///< only how many there are
    exchange,  ///< a form of articles for other programs
};

/// The forms that a question can be answered in.
struct Forms {
    std::string_view help = {};                      ///< of --format
    std::vector<Form> named = {};                    ///< besides those below, in the order of help
    std::span<const std::string_view> fields = {};   ///< that a template knows; none: no template
    std::string_view example = "'{id} {headline}'";  ///< of a template
    bool exchange = false;                           ///< those of output/exchange/formats.hpp
    bool json_is_lines = true;                       ///< JSON is one object a line, not one document
    std::string_view count_help = {};                ///< of --count; none: not counted
    std::string_view ids_help = {};                  ///< of --ids; none: no ids
};

/// The form that was asked for: by its name, by a template, by --ids or --count, or by --json, which stands
/// beside these.
class FormChoice {
public:
    explicit FormChoice(Forms offered) : offered_(std::move(offered)) {}

    void declare(Parameters& parameters);

    /// To be called once all values are given; `json` when JSON was asked for. Throws Error(usage) for a form
    /// that is not offered, and for several that do not go together.
    void settle(bool json);

    [[nodiscard]] Form form() const { return form_; }
    /// Only how many there are was asked for, in whatever form.
    [[nodiscard]] bool counts() const { return count_; }
    /// --format was given.
    [[nodiscard]] bool named() const { return wanted_.has_value(); }
    /// Of Form::pattern.
    [[nodiscard]] const output::Pattern& pattern() const { return *pattern_; }
    /// Of Form::exchange.
    [[nodiscard]] const output::ExchangeFormat& exchange() const { return *exchange_; }

private:
    void read_name();
    void refuse_several(bool json) const;
    [[nodiscard]] std::vector<std::string_view> names() const;

    Forms offered_;
    std::optional<std::string> wanted_;
    bool ids_ = false;
    bool count_ = false;
    Form form_ = Form::text;
    std::optional<output::Pattern> pattern_;
    const output::ExchangeFormat* exchange_ = nullptr;
};

}  // namespace newsarc::ask
