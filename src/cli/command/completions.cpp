#include "cli/commands.hpp"
#include "cli/complete/complete.hpp"
#include "cli/complete/shell_words.hpp"
#include "cli/config.hpp"
#include "cli/help/topics.hpp"
#include "text/terminal.hpp"
#include "text/wording.hpp"

#include <array>
#include <limits>
#include <utility>

namespace newsarc::cli {
namespace {

constexpr std::size_t articles_offered = 50;

const Shell& shell_named(const std::string& name) {
    const auto found = std::ranges::find(shells(), name, &Shell::name);
    if (found != shells().end()) return *found;
    const std::vector<std::string_view> names = text::names_of(shells(), &Shell::name);
    throw Error(ErrorCode::usage, "there are no completions for '" + name + "'",
                text::did_you_mean(name, names, "it takes one of: " + text::joined(names)));
}

std::vector<FacetCount> values_in(const Archive& archive, FacetField field) {
    SearchRequest request{.query = "*", .limit = 0, .facets = {field}};
    request.facet_values = std::numeric_limits<std::size_t>::max();
    request.snippets = false;
    return archive.search(request).facets.front().values;
}

std::vector<Offer> latest_articles(const Archive& archive) {
    std::vector<Offer> out;
    archive.list({.order = ListOrder::added, .limit = articles_offered}, [&](const Article& article) {
        out.push_back({std::to_string(*article.id), article.headline.value_or("")});
        return true;
    });
    return out;
}

std::vector<Offer> searches_in(const Archive& archive) {
    std::vector<Offer> out;
    for (const SavedSearch& search : archive.saved_searches())
        out.push_back({search.name, search.query});
    return out;
}

class Completions : public Command {
public:
    void declare(Parameters& options) override {
        options.operands("SHELL [WORD]",
                         "bash, zsh or fish; with words behind --, how the last of them may go on is printed",
                         words_, 1);
    }

    int run(Context& context) override {
        const Shell& shell = shell_named(words_.front());
        words_.erase(words_.begin());
        if (words_.empty()) {
            context.out << embedded(shell.script);
        } else if (shell.quotes_stand) {
            complete_quoted(context);
        } else {
            print_described(context, complete(words_, source(context)));
        }
        return exit_done;
    }

private:
    static CompletionSource source(const Context& context) {
        const Config config = context.global.no_config ? Config() : user_config(context.environment);
        const auto ask = [&context](const GlobalOptions& options, const auto& question) {
            try {
                const std::string path = archive_path(
                    options.archive ? options.archive : context.global.archive, context.environment);
                return question(Archive::open(path, Archive::Mode::read));
            } catch (const Error&) {
                // Somebody who types is not to be told of an archive that is not there yet.
                return decltype(question(std::declval<Archive>()))();
            }
        };
        return {
            .values =
                [ask](FacetField field, const GlobalOptions& options) {
                    return ask(options, [&](const Archive& archive) { return values_in(archive, field); });
                },
            .articles =
                [ask](const GlobalOptions& options) {
                    return ask(options, [](const Archive& archive) { return latest_articles(archive); });
                },
            .searches =
                [ask](const GlobalOptions& options) {
                    return ask(options, [](const Archive& archive) { return searches_in(archive); });
                },
            .aliases = config.aliases,
        };
    }

    static void print_kind(Context& context, const Offers& offers) {
        context.out << (offers.files ? "files" : offers.unfinished ? "unfinished" : "words") << "\n";
    }

    static void print_described(Context& context, const Offers& offers) {
        print_kind(context, offers);
        for (const Offer& one : offers.words) {
            context.out << one.value;
            if (!one.description.empty())
                context.out << "\t" << text::clean_line_for_terminal(one.description);
            context.out << "\n";
        }
    }

    /// The words come with their quotes, and so must what is offered for the last.
    void complete_quoted(Context& context) {
        TypedWord last;
        for (std::string& word : words_) {
            last = read_typed_word(word);
            word = last.text;
        }
        const Offers offers = complete(words_, source(context));
        print_kind(context, offers);
        if (last.quote != '\0' && !last.quote_first) return;
        for (const Offer& one : offers.words)
            context.out << escaped_for_shell(one.value, last.quote) << "\n";
    }

    std::vector<std::string> words_;
};

}  // namespace

std::span<const Shell> shells() {
    static constexpr std::array table{
        Shell{"bash", "src/cli/complete/shell/newsarc.bash", true},
        Shell{"zsh", "src/cli/complete/shell/_newsarc", false},
        Shell{"fish", "src/cli/complete/shell/newsarc.fish", false},
    };
    return table;
}

std::unique_ptr<Command> make_completions() {
    return std::make_unique<Completions>();
}

}  // namespace newsarc::cli
