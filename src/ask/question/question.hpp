#pragma once

#include <newsarc/archive.hpp>

#include "ask/parameters.hpp"
#include "ask/reply.hpp"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newsarc::ask {

/// Something wanted of an archive: it declares the values that it takes, and does with what was given for
/// them. A command line, a page and a server give values by the same names and get the same answer.
class Request {
public:
    Request() = default;
    Request(const Request&) = delete;
    Request& operator=(const Request&) = delete;
    virtual ~Request() = default;

    virtual void declare(Parameters& parameters) = 0;

    /// To be called once all values are given, before the archive is opened; `json` when JSON was asked for.
    /// Throws Error(usage) for what does not go together.
    virtual void settle(bool json) = 0;
};

/// Values by the names under which they were declared, without dashes.
using Values = std::vector<std::pair<std::string, std::string>>;

/// Gives a request its values and settles it. Throws Error(usage).
void give(Request& request, const Values& values, bool json);

/// What leaves the archive as it is.
class Question : public Request {
public:
    /// Writes the answer. False when nothing was found.
    virtual bool answer(const Archive& archive, const Reply& reply) = 0;
};

std::unique_ptr<Question> make_search();
std::unique_ptr<Question> make_show();
std::unique_ptr<Question> make_list();
std::unique_ptr<Question> make_related();
std::unique_ptr<Question> make_links();
std::unique_ptr<Question> make_stats();
std::unique_ptr<Question> make_kwic();
std::unique_ptr<Question> make_keywords();
std::unique_ptr<Question> make_duplicates();
std::unique_ptr<Question> make_saved_searches();
std::unique_ptr<Question> make_export();
std::unique_ptr<Question> make_tags();
std::unique_ptr<Question> make_removed();

struct QuestionRow {
    std::string_view name;
    std::string_view summary;  ///< one line
    std::unique_ptr<Question> (*make)();
};

/// All that an archive can be asked. What a question takes, it declares: a face that offers them under its
/// own form (a page, a server for assistants) walks this table and the parameters of each row.
inline constexpr std::array<QuestionRow, 13> questions{{
    {"search", "find articles, best first", make_search},
    {"show", "show articles", make_show},
    {"list", "list the articles in the archive", make_list},
    {"related", "find the articles that are most like one", make_related},
    {"links", "list the links of articles, or what points at one", make_links},
    {"stats", "count articles, words, sources and links, and draw when they were published", make_stats},
    {"kwic", "show words in their context, a line a place", make_kwic},
    {"keywords", "list the words that tell what a query finds from all else", make_keywords},
    {"duplicates", "list the articles that are nearly the same text", make_duplicates},
    {"saved", "list the saved searches, and how many articles are new to each", make_saved_searches},
    {"export", "write articles in a form that other programs read", make_export},
    {"tags", "list the tags, and how many articles have each", make_tags},
    {"removed", "list what was removed, which add and import pass over from then on", make_removed},
}};

/// The row of that name; there must be one.
const QuestionRow& question_named(std::string_view name);

}  // namespace newsarc::ask
