#include "cli/source/adding.hpp"

#include <newsarc/archive.hpp>

#include <algorithm>
#include <thread>

#include "cli/option/reading_options.hpp"
#include "cli/source/file_state.hpp"
#include "cli/terminal/interrupt.hpp"
#include "input/record/record_text.hpp"
#include "model/settle.hpp"

namespace newsarc::cli {
namespace {

/// The archive that a command adds to. It is opened at once when it is there, so that a file that
/// is none is refused before anything is read, and made when there is something to put into it; a
/// dry run only reads the one that is there, or makes one in memory.
class LazyArchive {
public:
    LazyArchive(Context& context, bool dry_run) : context_(context), dry_run_(dry_run) {
        try {
            archive_ = context.open_archive(dry_run ? Archive::Mode::read : Archive::Mode::write);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::archive_missing) throw;
        }
    }

    Archive& get() {
        if (!archive_) {
            archive_ = context_.open_archive(dry_run_ ? Archive::Mode::memory : Archive::Mode::create);
        }
        return *archive_;
    }

private:
    Context& context_;
    bool dry_run_;
    std::optional<Archive> archive_;
};

/// More threads than any machine has cores are only in each other's way.
constexpr std::size_t most_jobs = 256;

}  // namespace

void Adding::declare(Parameters& options) {
    options.flag("--dry-run", "say what would be done, and store nothing", options_.dry_run);
    options.flag("--again", "store what was removed before, too", options_.again);
    options.texts("--set", "FIELD=VALUE",
                  "give a field of what is new a value, such as credit=NewsX; may be repeated", set_);
    options.texts("--tag", "TAG", "give what is new a tag; may be repeated", options_.tags);
    declare_near_duplicates(options, options_.near_duplicates);
    options.flag("--mkdir", "make the folders that a new archive stands in, however many", make_folders_);
    options.number("-j,--jobs", "N", "threads that read; by default one for each core", jobs_);
}

int Adding::run(Context& context, const ParseOptions& parse,
                const std::function<std::optional<Input>()>& next,
                const std::function<std::optional<double>()>& share, const Ending& ending) {
    catch_interrupt();
    context.keep_going_when_closed();
    context.make_folders = make_folders_;
    options_.parse = parse;
    options_.set = input::assignments(set_);
    for (std::string& tag : options_.tags)
        model::settle_tag(tag);
    options_.is_gone = is_missing;
    LazyArchive archive(context, options_.dry_run);
    AddReport report(context, options_.dry_run, share);
    const std::size_t cores = std::thread::hardware_concurrency();
    try {
        Archive::add_stream([&]() -> Archive& { return archive.get(); },
                            {
                                .next = next,
                                .tell =
                                    [&](const InputResult& result) {
                                        report.tell(result);
                                        if (ending.by_interrupt) context.out.flush();
                                    },
                                .progress =
                                    [&](std::size_t articles) {
                                        if (!ending.by_interrupt) report.show_progress(articles);
                                    },
                                .now = now,
                                .stop = interrupted,
                                .abandon = interrupt,
                                .jobs = std::clamp<std::size_t>(jobs_.value_or(cores), 1, most_jobs),
                            },
                            options_);
        if (interrupted() && !ending.by_interrupt) report.throw_interrupted();
        if (ending.tell) ending.tell(report);
    } catch (const Error&) {
        report.summarize_after_error();
        throw;
    }
    report.summarize();
    return report.status();
}

}  // namespace newsarc::cli
