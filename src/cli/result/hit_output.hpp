#pragma once

#include <newsarc/search.hpp>

#include "cli/context.hpp"
#include "cli/option/command_line.hpp"
#include "output/template/pattern.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace newsarc::cli {

/// A query and what was found for it.
struct Answer {
    std::string name;  ///< of the query in a batch; empty for one that stands alone
    std::string query;
    SearchResult result;
    double seconds = 0;  ///< taken
};

/// How hits are printed: the options for it, and the printing, for every command that finds some.
class HitOutput {
public:
    /// `totals`: text ends with how many articles hold the words of the query.
    explicit HitOutput(bool totals = true) : totals_(totals) {}

    void declare(Parameters& options);

    /// Settles what was asked for. Throws Error(usage) for what does not go together.
    void settle(const Context& context, bool batch);

    /// Hits are wanted, not only their number.
    [[nodiscard]] bool wants_hits() const { return format_ != Format::count && !count_; }
    [[nodiscard]] bool wants_snippets() const;

    /// A run of a test of rankings goes on with what only resembles the hits; to people and programs that act
    /// on hits, what holds no word of theirs is none.
    [[nodiscard]] bool wants_resembling() const { return format_ == Format::trec; }

    /// Hits to ask for when the user does not say how many: a screenful, or the thousand of a TREC run.
    [[nodiscard]] std::size_t usual_limit() const { return format_ == Format::trec ? 1000 : 10; }

    void print(Context& context, const Answer& answer);

private:
    enum class Format { text, json, jsonl, csv, trec, pattern, ids, count };

    static std::optional<Format> format_named(std::string_view name);
    void print_text(Context& context, const Answer& answer);

    bool totals_;
    std::optional<std::string> wanted_;
    bool ids_ = false;
    bool count_ = false;
    Format format_ = Format::text;
    std::optional<output::Pattern> pattern_;
};

}  // namespace newsarc::cli
