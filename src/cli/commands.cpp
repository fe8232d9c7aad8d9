#include "cli/commands.hpp"

#include "text/wording.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace newsarc::cli {
namespace {

/// A command that is a question to the archive and nothing else.
class Asking : public Command {
public:
    explicit Asking(std::unique_ptr<ask::Question> question) : question_(std::move(question)) {}

    void declare(Parameters& options) override { question_->declare(options); }

    int run(Context& context) override { return answer(context, std::move(question_)); }

private:
    std::unique_ptr<ask::Question> question_;
};

/// Where a question stands in the table of questions.
consteval std::size_t question(std::string_view name) {
    std::size_t row = 0;
    while (ask::questions.at(row).name != name)
        ++row;
    return row;
}

template <std::size_t row>
std::unique_ptr<Command> make_asking() {
    return std::make_unique<Asking>(ask::questions[row].make());
}

/// The row of a command that asks a question, under the question's name; one that does more besides has a
/// class of its own.
template <std::size_t row>
consteval CommandRow asking(std::string_view examples,
                            std::unique_ptr<Command> (*make)() = make_asking<row>) {
    return {ask::questions[row].name, ask::questions[row].summary, examples, make};
}

// A new command is a row here and a file of its own.
constexpr CommandRow table[] = {
    {"add", "store articles from files and folders",
     "newsarc add article.txt folder/\n"
     "newsarc add --dry-run downloads/\n"
     "newsarc add --report-missing folder/     # reads what changed, tells what is gone\n"
     "newsarc add --watch ~/wire               # adds files as they come, until Ctrl-C\n"
     "pdftotext paper.pdf - | newsarc add -\n",
     make_add},
    {"parse", "show what would be read out of a file, and store nothing",
     "newsarc parse article.txt\n"
     "newsarc parse --explain article.txt\n"
     "newsarc parse --json *.txt | jq -r .headline\n",
     make_parse},
    asking<question("search")>("newsarc search taliban weapons\n"
                               "newsarc search '\"exchange deal\" since:2025-01'\n"
                               "newsarc search --sort newest -n 20 elections\n"
                               "newsarc search --save border '\"border crossing\" OR checkpoint'\n"
                               "newsarc search @border --new\n",
                               make_search),
    asking<question("show")>("newsarc show 12\n"
                             "newsarc show --json 12 13\n"
                             "newsarc show --versions 12\n"
                             "newsarc show --diff 12\n"
                             "newsarc show --open-link 2 12\n"
                             "newsarc show --format original 12 > article.txt\n",
                             make_show),
    asking<question("list")>("newsarc list -n 20\n"
                             "newsarc list credit:NewsX since:2w\n"
                             "newsarc list --sort added --format '{id} {added:%e %b} {headline}'\n"),
    asking<question("related")>("newsarc related 12\n"
                                "newsarc related --ids 12 | newsarc show -\n"),
    asking<question("links")>("newsarc links 12\n"
                              "newsarc links --hosts -n 20\n"
                              "newsarc links --unresolved\n"
                              "newsarc links --to 12\n"
                              "newsarc search --ids taliban | newsarc links --format csv -\n"),
    asking<question("stats")>("newsarc stats\n"
                              "newsarc stats --by year 'credit:NewsX taliban'\n"
                              "newsarc stats --svg chart.svg\n"
                              "newsarc stats --words inflation '\"peace talks\"' --by week --since 2025\n",
                              make_stats),
    asking<question("kwic")>("newsarc kwic inflation\n"
                             "newsarc kwic --sort right '\"peace talks\" since:2025'\n"
                             "newsarc kwic -n 0 --format csv 'sanction* credit:NewsX' > lines.csv\n"),
    asking<question("keywords")>("newsarc keywords credit:NewsX since:2025\n"
                                 "newsarc keywords --near 5 inflation\n"
                                 "newsarc keywords --format csv @health > words.csv\n"),
    asking<question("duplicates")>("newsarc duplicates\n"
                                   "newsarc duplicates --json | jq '.articles[].headline'\n"),
    {"tag", "give articles tags and take tags away, or list the tags",
     "newsarc tag +afghanistan -draft 12 13\n"
     "newsarc tag +flood --query 'headline:flood since:2025'\n"
     "newsarc search --ids taliban | newsarc tag +taliban -\n"
     "newsarc tag --rename flod flood\n"
     "newsarc tag\n",
     make_tag},
    {"edit", "change an article: single fields, or all of it in your editor",
     "newsarc edit 12 --set credit=NewsX --unset deck\n"
     "newsarc edit 12\n"
     "newsarc edit --query 'credit:NewsY since:2025' --set credit=NewsX\n"
     "newsarc edit --print 12 | sed 's/colour/color/' | newsarc edit --from - 12\n",
     make_edit},
    {"remove", "remove articles for good; add and import then pass them over",
     "newsarc remove 12\n"
     "newsarc remove --tag draft --until 2024\n"
     "newsarc search --ids tag:draft | newsarc remove --dry-run -\n"
     "newsarc remove --list\n"
     "newsarc remove --forget 12 && newsarc add folder/\n",
     make_remove},
    {"import", "store articles of other programs: JSON, CSV, archives",
     "newsarc import articles.jsonl\n"
     "newsarc import --map title=headline --map when=published table.csv\n"
     "newsarc import texts.zip\n"
     "newsarc show --json 12 | newsarc import -A other.db -\n",
     make_import},
    {"check", "look for damage in the archive, and mend it",
     "newsarc check\n"
     "newsarc check --quick\n"
     "newsarc check --repair\n",
     make_check},
    asking<question("export")>("newsarc export -o articles.jsonl\n"
                               "newsarc export taliban since:2025 -o citations.ris\n"
                               "newsarc export --format markdown tag:flood -o folder/\n",
                               make_export),
    {"backup", "copy the archive to another file, whole, while it is in use",
     "newsarc backup news-2025-01-21.db\n"
     "newsarc backup --force /media/usb/news.db\n",
     make_backup},
    {"optimize", "make the archive fast and small; forget what was removed", "newsarc optimize\n",
     make_optimize},
    {"serve", "show the archive in the browser: search, read, add",
     "newsarc serve\n"
     "newsarc serve --read-only --port 8080\n"
     "newsarc serve --no-browser               # prints the address to open\n",
     make_serve},
    {"mcp", "let assistants search, read and cite, over the Model Context Protocol",
     "newsarc mcp                              # what an assistant is told to start\n"
     "newsarc mcp -A news.db --allow-tags\n",
     make_mcp},
    {"completions", "complete commands, options and values in the shell",
     "eval \"$(newsarc completions bash)\"        # in ~/.bashrc\n"
     "eval \"$(newsarc completions zsh)\"         # in ~/.zshrc, after compinit\n"
     "newsarc completions fish > ~/.config/fish/completions/newsarc.fish\n",
     make_completions},
    {"help", "explain a command or a topic",
     "newsarc help search\n"
     "newsarc help query-language\n",
     make_help},
};

}  // namespace

