#include "cli/commands.hpp"
#include "cli/result/hit_output.hpp"

#include <chrono>

namespace newsarc::cli {
namespace {

class Related : public Command {
public:
    void declare(Parameters& options) override {
        options.number("-n,--limit", "N", "at most so many articles (10)", limit_);
        options.number("--offset", "N", "leave out so many first", offset_);
        output_.declare(options);
        options.ids("an id or a uid (six characters are enough)", ids_, 1, 1);
    }

    int run(Context& context) override {
        output_.settle(context, false);
        const Archive archive = context.open_archive(Archive::Mode::read);
        const std::optional<std::int64_t> id = archive.resolve(ids_.front());
        if (!id) {
            context.error(no_such_article(ids_.front()));
            return exit_nothing_found;
        }
        RelatedRequest request{.id = *id};
        request.limit = limit_.value_or(output_.usual_limit());
        if (!output_.wants_hits()) request.limit = 0;
        request.offset = offset_.value_or(0);
        request.snippets = output_.wants_snippets();

        const auto begun = std::chrono::steady_clock::now();
        Answer answer{.name = {}, .query = ids_.front(), .result = archive.related(request)};
        answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
        output_.print(context, answer);
        if (answer.result.total > 0) return exit_done;
        context.note("no other article is like " + ids_.front());
        return exit_nothing_found;
    }

private:
    HitOutput output_{false};
    std::optional<std::size_t> limit_;
    std::optional<std::size_t> offset_;
    std::vector<std::string> ids_;
};

}  // namespace

std::unique_ptr<Command> make_related() {
    return std::make_unique<Related>();
}

}  // namespace newsarc::cli
