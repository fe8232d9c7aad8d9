#include "output/stats.hpp"
#include "cli/commands.hpp"
#include "cli/option/query_words.hpp"
#include "cli/result/output_file.hpp"

#include <array>

namespace newsarc::cli {
namespace {

using output::Period;

constexpr std::array<Choice<Period>, 2> periods{{
    {"month", Period::month},
    {"year", Period::year},
}};

constexpr std::string_view standard_output = "-";

class Stats : public Command {
public:
    void declare(Parameters& options) override {
        options.choice<Period>("--by", "the periods of the timeline (else by its length)", periods, period_);
        options.number("-n,--limit", "N", "at most so many credits, sites, tags and languages (10)", limit_);
        options.text("--svg", "FILE", "draw the timeline and the credits into a file, - for standard output",
                     svg_);
        options.query("only articles that match, or @NAME, a saved search", words_);
    }

    int run(Context& context) override {
        if (svg_ && context.global.json) {
            throw Error(ErrorCode::usage, "--json and --svg do not go together", "leave one of them");
        }
        const Archive archive = context.open_archive(Archive::Mode::read);
        StatsRequest request;
        if (!words_.empty()) request.query = asked_query(context, archive, words_).text;
        request.most = limit_.value_or(10);
        request.now = now_in_unix_seconds();
        const newsarc::Stats stats = archive.stats(request);
        for (const std::string& note : stats.notes)
            context.note(note);
        print(context, request.query, stats);
        if (stats.articles > 0) return exit_done;
        if (stats.notes.empty()) {
            context.note(request.query ? "no article matches: " + *request.query : "the archive is empty");
        }
        return exit_nothing_found;
    }

private:
    void print(Context& context, const std::optional<std::string>& query, const newsarc::Stats& stats) const {
        if (svg_ == standard_output) return output::print_stats_svg(context.out, query, stats, period_);
        if (svg_) {
            OutputFile file(*svg_);
            output::print_stats_svg(file.stream(), query, stats, period_);
            file.commit();
            return;
        }
        if (context.global.json) {
            context.out << output::stats_json(query, stats) << "\n";
            return;
        }
        context.start_pager();
        const auto drawing = is_utf8(context.environment) ? output::Drawing::blocks : output::Drawing::ascii;
        output::print_stats(context.out, stats, period_, drawing, context.layout());
    }

    std::optional<Period> period_;
    std::optional<std::size_t> limit_;
    std::optional<std::string> svg_;
    std::vector<std::string> words_;
};

}  // namespace

std::unique_ptr<Command> make_stats() {
    return std::make_unique<Stats>();
}

}  // namespace newsarc::cli