int answer(Context& context, ask::Question& question) {
    const Archive archive = context.open_archive(Archive::Mode::read);
    return question.answer(archive, context.reply()) ? exit_done : exit_nothing_found;
}

int answer(Context& context, std::unique_ptr<ask::Question> question) {
    question->settle(context.global.json);
    return answer(context, *question);
}

int carry_out(Context& context, ask::Change& change) {
    change.settle(context.global.json);
    Archive archive = context.open_archive(Archive::Mode::write);
    return change.carry_out(archive, context.reply()) ? exit_done : exit_nothing_found;
}

std::span<const CommandRow> commands() {
    return table;
}

const CommandRow* find_command(std::string_view name) {
    for (const CommandRow& row : table) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

Parameters declared_options(Command& command, GlobalOptions& global) {
    Parameters options;
    options.begin_command();
    command.declare(options);
    declare_global_options(options, global);
    return options;
}

namespace {

/// What other programs call a command.
struct OtherName {
    std::string_view name;
    std::string_view hint;
};

constexpr OtherName other_names[] = {
    {"ls", "newsarc list"},
    {"find", "newsarc search WORDS"},
    {"grep", "newsarc search WORDS"},
    {"query", "newsarc search WORDS"},
    {"cat", "newsarc show ID"},
    {"view", "newsarc show ID"},
    {"open", "newsarc show ID; a link of it: newsarc show --open-link N ID"},
    {"rm", "newsarc remove ID"},
    {"delete", "newsarc remove ID"},
    {"del", "newsarc remove ID"},
    {"new", "newsarc add FILE-OR-FOLDER"},
    {"index", "newsarc add FILE-OR-FOLDER"},
    {"insert", "newsarc add FILE-OR-FOLDER"},
    {"init", "newsarc add FILE-OR-FOLDER; that makes the archive too"},
    {"create", "newsarc add FILE-OR-FOLDER; that makes the archive too"},
    {"load", "newsarc import FILE"},
    {"save", "newsarc search --save NAME QUERY"},
    {"update", "newsarc edit ID; files that changed: newsarc add FOLDER"},
    {"dump", "newsarc export"},
    {"count", "newsarc search --count QUERY"},
    {"info", "newsarc stats"},
    {"status", "newsarc stats"},
    {"dedup", "newsarc duplicates"},
    {"dedupe", "newsarc duplicates"},
    {"vacuum", "newsarc optimize"},
    {"verify", "newsarc check"},
    {"version", "newsarc --version"},
};

}  // namespace

Error no_such_command(const std::string& name, const Aliases& aliases) {
    const std::string message = "there is no command '" + name + "'";
    for (const OtherName& other : other_names) {
        if (other.name == name)
            return {ErrorCode::usage, message, "here that is: " + std::string(other.hint)};
    }
    std::vector<std::string_view> names = text::names_of(table, &CommandRow::name);
    for (const auto& [alias, words] : aliases)
        names.push_back(alias);
    return {ErrorCode::usage, message,
            text::did_you_mean(name, names,
                               "newsarc --help lists the commands; newsarc search WORDS finds articles")};
}

}  // namespace newsarc::cli
