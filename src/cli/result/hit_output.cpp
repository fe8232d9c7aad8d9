#include "cli/result/hit_output.hpp"

#include "cli/result/data_out.hpp"
#include "output/json/json.hpp"
#include "output/text/hits.hpp"
#include "output/text/text.hpp"
#include "text/likeness/nearest.hpp"

#include <array>

namespace newsarc::cli {
namespace {

constexpr std::array<std::string_view, 5> format_names{"text", "json", "jsonl", "csv", "trec"};

[[noreturn]] void refuse_format(const std::string& name) {
    const std::optional<std::string> near = text::nearest(name, format_names);
    throw Error(ErrorCode::usage, "--format does not take '" + name + "'",
                (near ? "did you mean " + *near + "? " : "") +
                    "it takes text, json, jsonl, csv, trec, or a template such as '{id} {headline}'");
}

}  // namespace

void HitOutput::declare(Parameters& options) {
    options.text("--format", "text|json|jsonl|csv|trec|TEMPLATE",
                 "how hits are printed; a template is such as '{id} {published:%Y} {headline}'", wanted_);
    options.flag("--count", "print only how many articles match", count_);
    options.flag("--ids", "print ids only, one a line", ids_);
}

std::optional<HitOutput::Format> HitOutput::format_named(std::string_view name) {
    constexpr std::array formats{Format::text, Format::json, Format::jsonl, Format::csv, Format::trec};
    for (std::size_t i = 0; i < formats.size(); ++i) {
        if (format_names[i] == name) return formats[i];
    }
    return std::nullopt;
}

void HitOutput::settle(const Context& context, bool batch) {
    if (wanted_ && output::Pattern::is_pattern(*wanted_)) {
        pattern_.emplace(*wanted_, output::hit_fields);
        format_ = Format::pattern;
    } else if (wanted_) {
        const std::optional<Format> named = format_named(*wanted_);
        if (!named) refuse_format(*wanted_);
        format_ = *named;
    }
    const bool as_json = context.global.json;
    if (int{wanted_.has_value()} + int{as_json} + int{ids_} > 1 && !(as_json && format_ == Format::json)) {
        throw Error(ErrorCode::usage, "--json, --ids and --format do not go together", "leave one of them");
    }
    if (count_ && (wanted_ || ids_)) {
        throw Error(ErrorCode::usage, "--count does not go with --ids or --format", "leave one of them");
    }
    if (as_json) {
        format_ = Format::json;
    } else if (ids_) {
        format_ = Format::ids;
    } else if (count_) {
        format_ = Format::count;
    }
    if (batch && format_ != Format::text && format_ != Format::json && format_ != Format::trec) {
        throw Error(ErrorCode::usage, "--batch prints text, json or trec, nothing else",
                    "with --format trec each line names its query");
    }
}

bool HitOutput::wants_snippets() const {
    return format_ != Format::ids && format_ != Format::trec;
}

void HitOutput::print(Context& context, const Answer& answer) {
    std::ostream& out = context.out;
    switch (format_) {
        case Format::text: print_text(context, answer); break;
        case Format::json:
            out << output::search_json(answer.query, answer.result, answer.seconds, answer.name) << "\n";
            break;
        case Format::jsonl: output::print_hits_jsonl(out, answer.result); break;
        case Format::csv: output::print_hits_csv(DataOut(context).stream(), answer.result); break;
        case Format::trec:
            output::print_hits_trec(DataOut(context).stream(), answer.name.empty() ? "1" : answer.name,
                                    answer.result);
            break;
        case Format::pattern: output::print_hits_pattern(out, *pattern_, answer.result); break;
        case Format::ids:
            for (const Hit& hit : answer.result.hits)
                out << hit.id << "\n";
            break;
        case Format::count: out << answer.result.total << "\n"; break;
    }
}

void HitOutput::print_text(Context& context, const Answer& answer) {
    if (answer.result.total == 0 && !answer.result.explanation) return;
    context.start_pager();
    const output::Layout layout = context.layout();
    if (!answer.name.empty()) output::print_title(context.out, answer.name + "  " + answer.query, layout);
    if (answer.result.explanation) output::print_explanation(context.out, answer.result, layout);
    output::print_hits(context.out, answer.result, layout);
    if (totals_) output::print_totals(context.out, answer.result, layout);
}

}  // namespace newsarc::cli
