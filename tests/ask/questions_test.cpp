// What is asked without a command line: values by name, answers on streams of one's own.

#include "ask/question/search.hpp"
#include "ask/question/show.hpp"
#include "ask/question/stats.hpp"

#include <algorithm>
#include <atomic>
#include <set>
#include <sstream>

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::ask;

namespace {

struct Told {
    bool found = false;
    std::string out;
    std::string data;
    std::vector<std::string> notes;
    std::vector<std::string> errors;
};

Archive sample() {
    Archive archive = Archive::open({}, Archive::Mode::memory);
    Source port;
    port.bytes = "Credit: Harbour Post\n\nPort Reopens\n\nBarges came back to Portvale in 2025.\n";
    Source dykes;
    dykes.bytes = "Credit: Dyke Weekly\n\nCouncil Votes for Dykes\n\nThe council of Portvale voted.\n";
    AddOptions options;
    options.added = "2025-01-21T10:00:00Z";
    archive.add(std::vector<Source>{port, dykes}, options);
    archive.save_search({"dykes", "credit:dyke", "2025-01-21T10:00:00Z", 0});
    return archive;
}

Told ask_it(const Archive& archive, Question& question, const Values& values, bool json = false) {
    give(question, values, json);
    Told told;
    std::ostringstream out;
    std::ostringstream data;
    Reply reply{.out = out, .data = data};
    reply.note = [&](std::string_view note) { told.notes.emplace_back(note); };
    reply.error = [&](const Error& error) { told.errors.emplace_back(error.what()); };
    told.found = question.answer(archive, reply);
    told.out = out.str();
    told.data = data.str();
    return told;
}

template <typename Asked>
Told ask_for(const Values& values, bool json = false) {
    Asked question;
    return ask_it(sample(), question, values, json);
}

}  // namespace

// What a face with a form of its own (a page, a server for assistants) relies on: it knows of a question only
// what the table says.
TEST_CASE("a question says by what names it takes which values, and answers in JSON when asked for it") {
    std::set<std::string_view> names;
    for (const QuestionRow& row : questions) {
        CAPTURE(row.name);
        CHECK(names.insert(row.name).second);
        CHECK_FALSE(row.summary.empty());
        const auto question = row.make();
        Parameters parameters;
        question->declare(parameters);
        std::set<std::string> taken;
        for (const Parameter& parameter : parameters.all()) {
            CAPTURE(parameter.names);
            CHECK(parameter.long_name().starts_with("--"));
            CHECK(taken.insert(std::string(parameter.long_name().substr(2))).second);
            CHECK_FALSE(parameter.help.empty());
            CHECK(parameter.metavar.empty() == (parameter.kind == Parameter::Kind::flag));
            CHECK(parameter.choices.empty() == (parameter.kind != Parameter::Kind::choice));
            CHECK(parameter.form == (std::set<std::string_view>{"--format", "--ids", "--count"}.contains(
                                        parameter.long_name())));
            if (parameter.kind == Parameter::Kind::number)
                CHECK_THROWS_AS(parameter.take(parameter.names, "many"), Error);
        }
        Values values;
        if (const std::optional<Operand>& operand = parameters.operand()) {
            CHECK_FALSE(operand->help.empty());
            CHECK(taken.insert(operand->name()).second);
            const bool ids = operand->kind == Operand::Kind::ids;
            CHECK(operand->name() == (ids ? "id" : "query"));
            values.emplace_back(operand->name(), ids ? "1" : "portvale");
        }
        const Told told = ask_it(sample(), *question, values, true);
        CHECK(told.errors.empty());
        std::istringstream lines(told.out + told.data);
        for (std::string line; std::getline(lines, line);)
            CHECK(line.starts_with("{\""));
    }
}

TEST_CASE("saved searches and articles for other programs are asked for like the rest") {
    const auto saved = make_saved_searches();
    CHECK(ask_it(sample(), *saved, {}, true).out.starts_with("{\"name\":\"dykes\""));
    const auto exported = make_export();
    CHECK(
        ask_it(sample(), *exported, {{"query", "dykes"}, {"format", "ris"}}).data.starts_with("TY  - NEWS"));
    const auto nothing = make_export();
    CHECK(ask_it(sample(), *nothing, {{"query", "kites"}}).notes ==
          std::vector<std::string>{"no article matches: kites"});
    const auto originals = make_export();
    CHECK_THROWS_WITH(ask_it(sample(), *originals, {{"format", "original"}}),
                      "original files go into a folder");
}

TEST_CASE("what takes long ends when it is interrupted") {
    const std::atomic<bool> interrupt = true;
    const Archive archive = sample();
    const std::pair<std::string, Values> asked[] = {{"search", {{"query", "portvale"}}},
                                                    {"list", {{"query", "portvale"}}},
                                                    {"stats", {{"query", "portvale"}}}};
    for (const auto& [name, values] : asked) {
        CAPTURE(name);
        const auto question = question_named(name).make();
        give(*question, values, true);
        std::ostringstream out;
        CHECK_THROWS_WITH(question->answer(archive, {.out = out, .data = out, .interrupt = &interrupt}),
                          "interrupted");
    }
}

TEST_CASE("a search is asked by named values") {
    CHECK(ask_for<Search>({{"query", "portvale"}, {"ids", "true"}}).out.size() == 4);
    const Told one = ask_for<Search>(
        {{"query", "portvale"}, {"credit", "Dyke Weekly"}, {"limit", "5"}, {"format", "{id} {headline}"}});
    CHECK(one.found);
    CHECK(one.data == "2 Council Votes for Dykes\n");
    CHECK(ask_for<Search>({{"query", "@dykes"}, {"ids", "true"}}).out == "2\n");
    CHECK(ask_for<Search>({{"query", "portvale"}}, true).out.starts_with("{\"query\":\"portvale\""));
    CHECK(ask_for<Search>({{"query", "portvale"}, {"format", "csv"}}).data.starts_with("rank,score,"));
    const Told none = ask_for<Search>({{"query", "@nobody"}});
    CHECK_FALSE(none.found);
    REQUIRE_FALSE(none.notes.empty());
    CHECK(none.notes[0].starts_with("no saved search has the name nobody, so @nobody is text"));
}

TEST_CASE("articles are shown, listed and counted by named values") {
    CHECK(ask_for<Show>({{"id", "2"}, {"format", "{headline}"}}).data == "Council Votes for Dykes\n");
    const Told gone = ask_for<Show>({{"id", "7"}});
    CHECK_FALSE(gone.found);
    CHECK(gone.errors == std::vector<std::string>{"no article has the id 7"});
    CHECK(ask_for<Statistics>({{"query", "@dykes"}}, true).out.starts_with("{\"query\":\"credit:dyke\""));

    const auto list = make_list();
    CHECK(ask_it(sample(), *list, {{"query", "@dykes"}, {"ids", "true"}}).out == "2\n");
    const auto related = make_related();
    CHECK(ask_it(sample(), *related, {{"id", "1"}}).notes ==
          std::vector<std::string>{"no other article is like 1"});
    const auto duplicates = make_duplicates();
    CHECK(ask_it(sample(), *duplicates, {}).notes == std::vector<std::string>{"no near duplicates there"});
    const auto links = make_links();
    CHECK(ask_it(sample(), *links, {{"id", "1"}}).notes == std::vector<std::string>{"no link there"});
}

TEST_CASE("a search that is not there is refused where articles are selected") {
    const auto list = make_list();
    CHECK_THROWS_WITH(ask_it(sample(), *list, {{"query", "@nobody"}}), "no saved search has the name nobody");
}
