#include "ask/question/search.hpp"
#include "cli/commands.hpp"
#include "cli/source/inputs.hpp"

namespace newsarc::cli {
namespace {

using ask::Answer;
using ask::AskedQuery;
using ask::Form;

/// The lines `name<TAB>query` of a file.
std::vector<Answer> read_batch(const std::string& file) {
    const Source source = read_source(file);
    std::vector<Answer> batch;
    std::size_t number = 1;
    for (std::size_t at = 0; at < source.bytes.size(); ++number) {
        const std::size_t end = std::min(source.bytes.find('\n', at), source.bytes.size());
        std::string line = source.bytes.substr(at, end - at);
        at = end + 1;
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty()) continue;
        const std::size_t tab = line.find('\t');
        if (tab == 0 || tab == std::string::npos) {
            throw Error(ErrorCode::input, file + ":" + std::to_string(number) + ": no name, tab and query",
                        "a line of a batch is such as: 51<TAB>airbus subsidies");
        }
        batch.push_back({.name = line.substr(0, tab), .query = line.substr(tab + 1)});
    }
    return batch;
}

class Search : public Command {
public:
    void declare(Parameters& options) override {
        search_.declare(options);
        options.text("--batch", "FILE", "answer each line `name<TAB>query` of a file, - for standard input",
                     batch_);
        options.text("--save", "NAME", "keep the query in the archive, where search @NAME finds it", save_);
        options.flag("--force", "with --save, replace the saved search that has the name", force_);
        options.flag("--new", "of a saved search, only articles added since --save or the last --new", new_);
        options.flag("--saved", "list the saved searches, and how many articles are new to each", saved_);
        options.text("--forget", "SEARCH", "remove a saved search", forget_);
    }

    int run(Context& context) override {
        if (saved_ || forget_) return manage(context);
        search_.settle(context.global.json);
        const bool query = search_.words().given();
        if (batch_ ? !search_.words().words().empty() : !query) {
            throw Error(ErrorCode::usage,
                        batch_ ? "a QUERY and --batch do not go together" : "no QUERY was given",
                        "usage: newsarc search [options] QUERY...");
        }
        if (batch_) return answer_batch(context);
        if (save_ || new_) return answer_and_keep(context);
        return answer(context, search_);
    }

private:
    int manage(Context& context) {
        if (search_.words().given() || batch_ || save_ || new_ || (saved_ && forget_)) {
            throw Error(ErrorCode::usage,
                        saved_ ? "--saved stands alone" : "--forget takes one name, and no query",
                        "newsarc search --saved lists the saved searches");
        }
        if (saved_) return answer(context, ask::make_saved_searches());
        std::string name = *forget_;
        if (name.starts_with('@')) name.erase(0, 1);
        Archive archive = context.open_archive(Archive::Mode::write);
        if (!archive.remove_saved_search(name)) throw ask::no_such_search(archive, name);
        context.note("the saved search @" + name + " is removed");
        return exit_done;
    }

    int answer_batch(Context& context) {
        if (save_ || new_) {
            throw Error(ErrorCode::usage, "--batch does not go with --save or --new", "leave one of them");
        }
        const Form form = search_.form();
        if (form != Form::text && form != Form::json && form != Form::trec) {
            throw Error(ErrorCode::usage, "--batch prints text, json or trec, nothing else",
                        "with --format trec each line names its query");
        }
        const Archive archive = context.open_archive(Archive::Mode::read);
        const ask::Reply reply = context.reply();
        bool found = false;
        for (Answer& answer : read_batch(*batch_)) {
            answer.query = search_.line_of_batch(archive, reply, answer.query);
            search_.find(archive, reply, answer);
            found = found || answer.result.total > 0;
            search_.print(reply, answer);
            answer.result = {};
        }
        return found ? exit_done : exit_nothing_found;
    }

    /// One search that is to be saved, or that is asked for what is new.
    int answer_and_keep(Context& context) {
        Archive archive = context.open_archive(Archive::Mode::write);
        const ask::Reply reply = context.reply();
        if (new_) require_saved(archive);
        const AskedQuery asked = search_.query(archive, reply).value_or(AskedQuery());
        if (save_ && !may_save(context, archive, asked.text)) return exit_nothing_found;
        if (new_) search_.only_after(asked.saved->seen);
        Answer answer{.query = asked.text};
        search_.find(archive, reply, answer);
        search_.print(reply, answer);
        context.out.flush();
        const SearchResult& result = answer.result;
        if (save_) {
            archive.save_search({*save_, asked.text, now(), result.last_id});
            context.note("saved: newsarc search @" + *save_ + " runs it again");
            return exit_done;
        }
        if (result.hits.size() == result.total) {
            archive.mark_seen(asked.saved->name, result.last_id);
        } else if (search_.wants_hits()) {
            context.note("not all were shown: all " + std::to_string(result.total) + " stay new");
        }
        return result.total > 0 ? exit_done : exit_nothing_found;
    }

    /// A search that is saved already is replaced only where somebody says so.
    bool may_save(Context& context, const Archive& archive, const std::string& query) const {
        const std::optional<SavedSearch> former = archive.saved_search(*save_);
        if (!former || former->query == query || force_) return true;
        const std::string message = "@" + *save_ + " is saved already, as: " + former->query;
        if (!context.can_ask()) throw Error(ErrorCode::usage, message, "--force replaces it");
        context.note(message);
        return context.confirmed("replace it? [y/N] ");
    }

    void require_saved(const Archive& archive) const {
        const std::vector<std::string>& words = search_.words().words();
        if (words.empty() || !words[0].starts_with('@')) {
            throw Error(ErrorCode::usage, "--new needs a saved search",
                        "such as: newsarc search @NAME --new");
        }
        const std::string name = words[0].substr(1);
        if (!archive.saved_search(name)) throw ask::no_such_search(archive, name);
    }

    ask::Search search_;
    std::optional<std::string> batch_;
    std::optional<std::string> save_;
    std::optional<std::string> forget_;
    bool saved_ = false;
    bool new_ = false;
    bool force_ = false;
};

}  // namespace

std::unique_ptr<Command> make_search() {
    return std::make_unique<Search>();
}

}  // namespace newsarc::cli
