#include "cli/commands.hpp"
#include "cli/option/reading_options.hpp"
#include "cli/source/inputs.hpp"
#include "input/kinds.hpp"
#include "output/article.hpp"
#include "text/path_names.hpp"

#include <newsarc/read.hpp>

#include <functional>
#include <span>

namespace newsarc::cli {
namespace {

std::span<const Choice<std::string_view>> kinds() {
    static const auto choices = [] {
        std::vector<Choice<std::string_view>> out;
        for (const input::Kind& kind : input::kinds())
            out.push_back({kind.name, kind.name});
        return out;
    }();
    return choices;
}

class Parse : public Command {
public:
    void declare(Parameters& options) override {
        options.flag("--explain", "show for each line what it was taken for, and why", explain_);
        options.choice("--kind", "what the files are (else told by their content)", kinds(), kind_);
        reading_.declare(options);
        options.operands("FILE", "files, folders, or - for standard input", paths_, 1);
    }

    int run(Context& context) override {
        options_ = reading_.load(context.environment);
        context.start_pager();
        bool failed = false;
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
                     });
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
        const std::string_view kind = kind_.value_or("");
        try {
            return explain_ ? explain(source, options_, kind) : newsarc::read(source, options_, kind);
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
    std::optional<std::string_view> kind_;
    bool explain_ = false;
    bool printed_ = false;
    std::vector<std::string> paths_;
};

}  // namespace

std::unique_ptr<Command> make_parse() {
    return std::make_unique<Parse>();
}

}  // namespace newsarc::cli
