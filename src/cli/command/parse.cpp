#include "cli/commands.hpp"
#include "cli/option/reading_options.hpp"
#include "cli/source/inputs.hpp"
#include "input/passed_over.hpp"
#include "output/article.hpp"
#include "text/address.hpp"

#include <newsarc/read.hpp>

#include <functional>

namespace newsarc::cli {
namespace {

class Parse : public Command {
public:
    void declare(Parameters& options) override {
        options.flag("--explain", "show for each line what it was taken for, and why", explain_);
        reading_.declare(options);
        options.operands("FILE", "files, folders, or - for standard input", paths_, 1);
    }

    int run(Context& context) override {
        options_ = reading_.load(context.environment);
        context.start_pager();
        bool failed = false;
        input::PassedOver passed_over;
        const auto fail = [&](const Error& error) {
            context.error(error);
            failed = true;
        };
        walk(paths_, {
                         .file =
                             [&](const std::string& path) {
                                 try {
                                     print_file(context, path, fail);
                                 } catch (const Error& error) {
                                     // What cannot be printed cannot be printed for the next file either.
                                     if (!context.out) throw;
                                     fail(error);
                                 }
                             },
                         .failure = [&](const std::string&, const Error& error) { fail(error); },
                         .note = [&](const std::string& message) { context.note(message); },
                         .stop = [] { return false; },
                         .passed_over = [&](std::string_view what) { passed_over.add(what); },
                     });
        if (const std::string line = passed_over.line(); !line.empty()) context.note(line);
        return failed ? exit_error : exit_done;
    }

private:
    void print_file(Context& context, const std::string& path,
                    const std::function<void(const Error&)>& fail) {
        const Source source = read_source(path);
        options_.path = source.path.empty() ? std::nullopt : std::optional(text::readable_path(source.path));
        const Reading reading = read(source, path);
        if (reading.articles.empty() && reading.failures.empty()) {
            throw Error(ErrorCode::input, path + ": there is no text in it",
                        "an article needs at least a word");
        }
        for (const ParsedArticle& parsed : reading.articles)
            print(context, parsed);
        for (const Reading::Failure& failure : reading.failures)
            fail({failure.error.code(), failure.path + ": " + failure.error.what(), failure.error.hint()});
    }

    [[nodiscard]] Reading read(const Source& source, const std::string& name) const {
        try {
            return explain_ ? explain(source, options_) : newsarc::read(source, options_);
        } catch (const Error& error) {
            throw Error(error.code(), name + ": " + error.what(), error.hint());
        }
    }

    void print(Context& context, const ParsedArticle& parsed) {
        if (context.global.json) {
            context.out << (explain_ ? output::explained_json(parsed) : output::article_json(parsed.article))
                        << "\n";
            context.out.flush();
            return;
        }
        if (printed_) context.out << "\n";
        printed_ = true;
        if (explain_) {
            output::print_explained(context.out, parsed, context.layout());
        } else {
            output::print_article(context.out, parsed.article, context.layout());
        }
    }

    ReadingOptions reading_;
    ParseOptions options_;
    bool explain_ = false;
    bool printed_ = false;
    std::vector<std::string> paths_;
};

}  // namespace

std::unique_ptr<Command> make_parse() {
    return std::make_unique<Parse>();
}

}  // namespace newsarc::cli
